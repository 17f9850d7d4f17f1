import { newId } from "../../shared/ids.ts";
import { aBatch, aCapacity, aDelivery, aLoss, aLot, anOutput } from "../support/ledger.ts";
import type { RepeatedWrite } from "./repeated-writes.ts";

const LOT = newId();
const OUTPUT = newId();
const BATCH = newId();
const DELIVERY = newId();
const REQUEST = newId();
const GIVEN_UP = newId();
const REFUSAL = newId();
const CORRECTION = newId();
const DRILL = newId();
const DISPOSAL = newId();
const GONE = { disposedOn: "2026-10-20", destination: "COMPOST" };

/** In the order of a day. */
export const WORKSHOP_WRITES: readonly RepeatedWrite[] = [
  {
    name: "a lot received",
    procedure: "legumerie.receiveLot",
    input: ({ legumerieId, supplierId, productId }) => ({
      legumerieId,
      lot: aLot({ id: LOT, producerId: supplierId, productId }),
    }),
    adds: 1,
  },
  {
    name: "a batch ended",
    procedure: "legumerie.saveBatch",
    input: ({ legumerieId, productId }) => ({
      legumerieId,
      batch: aBatch({
        id: BATCH,
        inputs: [{ lotId: LOT, grams: 100_000 }],
        outputs: [anOutput({ id: OUTPUT, productId })],
        losses: [LOSS],
      }),
    }),
    adds: 1,
  },
  {
    name: "a delivery of the workshop",
    procedure: "legumerie.deliver",
    input: ({ legumerieId, canteenId }) => ({
      legumerieId,
      delivery: { ...DELIVERED, id: DELIVERY, canteenId },
    }),
    adds: 2,
  },
  {
    name: "a request of a canteen",
    procedure: "legumerieRequests.ask",
    input: ({ legumerieId, canteenId, productId }) => ({
      canteenId,
      request: {
        ...{ id: REQUEST, legumerieId, productId, cut: "GRATED", grams: 20_000 },
        ...{ weekly: true, wantedOn: "2099-01-05", note: null },
      },
    }),
    adds: 1,
  },
  {
    name: "a request declined",
    procedure: "legumerieRequests.answer",
    input: ({ legumerieId, canteenId }) => ({
      legumerieId,
      answer: { canteenId, id: REQUEST, status: "DECLINED", answer: "plus de place" },
    }),
    adds: 1,
  },
  {
    name: "another request",
    procedure: "legumerieRequests.ask",
    input: ({ legumerieId, canteenId, productId }) => ({
      canteenId,
      request: {
        ...{ id: GIVEN_UP, legumerieId, productId, cut: "GRATED", grams: 10_000 },
        ...{ weekly: false, wantedOn: "2099-01-12", note: null },
      },
    }),
    adds: 1,
  },
  {
    name: "a request given up",
    procedure: "legumerieRequests.cancel",
    input: ({ canteenId }) => ({ canteenId, id: GIVEN_UP }),
    adds: 1,
  },
  {
    name: "what the workshop tells, read",
    procedure: "legumerieRequests.readNotices",
    input: async ({ canteenId, ask }) => {
      const { notices } = (await ask("legumerieRequests.ofCanteen", { canteenId })) as {
        notices: { id: string }[];
      };
      return { canteenId, ids: notices.map(({ id }) => id) };
    },
    adds: 0,
  },
  {
    name: "kilos sent back",
    procedure: "legumerieRequests.refuse",
    input: ({ legumerieId, canteenId }) => ({
      legumerieId,
      refusal: {
        ...{ id: REFUSAL, canteenId, deliveryId: DELIVERED.outputs[0]?.id ?? "", grams: 1_000 },
        ...{ reason: "QUALITY", note: null },
      },
    }),
    adds: 2,
  },
  {
    name: "a correction",
    procedure: "legumerieLedger.correct",
    input: ({ legumerieId }) => ({
      legumerieId,
      correction: {
        id: CORRECTION,
        reason: "tare",
        lines: [{ part: "LOT", batchId: null, subjectId: LOT, grams: 1_000 }],
      },
    }),
    adds: 1,
  },
  {
    name: "finished goods taken out of stock",
    procedure: "legumerieLedger.dispose",
    input: ({ legumerieId }) => ({
      legumerieId,
      disposal: { ...{ id: DISPOSAL, outputId: OUTPUT, grams: 2_000 }, ...GONE },
    }),
    adds: 1,
  },
  {
    name: "an exercise of recall",
    procedure: "legumerieLedger.endDrill",
    input: ({ legumerieId }) => ({
      legumerieId,
      drill: { id: DRILL, lotId: LOT, startedAt: "2026-01-01T08:00:00.000Z" },
    }),
    adds: 1,
  },
  {
    name: "the hours of a month",
    procedure: "legumerieHours.save",
    input: ({ legumerieId }) => ({
      legumerieId,
      hours: { month: "2026-01", rows: [{ status: "CDDI", hoursE2: 15_167, people: 2 }] },
    }),
    adds: 1,
  },
  {
    name: "a capacity of the workshop",
    procedure: "legumeriePlan.saveCapacity",
    input: ({ legumerieId }) => ({ legumerieId, capacity: aCapacity() }),
    adds: 1,
  },
  {
    name: "a capacity taken out",
    procedure: "legumeriePlan.removeCapacity",
    input: ({ legumerieId }) => ({ legumerieId, validFrom: aCapacity().validFrom }),
    adds: 1,
  },
];
const LOSS = aLoss();
const DELIVERED = aDelivery({ canteenId: "", outputId: OUTPUT }, { id: DELIVERY });
