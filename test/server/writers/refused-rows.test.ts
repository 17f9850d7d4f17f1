import { expect, test } from "vitest";
import { writeRefusedRows } from "../../../server/writers/refused-rows.ts";
import { GOOD, readRows, row } from "../../support/purchase-table.ts";

const rowsOf = (text: string) => text.trimEnd().split("\n").slice(1);

test("refused rows go out as they were, with their number and the reasons", () => {
  const file = readRows([GOOD, row({ date: "2025-02-31", prix_ht: "-3,50" })]);
  expect(rowsOf(writeRefusedRows(file, "fr"))).toEqual([
    `${GOOD[0]};Carottes;Ferme;2025-02-31;"-3,50";FRUITS_ET_LEGUMES;BIO;FRANCE;OUI;NON;;;3;date : Ce jour n'existe pas dans le calendrier. Le jour vient avant le mois\u00A0: 31/01/2026.`,
  ]);
});

test("a value beyond the header stays in its place, before the number and the reasons", () => {
  const file = readRows([[...GOOD, "", "de trop"]]);
  expect(writeRefusedRows(file, "en").split("\n")[0]).toMatch(/definition_local_km,,,row,errors$/);
  expect(rowsOf(writeRefusedRows(file, "en"))[0]).toMatch(/,NON,,,,de trop,2,/);
});

test.each([
  "=1+1",
  "+33 6",
  "@SUM(A1)",
  "-cmd",
  "\t=1",
  "=cmd|' /C calc'!A0",
])("« %s » goes out as text", (cell) => {
  const file = readRows([row({ description: cell, date: "jamais" })]);
  const [line = ""] = rowsOf(writeRefusedRows(file, "fr"));
  expect(line.split(";")[1]?.replaceAll('"', "")).toMatch(/^'/);
});

test("two thousand rows of one number, as a damaged workbook has, have thirty reasons each at most", () => {
  const file = readRows([row({ date: "jamais" })]);
  const [issue] = file.issues;
  const [refused] = file.refused;
  if (issue === undefined || refused === undefined) throw new Error("the row was not refused");
  const times = <Item>(item: Item) => Array.from({ length: 2_000 }, () => item);
  const text = writeRefusedRows({ ...file, issues: times(issue), refused: times(refused) }, "fr");
  expect(text.match(/date : /g)).toHaveLength(2_000 * 30);
});
