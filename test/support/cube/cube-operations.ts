import fc from "fast-check";
import type { Order, OrderLine } from "../../../shared/orders.ts";
import { COMMUNES } from "../seed.ts";

/** Indexes are taken modulo what there is. */
export type Operation =
  | {
      kind: "create";
      supplier: number;
      status: Order["status"];
      credit: boolean;
      day: number;
      lines: LineSketch[];
    }
  | { kind: "edit"; order: number; status: Order["status"]; day: number; drop: number; line: LineSketch }
  | { kind: "delete" | "restore"; order: number }
  | { kind: "prove"; supplier: number; fromDay: number; toDay: number }
  | { kind: "unprove"; supplier: number }
  | { kind: "supplier"; supplier: number; producer: boolean }
  | {
      kind: "status";
      supplier: number;
      status: "ASSOCIATION" | "SOCIETE" | "ACI" | "ESUS";
      proven: boolean;
      always: boolean;
      endless: boolean;
      fromDay: number;
      toDay: number;
    }
  | { kind: "unstatus"; supplier: number }
  | { kind: "freeze" | "reopen" };

export interface LineSketch {
  cents: number;
  quantityMilli: number;
  family: OrderLine["family"];
  organic: boolean;
  origin: number;
  intermediaries: number | null;
  weighed: boolean;
  producer: number | null;
}

const index = fc.nat(20);
const day = fc.integer({ min: 1, max: 28 });
const status = fc.constantFrom<Order["status"]>("DRAFT", "ORDERED", "RECEIVED", "INVOICED");
const sketch: fc.Arbitrary<LineSketch> = fc.record({
  cents: fc.integer({ min: -5_000, max: 50_000 }),
  quantityMilli: fc.integer({ min: -5_000, max: 50_000 }),
  family: fc.constantFrom("FRUITS_ET_LEGUMES", "VIANDES_VOLAILLES", "BOISSONS", null),
  organic: fc.boolean(),
  origin: fc.nat(COMMUNES.length),
  intermediaries: fc.constantFrom(null, 0, 1, 2),
  weighed: fc.boolean(),
  producer: fc.option(index),
});

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("create"),
      supplier: index,
      status,
      credit: fc.boolean(),
      day,
      lines: fc.array(sketch, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("edit"),
      order: index,
      status,
      day,
      drop: fc.nat(2),
      line: sketch,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("delete", "restore"), order: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("prove"), supplier: index, fromDay: day, toDay: day }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unprove"), supplier: index }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("status"),
      supplier: index,
      status: fc.constantFrom("ASSOCIATION", "SOCIETE", "ACI", "ESUS"),
      proven: fc.boolean(),
      always: fc.boolean(),
      endless: fc.boolean(),
      fromDay: day,
      toDay: day,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unstatus"), supplier: index }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("supplier"), supplier: index, producer: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("freeze", "reopen") }) },
) as fc.Arbitrary<Operation>;
