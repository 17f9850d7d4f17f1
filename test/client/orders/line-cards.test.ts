import { expect, test } from "vitest";
import { hasAmount, quantityText } from "../../../client/orders/cell-text.ts";
import { rowReader } from "../../../client/orders/read-row.ts";
import type { Field } from "../../../client/orders/row.ts";
import { context, FULL, row } from "../../support/entry-rows.ts";

const read = rowReader(context());

test.each<[string, Partial<Record<Field, string>>, string]>([
  ["a unit said twice is said once", { quantity: "7 kg", unit: "kg" }, "7 kg"],
  ["a number shows as it was read", { quantity: "1234,50", unit: "kg" }, "1\u202F234,5 kg"],
  ["what is no number stands as it was typed, without a unit", { quantity: "douze", unit: "kg" }, "douze"],
  ["nothing is nothing", { quantity: "", unit: "kg" }, ""],
])("on a closed card %s", (_name, texts, shown) => {
  const line = row({ ...FULL, ...texts });
  expect(quantityText(line, read(line), "fr")).toBe(shown);
});

test.each<[string, Partial<Record<Field, string>>, boolean]>([
  ["quantity and price", {}, true],
  ["a price of zero", { price: "0" }, true],
  ["an amount alone", { quantity: "", price: "", amount: "12,00" }, true],
  ["a price that is no number", { price: "?" }, false],
  ["a quantity that is no number, beside an amount", { quantity: "douze", amount: "12,00" }, false],
  ["no price yet", { price: "" }, false],
])("a line of %s comes to an amount, or to none: %o %s", (_name, texts, comes) => {
  const line = row({ ...FULL, ...texts });
  expect(hasAmount(read(line), line)).toBe(comes);
});
