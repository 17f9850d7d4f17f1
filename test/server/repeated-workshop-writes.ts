import { newId } from "../../shared/ids.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput } from "../support/ledger.ts";
import type { RepeatedWrite } from "./repeated-writes.ts";

const LOT = newId();
const OUTPUT = newId();
const BATCH = newId();
const DELIVERY = newId();

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
];
const LOSS = aLoss();
const DELIVERED = aDelivery({ canteenId: "", outputId: OUTPUT }, { id: DELIVERY });
