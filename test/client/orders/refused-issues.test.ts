import { expect, test } from "vitest";
import type { Header } from "../../../client/orders/order-header.ts";
import { standingIssues, withIssues } from "../../../client/orders/refused-issues.ts";
import type { OrderIssue } from "../../../shared/orders.ts";

const SENT: Header = {
  supplier: null,
  kind: "ORDER",
  status: "DRAFT",
  orderedOn: "27/11/2026",
  deliveredOn: "26/11/2026",
  invoicedOn: "30/11/2026",
  reference: "",
  note: "",
};
const FUTURE: OrderIssue = { line: null, field: "invoicedOn", code: "DATE_IN_FUTURE" };
const BEFORE: OrderIssue = { line: null, field: "deliveredOn", code: "DELIVERED_BEFORE_ORDERED" };
const LINE: OrderIssue = { line: 0, field: "amountHtCents", code: "AMOUNT_TOO_LARGE" };
const ALL = [FUTURE, BEFORE, LINE];

test.each<[string, Partial<Header>, boolean, OrderIssue[]]>([
  ["nothing changed", {}, true, ALL],
  ["the reference changed", { reference: "BL 1" }, true, ALL],
  ["that date changed", { invoicedOn: "" }, true, [BEFORE, LINE]],
  ["the other date of the pair changed", { orderedOn: "25/11/2026" }, true, [FUTURE, LINE]],
  ["a line changed", {}, false, [FUTURE, BEFORE]],
])("what the server refused stands until it is mended: %s", (_what, change, sameLines, left) => {
  expect(standingIssues(ALL, { sent: SENT, shown: { ...SENT, ...change }, sameLines })).toEqual(left);
});

test("what the page finds too is said once", () => {
  expect(withIssues([{ ...FUTURE }], ALL)).toEqual(ALL);
  expect(withIssues([], [LINE])).toEqual([LINE]);
});
