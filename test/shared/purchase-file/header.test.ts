import { describe, expect, test } from "vitest";
import { PURCHASE_COLUMNS } from "../../../shared/purchase-file/columns.ts";
import { interpretTable } from "../../../shared/purchase-file/interpret.ts";
import { codes, GOOD, OTHER, readRows, row, SIRET } from "../../support/purchase-table.ts";

describe("the canteen of a row", () => {
  test("is the chosen one's, or refused with the chosen one suggested", () => {
    const file = readRows([GOOD, row({ siret: OTHER }), row({ siret: "" })], { chosen: SIRET });
    expect(file.rows.map((each) => each.row)).toEqual([2]);
    expect(file.issues).toMatchObject([
      { row: 3, code: "CANTEEN_OTHER", value: OTHER, suggestion: SIRET },
      { row: 4, code: "REQUIRED", suggestion: SIRET },
    ]);
  });

  test("is the chosen one when the file has no such column", () => {
    const header = PURCHASE_COLUMNS.slice(1);
    expect(readRows([GOOD.slice(1)], { header, chosen: SIRET }).rows[0]?.siret).toBe(SIRET);
    expect(codes(readRows([GOOD.slice(1)], { header }))).toEqual(["1 siret HEADER_MISSING"]);
  });

  test("may be named by its id", () => {
    const header = ["cantine_id", ...PURCHASE_COLUMNS.slice(1)];
    expect(readRows([["canteen-2", ...GOOD.slice(1)]], { header }).rows[0]?.siret).toBe(OTHER);
    expect(codes(readRows([["42", ...GOOD.slice(1)]], { header }))).toEqual(["2 cantine_id CANTEEN_UNKNOWN"]);
  });

  test("may be unknown when it is about to be created", () => {
    expect(readRows([row({ siret: "35600000000048" })], { create: true }).rows[0]?.siret).toBe(
      "35600000000048",
    );
  });

  test("gets back zeros lost by a spreadsheet only when the key is right", () => {
    expect(readRows([row({ siret: "5520081300024" })], { create: true }).rows[0]?.siret).toBe(
      "05520081300024",
    );
    expect(readRows([row({ siret: "5520081300025" })], { create: true }).issues[0]?.code).toBe(
      "SIRET_LENGTH",
    );
  });
});

describe("the header", () => {
  test("is found below titles, in any case, accents and order, and unknown columns are left aside", () => {
    const header = ["Montant HT", "Désignation", "DATE", "Famille", "Note"];
    const cells = [["Achats 2025"], header, ["3,5", "Sel", "2025-01-02", "Épicerie", "bon"]].map(
      (each, index) => ({
        number: index + 1,
        cells: each,
      }),
    );
    const file = interpretTable(
      { kind: "workbook", rows: cells, mended: [] },
      { today: "2026-11-22", mode: "forgiving", canteens: [], chosen: SIRET, create: true },
    );
    expect(file.rows).toMatchObject([{ row: 3, amountHtCents: 350, family: "AUTRES", description: "Sel" }]);
    const kinds = new Set(file.corrections.map(({ code }) => code));
    expect([...kinds]).toEqual(
      expect.arrayContaining(["TITLE_ROWS", "HEADER_NAME", "HEADER_IGNORED", "HEADER_ABSENT"]),
    );
  });

  test.each([
    ["a wrong name", PURCHASE_COLUMNS.map((name) => (name === "date" ? "Date" : name)), "1 date HEADER_NAME"],
    ["a missing column", PURCHASE_COLUMNS.slice(0, -1), "1 definition_local_km HEADER_MISSING"],
    ["an extra column", [...PURCHASE_COLUMNS, "note"], "1 note HEADER_EXTRA"],
    ["an empty column at the end", [...PURCHASE_COLUMNS, ""], "1  HEADER_EXTRA"],
    ["another order", ["description", "siret", ...PURCHASE_COLUMNS.slice(2)], "1 siret HEADER_ORDER"],
  ])("is refused by the strict mode, named, for %s", (_name, header, issue) => {
    const file = readRows([GOOD], { mode: "strict", header });
    expect(codes(file)).toContain(issue);
    expect(file.rows).toEqual([]);
    expect(file.refused).toHaveLength(1);
  });

  test("refuses two columns that read alike, and a needed one that misses, in both modes", () => {
    const twice = readRows([[...GOOD, "2025-01-01"]], { header: [...PURCHASE_COLUMNS, "Date d'achat"] });
    expect(codes(twice)).toContain("1 date HEADER_TWICE");
    const without = readRows([GOOD], {
      header: PURCHASE_COLUMNS.map((name) => (name === "prix_ht" ? "x" : name)),
    });
    expect(codes(without)).toContain("1 prix_ht HEADER_MISSING");
    expect(without).toMatchObject({ read: 1, rows: [] });
  });

  test("may be missing altogether", () => {
    expect(codes(readRows([], { header: ["bonjour", "monde"] }))).toEqual(["null  FILE_NO_HEADER"]);
  });
});
