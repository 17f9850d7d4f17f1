import { expect, it } from "vitest";
import { fromJsonText, toJsonText } from "../../db/json.ts";

it("writes equal values as equal texts, whatever the order of their keys", () => {
  expect(toJsonText({ b: 1, a: { d: [2, { f: 1, e: null }], c: "é" } })).toBe(
    '{"a":{"c":"é","d":[2,{"e":null,"f":1}]},"b":1}',
  );
  expect(toJsonText({ a: 1, b: 2 })).toBe(toJsonText({ b: 2, a: 1 }));
});

it("reads back what it wrote", () => {
  const evidence = { proofs: ["CE-07", "Label Rouge"], confirmed: true, weight: null };
  expect(fromJsonText(toJsonText(evidence))).toEqual(evidence);
});

it.each([
  ["NaN", Number.NaN],
  ["a function", () => 1],
  ["Infinity", -Infinity],
])("refuses %s, which JSON would lose", (_what, value) => {
  expect(() => toJsonText({ value })).toThrow(TypeError);
});
