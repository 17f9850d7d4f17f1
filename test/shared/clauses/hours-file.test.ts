import { describe, expect, test } from "vitest";
import type { HoursRowIssue } from "../../../shared/clauses/hours-file.ts";
import { readHoursFile, readMonth } from "../../../shared/clauses/hours-file.ts";
import type { Contract } from "../../../shared/contracts.ts";
import { aClause, aContract, anAwardedLot, anEmployer } from "../../support/contracts.ts";

const TODAY = "2026-11-22";
const HEADER = "Marché;Lot;Mois;Employeur;SIRET de l'employeur;Heures;Personnes";

const workshop = anEmployer({ name: "L'Atelier", siret: "73282932000074" });
const temping = anEmployer({ name: "Intérim solidaire", kind: "ETTI" });
const CONTRACTS: Contract[] = [
  aContract({
    number: "2026-TX-01",
    lots: [anAwardedLot({ clauses: [aClause({ employers: [workshop] })] })],
  }),
  aContract({
    number: "2026-NE-02",
    lots: [
      anAwardedLot({ number: "1", clauses: [aClause({ employers: [temping] })] }),
      anAwardedLot({ number: "2", clauses: [aClause({ employers: [anEmployer({ name: "L'Atelier" })] })] }),
    ],
  }),
];

function read(...lines: string[]): ReturnType<typeof readHoursFile> {
  const table = lines.map((line, index) => ({ number: index + 1, cells: line.split(";") }));
  return readHoursFile(table, { contracts: CONTRACTS, today: TODAY });
}

function issueOf(line: string): Omit<HoursRowIssue, "row" | "text"> | null {
  const file = read(HEADER, line);
  if ("missing" in file) throw new Error("No header");
  const [issue] = file.issues;
  if (issue === undefined) return null;
  const { row: _row, text: _text, ...rest } = issue;
  return rest;
}

describe("a file of hours", () => {
  test("is read under its title, columns in any order, a lone lot unsaid, an employer by name or SIRET", () => {
    const file = read(
      "Heures de mars",
      "heures réalisées;EMPLOYEUR;N° SIRET;SIRET;Lot;mois;Numéro de marché;Nb personnes;Remarque",
      "151,67;l'atelier;;;;03/2026;2026-tx-01;6;ras",
      "1 234,5;;;732 829 320 00074;;2026-04;2026-TX-01;;",
      "70;Intérim Solidaire;;;Lot n° 1;mars 2026;2026-NE-02;4;",
      ";L'Atelier;;;;05/2026;2026-TX-01;;à remplir",
      ";;;;;;;;",
    );
    expect(file).toMatchObject({
      rows: [
        { row: 3, employerId: workshop.id, month: "2026-03", done: { hoursE2: 15_167, people: 6 } },
        { row: 4, employerId: workshop.id, month: "2026-04", done: { hoursE2: 123_450, people: null } },
        { row: 5, employerId: temping.id, month: "2026-03", done: { hoursE2: 7_000, people: 4 } },
      ],
      issues: [],
      setAside: 1,
    });
  });

  test("without its header says which columns lack", () => {
    expect(read("Marché;Mois;Employeur", "2026-TX-01;03/2026;L'Atelier")).toEqual({ missing: ["hours"] });
    expect(read("a;b", "1;2")).toEqual({ missing: ["contract", "month", "hours"] });
  });

  test.each([
    ["2026-XX;;03/2026;L'Atelier;;10;", "contract", "CONTRACT_UNKNOWN", ["2026-TX-01", "2026-NE-02"]],
    ["2026-NE-02;;03/2026;L'Atelier;;10;", "lot", "LOT_MISSING", ["1", "2"]],
    ["2026-NE-02;3;03/2026;L'Atelier;;10;", "lot", "LOT_UNKNOWN", ["1", "2"]],
    ["2026-TX-01;;03/2026;;;10;", "employer", "EMPLOYER_MISSING", ["L'Atelier"]],
    ["2026-TX-01;;03/2026;Autre;;10;", "employer", "EMPLOYER_UNKNOWN", ["L'Atelier"]],
    ["2026-TX-01;;printemps;L'Atelier;;10;", "month", "MONTH_UNREADABLE", []],
    ["2026-TX-01;;12/2026;L'Atelier;;10;", "month", "MONTH_FUTURE", []],
    ["2026-TX-01;;12/2025;L'Atelier;;10;", "month", "MONTH_OUTSIDE", ["2026-01", "2026-12"]],
    ["2026-TX-01;;03/2026;L'Atelier;;dix;", "hours", "HOURS_UNREADABLE", []],
    ["2026-TX-01;;03/2026;L'Atelier;;-10;", "hours", "HOURS_UNREADABLE", []],
    ["2026-TX-01;;03/2026;L'Atelier;;10;2,5", "people", "PEOPLE_UNREADABLE", []],
  ])("refuses « %s » at its %s: %s", (line, column, code, accepted) => {
    expect(issueOf(line)).toEqual({ column, code, accepted });
  });

  test("refuses the second row of a month, and says where the first is", () => {
    const line = "2026-TX-01;;03/2026;L'Atelier;;10;";
    expect(read(HEADER, line, line)).toMatchObject({
      rows: [{ row: 2 }],
      issues: [{ row: 3, code: "ROW_TWICE", accepted: ["2"] }],
    });
  });
});

test.each([
  ["2026-03", "2026-03"],
  ["03/2026", "2026-03"],
  ["3-2026", "2026-03"],
  ["31/03/2026", "2026-03"],
  ["2026-03-01", "2026-03"],
  ["46082", "2026-03"],
  ["Mars 2026", "2026-03"],
  ["févr. 2026", "2026-02"],
  ["juil. 2026", "2026-07"],
  ["August 2026", "2026-08"],
  ["13/2026", null],
  ["ma 2026", null],
  ["mars", null],
])("the month « %s » is %s", (cell, month) => {
  expect(readMonth(cell)).toBe(month);
});
