import fc from "fast-check";

/** One thing an operator may try; weights are often too much, on purpose. */
export type Step =
  | { kind: "receive"; grams: number; producer: number; organic: boolean; day: number }
  | { kind: "work"; lots: number[]; share: number; yieldPercent: number; missing: number; end: boolean }
  | { kind: "end"; batch: number }
  | { kind: "deliver"; output: number; canteen: number; percent: number; refusedPercent: number }
  | { kind: "sendBack"; delivery: number; percent: number }
  | { kind: "correctLot"; lot: number; percent: number }
  | { kind: "correctBatch"; batch: number; percent: number; paired: boolean }
  | { kind: "dispose"; output: number; percent: number; day: number; gift: boolean }
  | { kind: "correctDisposal"; disposal: number; percent: number };

const weight = fc.integer({ min: 1, max: 200_000 });
const index = fc.nat(20);
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("receive" as const),
      grams: weight,
      producer: fc.nat(2),
      organic: fc.nat(3).map((chance) => chance > 0),
      day: fc.integer({ min: 3, max: 9 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("work" as const),
      lots: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
      share: fc.integer({ min: 1, max: 70 }),
      yieldPercent: fc.integer({ min: 0, max: 104 }),
      missing: fc.integer({ min: 0, max: 3 }),
      end: fc.nat(3).map((chance) => chance > 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("end" as const), batch: index }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("deliver" as const),
      output: index,
      canteen: fc.nat(1),
      percent: fc.integer({ min: 1, max: 110 }),
      refusedPercent: fc.oneof(fc.constant(0), fc.nat(105)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("sendBack" as const),
      delivery: index,
      percent: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("correctLot" as const),
      lot: index,
      percent: fc.integer({ min: -110, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("correctBatch" as const),
      batch: index,
      percent: fc.integer({ min: -30, max: 30 }),
      paired: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("dispose" as const),
      output: index,
      percent: fc.integer({ min: 1, max: 110 }),
      // Before and after the use-by date.
      day: fc.integer({ min: 10, max: 20 }),
      gift: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("correctDisposal" as const),
      disposal: index,
      percent: fc.integer({ min: -110, max: 110 }),
    }),
  },
);

/** A proven lot, all of it packed and delivered organic, part of it sent back, its loss weighed again, the rest disposed. */
export const ORGANIC_HISTORY: Step[] = [
  { kind: "receive", grams: 100_000, producer: 0, organic: true, day: 6 },
  { kind: "work", lots: [0], share: 70, yieldPercent: 80, missing: 0, end: true },
  { kind: "deliver", output: 0, canteen: 0, percent: 50, refusedPercent: 10 },
  { kind: "sendBack", delivery: 0, percent: 20 },
  { kind: "correctBatch", batch: 0, percent: 5, paired: true },
  { kind: "dispose", output: 0, percent: 30, day: 20, gift: false },
  { kind: "correctDisposal", disposal: 0, percent: -50 },
];
