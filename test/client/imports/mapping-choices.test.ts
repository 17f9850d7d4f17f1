import { expect, test } from "vitest";
import {
  choiceOf,
  constantOf,
  isFromColumn,
  withChoice,
  withConstant,
} from "../../../client/imports/mapping-choices.ts";
import { emptyMapping } from "../../../shared/table-mapping/mapping.ts";

const FIRST = { index: 0, header: "Désignation" };
const SECOND = { index: 1, header: "Libellé" };

test("a column is what it was last taken for, and a field is one column's", () => {
  const first = withChoice(emptyMapping(), FIRST, "description");
  expect(choiceOf(first, FIRST)).toBe("description");
  const moved = withChoice(first, SECOND, "description");
  expect(choiceOf(moved, FIRST)).toBe("");
  expect(choiceOf(moved, SECOND)).toBe("description");
  expect(moved.columns).toEqual({ description: { column: "Libellé", index: 1 } });
  expect(withChoice(moved, SECOND, "")).toEqual(emptyMapping());
});

test("a column may say one category by yes or no", () => {
  const marked = withChoice(emptyMapping(), FIRST, "mark:BIO");
  expect(marked.marks).toEqual({ BIO: { column: "Désignation", index: 0 } });
  expect(choiceOf(marked, FIRST)).toBe("mark:BIO");
  expect(withChoice(marked, FIRST, "date")).toEqual(withChoice(emptyMapping(), FIRST, "date"));
});

test("one text for every row stands in place of a column, and is taken away when empty", () => {
  const column = withChoice(emptyMapping(), FIRST, "fournisseur");
  expect(isFromColumn(column, "fournisseur")).toBe(true);
  expect(constantOf(column, "fournisseur")).toBe("");
  const chosen = withConstant(column, "fournisseur", "Grossiste du Nord");
  expect(constantOf(chosen, "fournisseur")).toBe("Grossiste du Nord");
  expect(isFromColumn(chosen, "fournisseur")).toBe(false);
  expect(choiceOf(chosen, FIRST)).toBe("");
  expect(withConstant(chosen, "fournisseur", "")).toEqual(emptyMapping());
});
