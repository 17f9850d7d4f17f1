import { getDocumentProxy } from "unpdf";
import { afterAll, describe, expect, test } from "vitest";
import type { LabelledOutput } from "../../../server/pdf/label-data.ts";
import { labelData } from "../../../server/pdf/label-data.ts";
import { stopPdfWriter, writePdfAside } from "../../../server/pdf/write-pdf-aside.ts";

const OUTPUT: LabelledOutput = {
  id: "019a0000-0000-7000-8000-00000000c0f4",
  workshopName: "Légumerie de Lens",
  productName: "Carotte préparée",
  cut: "GRATED",
  netGrams: 72_000,
  packGrams: 5_000,
  packedOn: "2026-11-26",
  useBy: "2026-12-02",
  traits: { organicStage: null, originCommunes: ["62041"] },
  places: ["Arras (62)"],
};
const asked = { locale: "fr", copies: 1 } as const;

describe("the label of an output lot", () => {
  afterAll(() => stopPdfWriter());

  test("says lot, product, cut, weight of a pack, both days and origin", () => {
    const label = labelData(OUTPUT, asked);
    expect(label).toMatchObject({ title: "Carotte préparée, râpé", lot: "Lot P261126-C0F4", organic: "" });
    expect(label.rows.flat().map((text) => text.replaceAll(/\s/g, " "))).toEqual([
      "Poids net",
      "5 kg",
      "Conditionné le",
      "26/11/2026",
      "À consommer jusqu'au",
      "02/12/2026",
    ]);
    expect(label.origin).toContain("Arras (62)");
  });

  test("says organic only when every input was proven, and no origin when one is not known", () => {
    const organic = (organicStage: "AB" | "C2" | null) =>
      labelData({ ...OUTPUT, traits: { organicStage, originCommunes: [] } }, asked).organic;
    expect([organic("AB"), organic(null)]).toEqual(["BIO (AB)", ""]);
    expect(organic("C2")).toContain("en conversion");
    expect(labelData({ ...OUTPUT, places: [] }, asked).origin).toContain("à vérifier");
  });

  test("tells a stranger who has only the paper: lot, product, cut, weight, days, origin, organic if proven", async () => {
    const read = async (organicStage: "AB" | null) => {
      const traits = { organicStage, originCommunes: ["62041"] };
      const data = JSON.stringify(labelData({ ...OUTPUT, traits }, asked));
      const bytes = await writePdfAside({ template: "etiquette", data, createdAt: 1_768_435_200 });
      const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
      const { items } = await (await document.getPage(1)).getTextContent();
      return items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replaceAll(/\s+/g, " ");
    };
    const text = await read("AB");
    const found = {
      lot: /Lot (P\d{6}-[0-9A-F]{4})/.exec(text)?.[1],
      product: /Carotte préparée, (\S+)/.exec(text)?.[1],
      weight: /Poids net (\S+ kg)/.exec(text)?.[1],
      packed: /Conditionné le (\S+)/.exec(text)?.[1],
      useBy: /À consommer jusqu.au (\S+)/.exec(text)?.[1],
      origin: /Origine : France, ([^)]+\))/.exec(text)?.[1],
      maker: /Légumerie de Lens/.exec(text)?.[0],
      organic: /BIO \(AB\)/.test(text),
    };
    expect(found).toEqual({
      lot: "P261126-C0F4",
      product: "râpé",
      weight: "5 kg",
      packed: "26/11/2026",
      useBy: "02/12/2026",
      origin: "Arras (62)",
      maker: "Légumerie de Lens",
      organic: true,
    });
    expect(await read(null)).not.toMatch(/bio|biologique|organic/i);
  });

  test("is a page a pack, of the size of a label, and what people wrote stays text", async () => {
    const output = { ...OUTPUT, productName: '#panic("no") $x$ ★', packGrams: null };
    const data = JSON.stringify(labelData(output, { locale: "en", copies: 3 }));
    const bytes = await writePdfAside({ template: "etiquette", data, createdAt: 1_768_435_200 });
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
    expect(document.numPages).toBe(3);
    const page = await document.getPage(3);
    expect(page.view.slice(2).map((side) => Math.round((side / 72) * 25.4))).toEqual([100, 70]);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");
    expect(text).toContain('#panic("no") $x$ ?');
    expect(text.replaceAll(/\s+/g, " ")).toContain("72 kg");
  });
});
