import { getDocumentProxy } from "unpdf";
import { afterAll, describe, expect, test } from "vitest";
import { documentData, drawable } from "../../../server/pdf/document-data.ts";
import { PDF_TEMPLATES, stopPdfWriter, writePdfAside } from "../../../server/pdf/write-pdf-aside.ts";
import type { PublicFigures } from "../../../shared/public-figures.ts";
import { PUBLIC_INDICATORS } from "../../../shared/public-figures.ts";

const ratio = (numerator: number) => ({ numerator, denominator: 1_000 });
const share = { strict: ratio(482), declared: ratio(521) };
const FIGURES: PublicFigures = {
  name: "Collège du Sacré-Cœur",
  communeName: "Arras",
  canteens: 1,
  year: 2025,
  isOver: true,
  totalCents: 24_294_068,
  rates: PUBLIC_INDICATORS.map((indicator) => ({ indicator, share, before: ratio(440), targetBp: 5_000 })),
  fairTrade: { strict: ratio(7), declared: ratio(7) },
  pat: null,
  families: [{ family: "PRODUITS_LAITIERS", share, part: ratio(250) }],
  months: [],
  today: "2026-01-15",
};
const ASKED = {
  locale: "fr",
  address: "https://bonnepart.example/p/abcdefghijklmnopqrstuv",
  patBp: null,
} as const;

async function write(template: (typeof PDF_TEMPLATES)[number], figures: Partial<PublicFigures> = {}) {
  const data = documentData({ ...FIGURES, ...figures }, ASKED);
  const bytes = await writePdfAside({ template, data: JSON.stringify(data), createdAt: 1_768_435_200 });
  const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  let text = "";
  const sizes: number[][] = [];
  const trees: unknown[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    sizes.push([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]);
    trees.push(await page.getStructTree());
    const content = await page.getTextContent();
    text += content.items.map((item) => ("str" in item ? item.str : "")).join(" ");
  }
  const { info } = await document.getMetadata();
  const marked = await document.getMarkInfo();
  return {
    raw: Buffer.from(bytes).toString("latin1"),
    text: text.replace(/\s+/g, " "),
    info,
    tree: JSON.stringify(trees),
    marked,
    sizes,
  };
}

describe("documents for diners", () => {
  afterAll(() => stopPdfWriter());

  test.each([
    ["affiche", [[297, 420]]],
    ["depliant", [[210, 297]]],
    ["autocollant", [[105, 105]]],
    [
      "plaquette",
      [
        [210, 297],
        [210, 297],
      ],
    ],
  ] as const)("%s is a tagged PDF/UA of its size, with its title, its language and its own fonts", async (template, pages) => {
    const { raw, info, tree, marked, sizes, text } = await write(template);
    expect(sizes).toEqual(pages);
    expect(info).toMatchObject({ Title: "Ce que nous servons en 2025", Language: "fr" });
    expect(marked).toMatchObject({ Marked: true });
    expect(tree).toContain('"H1"');
    expect(tree).toContain("Code QR vers https://bonnepart.example/p/");
    expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
    const fonts = raw.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
    expect(fonts).toBeGreaterThan(0);
    expect(raw.match(/\/FontFile[23]? /g)?.length).toBe(fonts);
    expect(text).toContain("Collège du Sacré-Cœur, Arras");
    expect(text).toContain("48,2 %");
  });

  test.each([
    "affiche",
    "depliant",
    "plaquette",
  ] as const)("%s says all that the law has displayed", async (template) => {
    const { text } = await write(template);
    for (const words of [
      "Produits durables et de qualité",
      "dont produits bio",
      "Produits de projets alimentaires territoriaux : part non connue.",
      "Commerce équitable : 0,7 %",
      "article L. 230-5-3 du code rural",
      "15 janvier 2026",
      "242 941 €",
    ])
      expect(text).toContain(words);
  });

  test("what people wrote is shown as it stands, whatever it looks like", async () => {
    const name = '#panic("x") $x$ *gras* _a_ `b` \\ @ref <label> = titre // non';
    const { text } = await write("affiche", { name });
    expect(text).toContain('#panic("x") $x$ *gras* _a_ `b` \\ @ref <label> = titre // non');
  });

  test("a character that no font of ours draws does not stop the document", async () => {
    const { text } = await write("depliant", { name: "École 中文 😀 \u0007 ẞ Łódź Ωμέγα" });
    expect(text).toContain("École ?? ? ? ẞ Łódź Ωμέγα");
    expect(drawable("Crèche « L'Œuf », 1\u202f234 – 5 € … Ÿ ﬁn")).toBe(
      "Crèche « L'Œuf », 1\u202f234 – 5 € … Ÿ ?n",
    );
  });

  test("every character said to be drawable is drawn", async () => {
    const every = Array.from({ length: 0x2123 }, (_, code) => String.fromCharCode(code))
      .filter((character) => drawable(character) === character)
      .join("");
    expect(every.length).toBeGreaterThan(900);
    const { text } = await write("depliant", { name: every });
    expect(text.length).toBeGreaterThan(every.length / 2);
  });

  test("a long name and figures of the largest kind stay on the pages there are", async () => {
    const name = "Établissement public local d'enseignement ".repeat(5).slice(0, 200);
    const rates = FIGURES.rates.map((rate) => ({
      ...rate,
      share: { strict: ratio(1_000), declared: ratio(1_000) },
    }));
    for (const [template, pages] of [
      ["affiche", 1],
      ["depliant", 1],
      ["autocollant", 1],
      ["plaquette", 2],
    ] as const)
      expect((await write(template, { name, rates, isOver: false })).sizes, template).toHaveLength(pages);
  });

  test("several are made one after another", async () => {
    const made = await Promise.all(PDF_TEMPLATES.map((template) => write(template)));
    expect(made).toHaveLength(PDF_TEMPLATES.length);
  });
});
