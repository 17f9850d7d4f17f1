import { expect, test } from "vitest";
import { demoId } from "../../server/demo/ids.ts";
import { idSchema } from "../../shared/ids.ts";
import { createRandom } from "../../shared/random.ts";

const SEEDS = Array.from({ length: 200_000 }, (_, index) => `seed ${index}`);

test("draws are the same on every machine", () => {
  const random = createRandom("arras");
  const draws = Array.from({ length: 5 }, () => random.below(1000));
  expect(draws).toEqual([45, 140, 714, 35, 159]);
});

test("chances come true as often as they say, whatever the seeds have in common", () => {
  const hits = SEEDS.filter((seed) => createRandom(seed).chance(2500)).length;
  expect(hits / SEEDS.length).toBeGreaterThan(0.245);
  expect(hits / SEEDS.length).toBeLessThan(0.255);
});

test("bounds are both reached and never passed", () => {
  const random = createRandom("bounds");
  const draws = new Set(Array.from({ length: 1000 }, () => random.between(3, 6)));
  expect([...draws].sort()).toEqual([3, 4, 5, 6]);
});

test("ids are UUIDv7 of their day, sorted by day, the same for a key and different for another", () => {
  const ids = SEEDS.map((seed) => demoId("2025-03-04", seed));
  expect(ids.filter((id) => !idSchema.safeParse(id).success || id[14] !== "7")).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(demoId("2025-03-04", "a")).toBe(demoId("2025-03-04", "a"));
  expect(demoId("2025-03-04", "a") < demoId("2025-03-05", "b")).toBe(true);
  expect(Number.parseInt(ids[0]?.replaceAll("-", "").slice(0, 12) ?? "", 16)).toBe(Date.UTC(2025, 2, 4));
});
