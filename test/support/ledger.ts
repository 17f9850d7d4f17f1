import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Capacity } from "../../shared/legumerie/capacity.ts";
import type { LegumerieRequest } from "../../shared/legumerie/requests.ts";
import type { Batch, Delivery, Loss, Lot, Output } from "../../shared/legumerie.ts";

/** 100 kg of conventional vegetables from Lens, bought on 1 October 2026, unless said otherwise. */
export function aLot(lot: Pick<Lot, "producerId" | "productId"> & Partial<Lot>): Lot {
  return {
    id: newId(),
    variety: null,
    grossGrams: 100_000,
    priceHtCents: 4_300,
    harvestedOn: null,
    receivedOn: "2026-10-01",
    originCommune: "62498",
    organicStage: null,
    supplierLot: null,
    intermediaries: 0,
    owned: true,
    ...lot,
  };
}

/** Packed on 2 October 2026, to be used by the 12th, unless said otherwise. */
export function anOutput(output: Pick<Output, "productId"> & Partial<Output>): Output {
  return {
    id: newId(),
    netGrams: 80_000,
    packGrams: 5_000,
    packedOn: "2026-10-02",
    useBy: "2026-10-12",
    ...output,
  };
}

/** 20 kg of peelings to the compost unless said otherwise. */
export function aLoss(loss: Partial<Loss> = {}): Loss {
  return { id: newId(), grams: 20_000, cause: "PEELING", destination: "COMPOST", ...loss };
}

/** Grated on 2 October 2026, ended the same day, unless said otherwise. */
export function aBatch(batch: Pick<Batch, "inputs"> & Partial<Batch>): Batch {
  return {
    id: newId(),
    startedOn: "2026-10-02",
    endedOn: "2026-10-02",
    cut: "GRATED",
    outputs: [],
    losses: [],
    ...batch,
  };
}

/** 10 kg at 2,50 € the kilo, delivered on 3 October 2026, unless said otherwise. */
export function aDelivery(
  { canteenId, outputId }: { canteenId: Id; outputId: Id },
  given: Partial<Delivery["outputs"][number]> & Partial<Pick<Delivery, "deliveredOn" | "id">> = {},
): Delivery {
  const { deliveredOn = "2026-10-03", id = newId(), ...line } = given;
  const refusal = (line.refusedGrams ?? 0) === 0 ? null : { reason: "QUALITY" as const, note: null };
  const told = { refusal, replaces: null, requestId: null };
  const output = {
    id: newId(),
    outputId,
    grams: 10_000,
    refusedGrams: 0,
    ...told,
    unitPriceHtE4: 25_000,
    ...line,
  };
  return { id, canteenId, deliveredOn, reference: null, outputs: [output] };
}

/** 50 kg grated, once, unless said otherwise. */
export function aRequest(
  key: Pick<LegumerieRequest, "legumerieId" | "productId" | "wantedOn">,
  request: Partial<LegumerieRequest> = {},
): LegumerieRequest {
  const when = { weekly: false, organic: false, note: null };
  return { id: newId(), cut: "GRATED", grams: 50_000, ...key, ...when, ...request };
}

/** 500 kg a day from Monday to Friday on school weeks, from 1 September 2026, unless said otherwise. */
export function aCapacity(capacity: Partial<Capacity> = {}): Capacity {
  return {
    validFrom: "2026-09-01",
    gramsPerDay: 500_000,
    weekdays: [1, 2, 3, 4, 5],
    schoolCalendar: true,
    closures: [],
    ...capacity,
  };
}
