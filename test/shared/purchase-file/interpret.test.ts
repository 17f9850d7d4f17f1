import { describe, expect, test } from "vitest";
import { PURCHASE_COLUMNS } from "../../../shared/purchase-file/columns.ts";
import { CORRECTIONS, FILE_ISSUE_CODES } from "../../../shared/purchase-file/issues.ts";
import { correctionSentence, issueSentence } from "../../../shared/purchase-file/sentences.ts";
import { codes, GOOD, readRows, row, SIRET } from "../../support/purchase-table.ts";

test("a row as the platform writes it is read without a word, in both modes", () => {
  for (const mode of ["forgiving", "strict"] as const) {
    const file = readRows([GOOD], { mode });
    expect(file).toMatchObject({ read: 1, issues: [], corrections: [], refused: [] });
    expect(file.rows).toEqual([
      {
        row: 2,
        siret: SIRET,
        description: "Carottes",
        supplier: "Ferme",
        date: "2025-03-01",
        amountHtCents: 1250,
        family: "FRUITS_ET_LEGUMES",
        claims: ["BIO"],
        origin: "FRANCE",
        short: true,
        local: false,
        localScope: null,
        localRadiusM: null,
        details: null,
      },
    ]);
  }
});

test("a purchase of a year that was declared is refused, with the day that says so", () => {
  const file = readRows([GOOD, row({ date: "2026-03-01" })], { frozenYears: [2024, 2025] });
  expect(file.rows.map(({ date }) => date)).toEqual(["2026-03-01"]);
  expect(codes(file)).toEqual(["2 date DATE_DECLARED"]);
});

describe("what people write is understood, and said; the strict mode refuses it", () => {
  test.each([
    ["date", "31/01/2025", { date: "2025-01-31" }, "DATE_FORMAT", "DATE_FORMAT"],
    ["date", "3 mars 2025", { date: "2025-03-03" }, "DATE_FORMAT", "DATE_FORMAT"],
    ["date", "2025-03-01T00:00:00", { date: "2025-03-01" }, "DATE_FORMAT", "DATE_FORMAT"],
    ["date", "45700", { date: "2025-02-12" }, "DATE_SERIAL", "DATE_FORMAT"],
    ["prix_ht", "12,50", { amountHtCents: 1250 }, "PRICE_FORMAT", "PRICE_NUMBER"],
    ["prix_ht", "1\u00A0234,50 €", { amountHtCents: 123_450 }, "PRICE_FORMAT", "PRICE_NUMBER"],
    [
      "famille_produits",
      "Fruits et légumes",
      { family: "FRUITS_ET_LEGUMES" },
      "FAMILY_WORD",
      "FAMILY_UNKNOWN",
    ],
    ["famille_produits", "boissons", { family: "BOISSONS" }, "FAMILY_WORD", "FAMILY_UNKNOWN"],
    [
      "categories_egalim",
      "Label Rouge, AOC/AOP",
      { claims: ["LABEL_ROUGE", "AOCAOP"] },
      "CATEGORY_WORD",
      "CATEGORY_UNKNOWN",
    ],
    ["categories_egalim", "BIO;IGP", { claims: ["BIO", "IGP"] }, null, "CATEGORY_UNKNOWN"],
    ["origine", "France", { origin: "FRANCE" }, "ORIGIN_WORD", "ORIGIN_UNKNOWN"],
    ["est_circuit_court", "Vrai", { short: true }, "BOOLEAN_WORD", "BOOLEAN_UNKNOWN"],
    ["est_circuit_court", "0", { short: false }, "BOOLEAN_WORD", "BOOLEAN_UNKNOWN"],
    ["definition_local", "PAT", { localScope: null }, "DEFINITION_UNUSED", "DEFINITION_WITHOUT_LOCAL"],
    ["definition_local_km", "80", { localRadiusM: null }, "KM_UNUSED", "KM_WITHOUT_KM"],
    ["siret", "2.1590350100017E13", { siret: SIRET }, "SIRET_EXPONENT", "SIRET_LENGTH"],
  ] as const)("%s « %s »", (column, cell, expected, correction, refusal) => {
    const forgiving = readRows([row({ [column]: cell })]);
    expect(forgiving.issues).toEqual([]);
    expect(forgiving.rows[0]).toMatchObject(expected);
    if (correction !== null) expect(forgiving.corrections.map(({ code }) => code)).toContain(correction);
    const strict = readRows([row({ [column]: cell })], { mode: "strict" });
    expect(strict.rows).toEqual([]);
    expect(codes(strict)).toContain(`2 ${column} ${refusal}`);
  });
});

describe("what the platform takes too is taken in both modes", () => {
  test.each([
    ["siret", `215 903 501\u00A000017`, { siret: SIRET }],
    ["famille_produits", " BOULANGERIE ", { family: "BOULANGERIE" }],
    ["categories_egalim", "BIO , IGP", { claims: ["BIO", "IGP"] }],
    ["est_circuit_court", "x", { short: true }],
    ["est_circuit_court", "non", { short: false }],
    ["prix_ht", "-4", { amountHtCents: -400 }],
    ["prix_ht", "0.125", { amountHtCents: 12 }],
    ["prix_ht", "0.1251", { amountHtCents: 13 }],
    ["prix_ht", "-0.125", { amountHtCents: -12 }],
    ["prix_ht", "1.234", { amountHtCents: 123 }],
    ["prix_ht", "97.05", { amountHtCents: 9705 }],
    ["fournisseur", "", { supplier: null }],
    ["description", "'=1+1", { description: "=1+1" }],
  ] as const)("%s « %s »", (column, cell, expected) => {
    for (const mode of ["forgiving", "strict"] as const) {
      const file = readRows([row({ [column]: cell })], { mode });
      expect(file.issues).toEqual([]);
      expect(file.rows[0]).toMatchObject(expected);
    }
  });
});

describe("what cannot be understood is an issue in both modes, never a guess", () => {
  test.each([
    ["siret", "", "REQUIRED", null],
    ["description", "\u00A0", "REQUIRED", null],
    ["date", "", "REQUIRED", null],
    ["prix_ht", "", "REQUIRED", null],
    ["famille_produits", "", "REQUIRED", null],
    ["siret", "1234", "SIRET_LENGTH", null],
    ["siret", "215903501", "SIRET_LENGTH", null],
    ["siret", "21590350100018", "SIRET_KEY", null],
    ["siret", "2.10100343E13", "SIRET_ROUNDED", null],
    ["siret", "35600000000048", "CANTEEN_UNKNOWN", null],
    ["date", "2022-02-31", "DATE_IMPOSSIBLE", null],
    ["date", "01/31/2025", "DATE_IMPOSSIBLE", "2025-01-31"],
    ["date", "5/11", "DATE_NO_YEAR", null],
    ["date", "hier", "DATE_NO_YEAR", null],
    ["date", "bientôt", "DATE_FORMAT", null],
    ["date", "2026-11-23", "DATE_FUTURE", null],
    ["prix_ht", "douze", "PRICE_NUMBER", null],
    ["prix_ht", "12 kg", "PRICE_NUMBER", null],
    ["prix_ht", "10000000.01", "PRICE_TOO_LARGE", null],
    ["famille_produits", "FRUIT_ET_LEGUMES_", "FAMILY_UNKNOWN", "FRUITS_ET_LEGUMES"],
    ["famille_produits", "Jardinage", "FAMILY_UNKNOWN", null],
    ["categories_egalim", "BIO,MSC", "CATEGORY_UNKNOWN", null],
    ["categories_egalim", "PECHE DURABEL", "CATEGORY_UNKNOWN", "PECHE_DURABLE"],
    ["origine", "Espagne", "ORIGIN_UNKNOWN", null],
    ["origine", "FRANCE,EUROPE", "ORIGIN_BOTH", null],
    ["est_local", "peut-être", "BOOLEAN_UNKNOWN", null],
    ["est_local", "?", "BOOLEAN_UNKNOWN", null],
    ["definition_local", "PAYS", "DEFINITION_UNKNOWN", null],
  ] as const)("%s « %s » is %s", (column, cell, code, suggestion) => {
    for (const mode of ["forgiving", "strict"] as const) {
      const file = readRows([row({ [column]: cell })], { mode });
      expect(file.rows).toEqual([]);
      expect(file.refused).toHaveLength(1);
      expect(codes(file)).toContain(`2 ${column} ${code}`);
      if (mode === "forgiving") expect(file.issues[0]?.suggestion).toBe(suggestion);
    }
  });

  test("a radius that is no number, on a row within km", () => {
    const file = readRows([row({ est_local: "OUI", definition_local: "KM", definition_local_km: "loin" })]);
    expect(codes(file)).toEqual(["2 definition_local_km KM_NUMBER"]);
  });
});

test("rows: blank ones inside are skipped or refused, those at the end are not there, lengths are the header's", () => {
  const blank = GOOD.map(() => "");
  const forgiving = readRows([GOOD, blank, GOOD.slice(0, 6), [...GOOD, ""], [...GOOD, "trop"], blank]);
  expect(forgiving.rows.map((each) => each.row)).toEqual([2, 4, 5]);
  expect(forgiving).toMatchObject({ read: 4 });
  expect(codes(forgiving)).toEqual(["6  ROW_LENGTH"]);
  const strict = readRows([GOOD, blank, GOOD.slice(0, 6), blank], { mode: "strict" });
  expect(codes(strict)).toEqual(["3  BLANK_ROW", "4  ROW_LENGTH"]);
});

test("the older file's characteristics and definitions are read", () => {
  const header = [...PURCHASE_COLUMNS.slice(0, 6), "caracteristiques", "definition_local"];
  const older = (marks: string, definition: string) => [...GOOD.slice(0, 6), marks, definition];
  const file = readRows(
    [
      older("BIO,EUROPE,CIRCUIT_COURT,LOCAL", "AUTOUR_SERVICE"),
      older("LOCAL", "AUTRE"),
      older("FRANCE,EUROPE", ""),
    ],
    { mode: "strict", header },
  );
  expect(file.rows).toMatchObject([
    { claims: ["BIO"], origin: "EUROPE", short: true, local: true, localScope: "KM", localRadiusM: 200_000 },
    { local: true, localScope: "KM", localRadiusM: null },
  ]);
  expect(codes(file)).toEqual(["4 caracteristiques ORIGIN_BOTH"]);
});

test("every issue and every correction has a sentence in both languages", () => {
  for (const locale of ["fr", "en"] as const) {
    for (const code of FILE_ISSUE_CODES)
      for (const suggestion of [null, "BIO"])
        expect(issueSentence({ row: 2, column: "date", value: "x", code, suggestion }, locale)).toMatch(
          /[.?…]$/,
        );
    for (const code of Object.keys(CORRECTIONS) as (keyof typeof CORRECTIONS)[])
      expect(correctionSentence({ code, column: null, count: 1, examples: [] }, locale)).toMatch(/\.$/);
  }
});
