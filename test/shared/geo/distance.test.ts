import { describe, expect, test } from "vitest";
import { distanceM } from "../../../shared/geo/distance.ts";

const ARRAS = { latE6: 50_293_000, lngE6: 2_781_860 };
const CALAIS = { latE6: 50_951_940, lngE6: 1_856_350 };
const SAINT_DENIS_REUNION = { latE6: -20_882_310, lngE6: 55_450_400 };

describe("distanceM", () => {
  test("a place is at 0 m of itself", () => {
    expect(distanceM(ARRAS, ARRAS)).toBe(0);
  });

  test("one degree of latitude is 111 195 m", () => {
    expect(distanceM({ latE6: 50_000_000, lngE6: 0 }, { latE6: 51_000_000, lngE6: 0 })).toBe(111_195);
  });

  test("one degree of longitude at 60° is half of one at the equator", () => {
    const north = distanceM({ latE6: 60_000_000, lngE6: 0 }, { latE6: 60_000_000, lngE6: 1_000_000 });
    expect(north).toBeGreaterThan(55_590);
    expect(north).toBeLessThan(55_600);
  });

  test("Arras to Calais is about 98 km, whichever way", () => {
    expect(distanceM(ARRAS, CALAIS)).toBe(distanceM(CALAIS, ARRAS));
    expect(Math.round(distanceM(ARRAS, CALAIS) / 1000)).toBe(98);
  });

  test("it crosses the equator and stays whole metres", () => {
    const metres = distanceM(ARRAS, SAINT_DENIS_REUNION);
    expect(Number.isInteger(metres)).toBe(true);
    expect(metres).toBeGreaterThan(9_200_000);
    expect(metres).toBeLessThan(9_500_000);
  });

  test("antipodes are half the circumference, never NaN", () => {
    expect(distanceM({ latE6: 0, lngE6: 0 }, { latE6: 0, lngE6: 180_000_000 })).toBe(20_015_115);
  });
});
