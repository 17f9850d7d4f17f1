import { expect, test } from "vitest";
import { shownRows } from "../../../client/ui/data-table.tsx";

test.each([
  ["a table without fold", 40, undefined, 40],
  ["a short table", 8, 10, 8],
  ["two rows too many: the fold would cost more than it saves", 12, 10, 12],
  ["three rows too many", 13, 10, 10],
])("%s", (_name, total, foldAfter, shown) => {
  expect(shownRows(total, foldAfter)).toBe(shown);
});
