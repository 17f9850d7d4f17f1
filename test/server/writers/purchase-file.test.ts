import { expect, test } from "vitest";
import { readPurchaseFile } from "../../../server/readers/purchase-file.ts";
import type { PurchaseLine } from "../../../server/writers/purchase-file.ts";
import { writePurchaseFiles } from "../../../server/writers/purchase-file.ts";
import { writeRefusedRows } from "../../../server/writers/refused-rows.ts";
import { UNNAMED_SUPPLIER } from "../../../shared/purchase-file/purchase-row.ts";
import { purchaseCsv } from "../../support/purchase-files.ts";

const HEADER =
  "siret,description,fournisseur,date,prix_ht,famille_produits,categories_egalim,origine,est_circuit_court,est_local,definition_local,definition_local_km\n";

function aLine(line: Partial<PurchaseLine> = {}): PurchaseLine {
  return {
    siret: "21590350100017",
    description: "Carottes",
    supplierName: "Ferme",
    date: "2025-03-01",
    amountHtCents: 1_250,
    family: "FRUITS_ET_LEGUMES",
    categories: [],
    origin: null,
    short: false,
    local: false,
    definition: { scope: "KM", radiusM: 80_000 },
    ...line,
  };
}

function rowOf(line: Partial<PurchaseLine>): string | undefined {
  return writePurchaseFiles([aLine(line)])[0]?.split("\n")[1];
}

test("a year without purchase is the header alone", () => {
  expect(writePurchaseFiles([])).toEqual([HEADER]);
});

test.each([
  [{}, "21590350100017,Carottes,Ferme,2025-03-01,12.50,FRUITS_ET_LEGUMES,,,NON,NON,,"],
  [
    { local: true, short: true, origin: "FRANCE", categories: ["BIO", "IGP"] },
    '21590350100017,Carottes,Ferme,2025-03-01,12.50,FRUITS_ET_LEGUMES,"BIO,IGP",FRANCE,OUI,OUI,KM,80',
  ],
  [
    { local: true, definition: { scope: "KM", radiusM: 12_500 }, amountHtCents: -5 },
    "21590350100017,Carottes,Ferme,2025-03-01,-0.05,FRUITS_ET_LEGUMES,,,NON,OUI,KM,12.5",
  ],
  [
    { local: true, definition: { scope: "REGION", radiusM: null }, supplierName: UNNAMED_SUPPLIER },
    "21590350100017,Carottes,,2025-03-01,12.50,FRUITS_ET_LEGUMES,,,NON,OUI,REGION,",
  ],
  [
    { description: '=HYPERLINK("x")', supplierName: "Lait,\n frais" },
    `21590350100017,"'=HYPERLINK(""x"")","Lait, frais",2025-03-01,12.50,FRUITS_ET_LEGUMES,,,NON,NON,,`,
  ],
] as const)("a purchase is one row of the State's schema (%#)", (line, row) => {
  expect(rowOf(line as Partial<PurchaseLine>)).toBe(row);
});

test("files stay under the platform's size, each with its header, and hold every line once", () => {
  const lines = Array.from({ length: 500 }, (_, index) => aLine({ description: `Poires n° ${index}` }));
  const files = writePurchaseFiles(lines, 5_000);
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(5_000);
    expect(file.startsWith(HEADER)).toBe(true);
    expect(file.endsWith("\n")).toBe(true);
    expect(file).not.toContain("\n\n");
  }
  const rows = files.flatMap((file) => file.trimEnd().split("\n").slice(1));
  expect(rows).toEqual(writePurchaseFiles(lines)[0]?.trimEnd().split("\n").slice(1));
});

test("what is exported is what the strict mode takes", async () => {
  const lines = [
    aLine({ local: true, categories: ["BIO", "COMMERCE_EQUITABLE"] }),
    aLine({ description: "-1", amountHtCents: -3 }),
  ];
  const bytes = new TextEncoder().encode(writePurchaseFiles(lines)[0]);
  const options = { today: "2026-11-22", canteens: [], chosen: null, create: true, mode: "strict" as const };
  const file = await readPurchaseFile(bytes, options);
  expect(file).toMatchObject({ issues: [], read: 2 });
  expect(file.rows.map((row) => row.description)).toEqual(["Carottes", "-1"]);
});

test("refused rows come back as they were, with their number and the reasons, and no formula", async () => {
  const bytes = purchaseCsv(["21590350100017,=1+1,Ferme,2025-02-31,-3,JARDIN,,,,,,"]);
  const options = {
    today: "2026-11-22",
    canteens: [],
    chosen: null,
    create: true,
    mode: "forgiving" as const,
  };
  const [header, row] = writeRefusedRows(await readPurchaseFile(bytes, options), "fr").split("\n");
  expect(header).toMatch(/^\uFEFFsiret;description;.*;ligne;erreurs$/);
  expect(row).toMatch(
    /^21590350100017;'=1\+1;Ferme;2025-02-31;-3;JARDIN;;;;;;;2;"date : Ce jour n'existe pas/,
  );
  expect(row).toContain("famille_produits : Cette famille de produits n'existe pas.");
});
