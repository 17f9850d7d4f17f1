import { newId } from "../../shared/ids.ts";
import { A_SCENARIO } from "../support/scenario.ts";
import { TODAY } from "../support/seed.ts";
import type { RightsRow } from "./rights-row.ts";

/** Rows of the procedures of the légumeries. */
export const LEGUMERIE_RIGHTS: Readonly<Record<string, RightsRow>> = {
  "legumerie.batches": { scope: "legumerie", right: "legumerie.read", input: () => ({}) },
  "legumerie.canteens": { scope: "legumerie", right: "legumerie.write", input: () => ({}) },
  "legumerie.deliver": {
    scope: "legumerie",
    right: "legumerie.write",
    input: ({ canteenId }) => ({ delivery: aDelivery(canteenId) }),
    foreign: ({ canteenId }) => ({ delivery: aDelivery(canteenId) }),
  },
  "legumerie.deliverable": { scope: "legumerie", right: "legumerie.write", input: () => ({}) },
  "legumerie.deliveries": { scope: "legumerie", right: "legumerie.read", input: () => ({}) },
  "legumerie.figures": { scope: "legumerie", right: "legumerie.read", input: () => ({ year: 2026 }) },
  "legumerie.lots": { scope: "legumerie", right: "legumerie.read", input: () => ({}) },
  "legumerie.lotsInStock": { scope: "legumerie", right: "legumerie.write", input: () => ({}) },
  "legumerie.mine": { scope: "member", right: "legumerie.read" },
  "legumerie.outputs": { scope: "legumerie", right: "legumerie.read", input: () => ({}) },
  "legumerie.receiveLot": { scope: "legumerie", right: "legumerie.write" },
  "legumerie.saveBatch": { scope: "legumerie", right: "legumerie.write" },
  "legumerie.traceLot": {
    scope: "legumerie",
    right: "legumerie.read",
    foreign: () => ({ lotId: newId() }),
  },
  "legumerie.traceOutput": {
    scope: "legumerie",
    right: "legumerie.read",
    foreign: () => ({ outputId: newId() }),
  },
  "legumerieHours.ofYear": { scope: "legumerie", right: "legumerie.read", input: () => ({ year: 2026 }) },
  "legumerieHours.save": {
    scope: "legumerie",
    right: "legumerie.write",
    input: () => ({ hours: { month: "2026-01", rows: [] } }),
  },
  "legumerieIndicators.read": {
    scope: "legumerie",
    right: "legumerie.read",
    input: () => ({ kind: "year", day: TODAY }),
  },
  "legumerieIndicators.ediblePrices": {
    scope: "legumerie",
    right: "legumerie.read",
    input: () => ({ year: 2026 }),
  },
  "legumerieIndicators.scenario": {
    scope: "legumerie",
    right: "legumerie.read",
    input: () => ({ scenario: A_SCENARIO, sizes: [80] }),
  },
  "legumerieLedger.stockOn": { scope: "legumerie", right: "legumerie.read", input: () => ({ day: TODAY }) },
  "legumerieLedger.corrections": { scope: "legumerie", right: "legumerie.read", input: () => ({}) },
  "legumerieLedger.recall": {
    scope: "legumerie",
    right: "legumerie.read",
    foreign: () => ({ start: { lotId: newId() } }),
  },
  "legumerieLedger.drills": { scope: "legumerie", right: "legumerie.read", input: () => ({}) },
  "legumerieLedger.correct": { scope: "legumerie", right: "legumerie.write" },
  "legumerieLedger.disposals": { scope: "legumerie", right: "legumerie.read", input: () => ({}) },
  "legumerieLedger.dispose": { scope: "legumerie", right: "legumerie.write" },
  "legumerieLedger.drawDrill": {
    scope: "legumerie",
    right: "legumerie.write",
    foreign: () => ({ drillId: newId() }),
  },
  "legumerieLedger.endDrill": {
    scope: "legumerie",
    right: "legumerie.write",
    foreign: () => ({
      drill: { id: newId(), lotId: newId(), startedAt: "2026-01-01T00:00:00.000Z" },
    }),
  },
  "legumeriePlan.capacities": { scope: "legumerie", right: "legumerie.read", input: () => ({}) },
  "legumeriePlan.week": { scope: "legumerie", right: "legumerie.read", input: () => ({ monday: TODAY }) },
  "legumeriePlan.saveCapacity": { scope: "legumerie", right: "legumerie.write" },
  "legumeriePlan.removeCapacity": {
    scope: "legumerie",
    right: "legumerie.write",
    input: () => ({ validFrom: "2020-01-01" }),
  },
  "legumerieRequests.ofCanteen": { scope: "canteen", right: "orders.read", input: () => ({}) },
  "legumerieRequests.ask": { scope: "canteen", right: "orders.draft" },
  "legumerieRequests.cancel": { scope: "canteen", right: "orders.draft", foreign: () => ({ id: newId() }) },
  "legumerieRequests.readNotices": {
    scope: "canteen",
    right: "orders.draft",
    input: () => ({ ids: [newId()] }),
  },
  "legumerieRequests.open": { scope: "legumerie", right: "legumerie.read", input: () => ({}) },
  "legumerieRequests.answer": {
    scope: "legumerie",
    right: "legumerie.write",
    foreign: ({ canteenId }) => ({ answer: { canteenId, id: newId(), status: "SERVED", answer: null } }),
  },
  "legumerieRequests.refuse": {
    scope: "legumerie",
    right: "legumerie.write",
    foreign: ({ canteenId }) => ({
      refusal: { id: newId(), canteenId, deliveryId: newId(), grams: 1, reason: "QUALITY", note: null },
    }),
  },
};

/** Of an output lot nobody packed: the canteen is looked at first. */
function aDelivery(canteenId: string): unknown {
  return {
    id: newId(),
    canteenId,
    deliveredOn: TODAY,
    reference: null,
    outputs: [{ id: newId(), outputId: newId(), grams: 1000, refusedGrams: 0, unitPriceHtE4: 20_000 }],
  };
}
