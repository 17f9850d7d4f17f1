import { expect, test } from "vitest";
import { changeTenths } from "../../../shared/indicators/change.ts";

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

test.each([
  ["up", of(100, 1000), of(121, 1000), 21],
  ["down", of(200, 1000), of(150, 1000), -50],
  ["still", of(1, 3), of(2, 6), 0],
  ["a twentieth of a point goes up", of(0, 10_000), of(5, 10_000), 1],
  ["less than a twentieth is nothing", of(0, 10_000), of(4, 10_000), 0],
  ["a twentieth of a point down goes away from zero", of(5, 10_000), of(0, 10_000), -1],
])("%s", (_name, before, now, expected) => {
  expect(changeTenths(before, now)).toBe(expected);
});

test("comes from the exact rates, not from the rounded ones", () => {
  // 10.04 % (shown 10.0) to 10.16 % (shown 10.2) is 0.12 point, shown 0.1.
  expect(changeTenths(of(1004, 10_000), of(1016, 10_000))).toBe(1);
});

test("is null when one of the two is over nothing", () => {
  expect(changeTenths(of(0, 0), of(1, 2))).toBeNull();
  expect(changeTenths(of(1, 2), of(0, 0))).toBeNull();
});
