import { expect, test } from "vitest";
import { changeDirection } from "../../../shared/indicators/change.ts";

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

test.each([
  ["up", of(100, 1000), of(121, 1000), "up"],
  ["down", of(200, 1000), of(150, 1000), "down"],
  ["still", of(1, 3), of(2, 6), "same"],
  ["the least step that is seen", of(0, 10_000), of(5, 10_000), "up"],
  ["less than what is seen", of(0, 10_000), of(4, 10_000), "same"],
] as const)("%s", (_name, before, now, expected) => {
  expect(changeDirection(before, now)).toBe(expected);
});

test("never contradicts the two figures as they are shown", () => {
  // 10.04 % and 9.96 % are both shown as 10.0 %; 10.04 % and 10.06 % as 10.0 % and 10.1 %.
  expect(changeDirection(of(1004, 10_000), of(996, 10_000))).toBe("same");
  expect(changeDirection(of(1004, 10_000), of(1006, 10_000))).toBe("up");
});

test("is null when one of the two is over nothing", () => {
  expect(changeDirection(of(0, 0), of(1, 2))).toBeNull();
  expect(changeDirection(of(1, 2), of(0, 0))).toBeNull();
});
