import { expect, test } from "vitest";
import { REFERENCE_REFUSE, referenceRefuseBp } from "../../shared/reference-refuse.ts";

test("the reference has 38 vegetables and fruits, each once, between 5 and 61 %", () => {
  expect(REFERENCE_REFUSE).toHaveLength(38);
  expect(new Set(REFERENCE_REFUSE.map(({ label }) => label.fr)).size).toBe(38);
  const shares = REFERENCE_REFUSE.map(({ refuseBp }) => refuseBp);
  expect([Math.min(...shares), Math.max(...shares)]).toEqual([500, 6100]);
});

test.each([
  ["pomme de terre", 2500],
  ["carotte", 1100],
  ["poireau", 5600],
  ["céleri-rave", 1400],
  ["patate douce", 2800],
])("%s loses %i basis points", (name, refuseBp) => {
  expect(referenceRefuseBp(name)).toBe(refuseBp);
});

test("a vegetable that the reference does not name has none", () => {
  expect(referenceRefuseBp("crosne")).toBeNull();
});
