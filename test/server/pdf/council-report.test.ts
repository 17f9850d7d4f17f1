import { getDocumentProxy } from "unpdf";
import { afterAll, describe, expect, test } from "vitest";
import { councilReportData } from "../../../server/pdf/council-report-data.ts";
import { stopPdfWriter, writePdfAside } from "../../../server/pdf/write-pdf-aside.ts";
import { DEFAULT_COLLEGES } from "../../../shared/council-colleges.ts";
import type { CouncilReport, ReportRow } from "../../../shared/council-report.ts";

const ratio = (numerator: number) => ({ numerator, denominator: 1_000 });
const row = (code: ReportRow["code"], values: Partial<ReportRow>): ReportRow => ({
  code,
  subject: null,
  unit: "share",
  now: ratio(482),
  before: ratio(470),
  yearBefore: null,
  declared: null,
  ...values,
});
const rates = { SHORT_OR_LOCAL: ratio(300), ORGANIC: ratio(180), EGALIM: ratio(510) };
const REPORT: CouncilReport = {
  organisationId: "019a0000-0000-7000-8000-000000000001",
  organisationName: "Département d'essai",
  semester: "2026-S1",
  madeOn: "2026-09-15",
  isOver: true,
  sections: [
    {
      key: "canteens",
      rows: [
        row("CANTEENS", { unit: "count", now: 46, before: 45 }),
        row("SPEND", { unit: "amount", now: 123_456_700, before: 120_000_000 }),
        row("EGALIM", { declared: ratio(521) }),
        row("ORGANIC", { now: ratio(160), before: ratio(180) }),
        row("AT_LAW", { unit: "count", now: 12, before: 9 }),
      ],
    },
    {
      key: "legumerie",
      rows: [
        row("WORKSHOP_PEOPLE", {
          unit: "people",
          now: "hidden",
          before: 14,
          subject: { fr: '#panic("x")', en: "x" },
        }),
      ],
    },
  ],
  canteens: Array.from({ length: 60 }, (_, index) => ({
    id: String(index),
    name: `Collège ${index}`,
    communeName: "Arras",
    spendHtCents: 1_234_500,
    rates: { now: rates, before: rates },
  })),
  measures: [],
  colleges: [...DEFAULT_COLLEGES],
};

describe("the report to the council on paper", () => {
  afterAll(() => stopPdfWriter());

  test("is a tagged PDF/UA, with its headings, tables, title, language and numbered pages", async () => {
    const data = councilReportData(REPORT, {
      locale: "fr",
      closedOn: "2026-09-20",
    });
    const bytes = await writePdfAside({
      template: "rapport-cdess",
      data: JSON.stringify(data),
      createdAt: 1_768_435_200,
    });
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
    const pages: string[] = [];
    const trees: unknown[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      trees.push(await page.getStructTree());
      const { items } = await page.getTextContent();
      pages.push(
        items
          .map((item) => ("str" in item ? item.str : ""))
          .join(" ")
          .replace(/\s+/g, " "),
      );
    }
    const tree = JSON.stringify(trees);
    for (const tag of ["H1", "H2", "H3", "Table", "TH", "TD"]) expect(tree).toContain(`"${tag}"`);
    expect(Buffer.from(bytes).toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect((await document.getMetadata()).info).toMatchObject({
      Title: "Rapport au CDESS, 1er semestre 2026",
      Language: "fr",
    });
    const text = pages.join(" ");
    for (const words of [
      "Rapport arrêté le dimanche 20 septembre 2026.",
      "48,2 % (52,1 %)",
      "+1,2 point",
      "−2,0 points",
      "1 234 567 €",
      "Acteurs de l'éducation populaire",
      "n. c.",
      '#panic("x")',
      "Collège 59, Arras",
    ])
      expect(text).toContain(words);
    expect(document.numPages).toBeGreaterThan(2);
    expect(pages[1]).toContain(`2 / ${document.numPages}`);
    // The head of a table that goes on over the page is there again.
    expect(pages.filter((page) => page.includes("Achats HT")).length).toBeGreaterThan(1);
  });
});
