import fc from "fast-check";
import { expect, test } from "vitest";
import { PURCHASE_COLUMNS } from "../../../shared/purchase-file/columns.ts";
import type { InterpretOptions, PurchaseFile, Table } from "../../../shared/purchase-file/interpret.ts";
import { interpretTable } from "../../../shared/purchase-file/interpret.ts";
import { READING_MODES } from "../../../shared/purchase-file/notes.ts";

const SIRET = "21010034300016";
/** Cells that are right, mended, refused or empty, in the order of the columns. */
const CELLS = [
  [SIRET, "210 100 343 00016", "2.1010034300016E13", "12345678901234", ""],
  ["Pommes", "'=Pommes", "a".repeat(320), ""],
  ["Verger", "'-Verger", ""],
  ["2025-01-31", "31/01/2025", "45700", "31/02/2025", "31/01", "2031-01-01", ""],
  ["12.50", "12", "0.005", "1 234,567", "12 €", "12 kg", "-3.2", "99999999999", ""],
  ["AUTRES", "Fruits et légumes", "Fruit et legumes", "Inconnue", ""],
  ["BIO", "BIO,HVE", "Bio + Label rouge", "BOI", "AOC/AOP", ""],
  ["FRANCE", "fr", "FRANCE, EUROPE", "Mars", ""],
  ["OUI", "oui", "vrai", "peut-être", ""],
  ["NON", "x", "1", "?", ""],
  ["KM", "km", "PAT", "AILLEURS", ""],
  ["80", "80 km", "2000", "-1", ""],
] as const;

const anyRow = fc.tuple(...CELLS.map((cells) => fc.constantFrom(...cells)));

test("a cell that was met before is read as if it were the first", () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 40 }),
      fc.constantFrom(...READING_MODES),
      fc.boolean(),
      (rows, mode, create) => {
        const options: InterpretOptions = {
          today: "2026-11-22",
          mode,
          canteens: [{ id: "one", siret: SIRET }],
          chosen: null,
          create,
        };
        const whole = read(rows, options);
        const alone = rows.map((row) => read([row], options));
        expect(whole.rows.map(withoutNumber)).toEqual(alone.flatMap((file) => file.rows).map(withoutNumber));
        expect(whole.issues.map(withoutNumber)).toEqual(
          alone.flatMap((file) => file.issues).map(withoutNumber),
        );
        expect(counted(whole.corrections)).toEqual(counted(alone.flatMap((file) => file.corrections)));
        expect(whole.unknownWords.reduce((sum, word) => sum + word.rows, 0)).toBe(
          alone.flatMap((file) => file.unknownWords).reduce((sum, word) => sum + word.rows, 0),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test("what is said of a cell met before is said of its own row", () => {
  const bad = [SIRET, "Pommes", "Verger", "31/02/2025", "1", "AUTRES", "", "", "", "", "", ""];
  expect(read([bad, bad, bad], OPTIONS).issues).toMatchObject([
    { row: 2, column: "date", code: "DATE_IMPOSSIBLE" },
    { row: 3, column: "date", code: "DATE_IMPOSSIBLE" },
    { row: 4, column: "date", code: "DATE_IMPOSSIBLE" },
  ]);
});

const OPTIONS: InterpretOptions = {
  today: "2026-11-22",
  mode: "forgiving",
  canteens: [{ id: "one", siret: SIRET }],
  chosen: null,
  create: false,
};

function read(rows: readonly (readonly string[])[], options: InterpretOptions): PurchaseFile {
  const table: Table = {
    kind: "csv",
    mended: [],
    rows: [PURCHASE_COLUMNS, ...rows].map((cells, index) => ({ number: index + 1, cells })),
  };
  return interpretTable(table, options);
}

function withoutNumber<Row extends { row: number | null }>({ row: _row, ...rest }: Row): Omit<Row, "row"> {
  return rest;
}

/** How often each kind of correction was made in each column. */
function counted(corrections: PurchaseFile["corrections"]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { code, column, count } of corrections) {
    const key = `${code}/${column}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
