import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { readPurchaseFile } from "../../../server/readers/purchase-file.ts";
import { PURCHASE_COLUMNS } from "../../../shared/purchase-file/columns.ts";
import type { InterpretOptions, PurchaseFile } from "../../../shared/purchase-file/interpret.ts";
import { interpretTable } from "../../../shared/purchase-file/interpret.ts";
import { READING_MODES } from "../../../shared/purchase-file/notes.ts";
import type { PurchaseRow } from "../../../shared/purchase-file/purchase-row.ts";
import { factsOf, ownRow } from "../../../shared/purchase-file/sharing-rows.ts";

const SIRET = "21010034300016";
/** Columns in another order, and columns whose day and amount are apart, are read as well. */
const HEADERS: readonly (readonly string[])[] = [
  PURCHASE_COLUMNS,
  ["prix_ht", ...PURCHASE_COLUMNS.filter((name) => name !== "prix_ht")],
  [...PURCHASE_COLUMNS.filter((name) => name !== "date"), "date"],
];
const CELLS: Record<string, readonly string[]> = {
  siret: [SIRET],
  description: [
    "Pommes",
    "Pommes",
    " Pommes",
    '"Tarte, ""maison"""',
    '"Pain\nlong"',
    'Tube 5" rond',
    "Total",
    "",
  ],
  fournisseur: ["Verger", '"Verger, fils"', '"Verger" ', ""],
  date: [
    "2025-01-31",
    "2025-01-31",
    "2025-02-01",
    '"2025-02-01"',
    "31/01/2025",
    "2025-02-31",
    "2031-01-01",
    "",
  ],
  prix_ht: [
    "12.50",
    "3",
    "0.005",
    "12.345",
    "3.1",
    "0",
    "1234567.89",
    "12345678",
    "3.",
    ".5",
    "-3.2",
    "1,5",
    "12 €",
    '"4.20"',
    "",
  ],
  famille_produits: ["AUTRES", "AUTRES", "Fruits et légumes", "Inconnue"],
  categories_egalim: ["BIO", '"BIO,HVE"', "", '"BIO'],
  origine: ["FRANCE", ""],
  est_circuit_court: ["OUI", "NON"],
  est_local: ["NON"],
  definition_local: ["", "KM"],
  definition_local_km: ["", "80", ",extra"],
};

const anyText = fc
  .record({
    header: fc.constantFrom(...HEADERS),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    picks: fc.array(fc.array(fc.nat(1_000), { minLength: 12, maxLength: 12 }), {
      minLength: 11,
      maxLength: 11,
    }),
    order: fc.array(fc.nat(11), { minLength: 60, maxLength: 140, size: "max" }),
    ended: fc.boolean(),
  })
  .map(({ header, lineEnd, picks, order, ended }) => {
    const lines = order.flatMap((at) => {
      const pick = picks[at];
      if (pick === undefined) return at === 11 ? [""] : [];
      return [header.map((name, column) => cellAt(name, pick[column] ?? 0)).join(",")];
    });
    return [header.join(","), ...lines].join(lineEnd) + (ended ? lineEnd : "");
  });

/** Nearly always the first, so that rows come again. */
function cellAt(name: string, pick: number): string {
  const cells = CELLS[name] ?? [""];
  return cells[pick < 900 ? 0 : pick % cells.length] ?? "";
}

test("a row known by its text is read as its cells are", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.constantFrom(...READING_MODES), fc.boolean(), async (text, mode, create) => {
      const options: InterpretOptions = {
        today: "2026-11-22",
        mode,
        canteens: [{ id: "one", siret: SIRET }],
        chosen: null,
        create,
      };
      const known = await readPurchaseFile(new TextEncoder().encode(text), options);
      expect(known).toEqual(readByCells(text, options));
    }),
    { numRuns: 200 },
  );
});

test("of rows that come again only the first is read: the others share its facts", async () => {
  const line = `${SIRET},Pommes,Verger,2025-01-31,12.50,AUTRES,"BIO,HVE",FRANCE,OUI,NON,,`;
  const text = [PURCHASE_COLUMNS.join(","), ...Array.from({ length: 100 }, () => line)].join("\n");
  const told: PurchaseRow["row"][] = [];
  const facts = new Set<unknown>();
  const options = {
    today: "2026-11-22",
    mode: "forgiving",
    canteens: [],
    chosen: null,
    create: true,
  } as const;
  await readPurchaseFile(new TextEncoder().encode(text), options, {
    onPurchase(purchase) {
      told.push(purchase.row);
      facts.add(purchase.facts);
      expect(ownRow(purchase)).toMatchObject({
        date: "2025-01-31",
        amountHtCents: 1250,
        claims: ["BIO", "HVE"],
      });
      expect(factsOf(ownRow(purchase))).toMatchObject({ description: "Pommes" });
    },
  });
  expect(told).toEqual(Array.from({ length: 100 }, (_, index) => index + 2));
  // The rows that wait for the header are read by their cells.
  expect(facts.size).toBeLessThan(55);
});

function readByCells(text: string, options: InterpretOptions): PurchaseFile {
  const { data } = Papa.parse<string[]>(text, { delimiter: "," });
  const rows = data.map((cells, index) => ({ number: index + 1, cells }));
  return interpretTable({ kind: "csv", mended: [], rows }, options);
}
