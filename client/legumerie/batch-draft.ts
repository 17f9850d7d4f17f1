import { addDays } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { MassBalance } from "../../shared/legumerie/mass-balance.ts";
import { massBalance } from "../../shared/legumerie/mass-balance.ts";
import type { Batch, Cut, LossCause, LossDestination } from "../../shared/legumerie.ts";
import { USUAL_USE_BY_DAYS } from "../../shared/legumerie.ts";
import type { SearchOption } from "../ui/search-select.tsx";
import { dateOf, scaledOf } from "./lot-draft.ts";

export interface InputDraft {
  key: Id;
  lotId: Id | null;
  kg: string;
}
export interface OutputDraft {
  id: Id;
  product: SearchOption | null;
  kg: string;
  packKg: string;
  packed: string;
  useBy: string;
}
export interface LossDraft {
  id: Id;
  kg: string;
  cause: LossCause;
  destination: LossDestination;
}

/** A batch while it is being typed. */
export interface BatchDraft {
  started: string;
  ended: string;
  cut: Cut;
  inputs: InputDraft[];
  outputs: OutputDraft[];
  losses: LossDraft[];
}

const day = (date: IsoDate): string => formatDateShort(date, "fr");
const kg = (grams: number): string => formatEntry({ value: grams, decimals: 3 }, "fr");

export function newBatchDraft(today: IsoDate): BatchDraft {
  return { started: day(today), ended: "", cut: "GRATED", inputs: [newInput()], outputs: [], losses: [] };
}

/** What the plan of the week says to start, to be weighed: nothing that comes out has a weight yet. */
export function plannedDraft(
  planned: {
    productId: Id;
    cut: Cut;
    useByDays: number;
    inputs: readonly { lotId: Id; grams: number }[];
  },
  { today, productName }: { today: IsoDate; productName: string },
): BatchDraft {
  const output = {
    ...newOutput(today),
    product: { value: planned.productId, label: productName },
    useBy: day(addDays(today, planned.useByDays)),
  };
  return {
    ...newBatchDraft(today),
    cut: planned.cut,
    inputs: planned.inputs.map(({ lotId, grams }) => ({ key: lotId, lotId, kg: kg(grams) })),
    outputs: [output],
  };
}

/** An open batch as it was kept. */
export function batchDraftOf(batch: Batch, nameOf: (productId: Id) => string): BatchDraft {
  return {
    started: day(batch.startedOn),
    ended: batch.endedOn === null ? "" : day(batch.endedOn),
    cut: batch.cut,
    inputs: batch.inputs.map(({ lotId, grams }) => ({ key: lotId, lotId, kg: kg(grams) })),
    outputs: batch.outputs.map((output) => ({
      id: output.id,
      product: { value: output.productId, label: nameOf(output.productId) },
      kg: kg(output.netGrams),
      packKg: output.packGrams === null ? "" : kg(output.packGrams),
      packed: day(output.packedOn),
      useBy: day(output.useBy),
    })),
    losses: batch.losses.map(({ id, grams, cause, destination }) => ({
      id,
      kg: kg(grams),
      cause,
      destination,
    })),
  };
}

export function newInput(): InputDraft {
  return { key: newId(), lotId: null, kg: "" };
}

export function newOutput(today: IsoDate): OutputDraft {
  const useBy = addDays(today, USUAL_USE_BY_DAYS[1]);
  return { id: newId(), product: null, kg: "", packKg: "5", packed: day(today), useBy: day(useBy) };
}

export function newLoss(): LossDraft {
  return { id: newId(), kg: "", cause: "PEELING", destination: "COMPOST" };
}

/** What the schema reads: null for what is missing or not readable. */
export function typedBatch(
  draft: BatchDraft,
  { id, today, end }: { id: Id; today: IsoDate; end: boolean },
): unknown {
  return {
    id,
    startedOn: dateOf(draft.started, today),
    endedOn: end ? (draft.ended.trim() === "" ? today : (dateOf(draft.ended, today) ?? draft.ended)) : null,
    cut: draft.cut,
    inputs: draft.inputs.map(({ lotId, kg: text }) => ({ lotId, grams: scaledOf(text, 3) })),
    // Kept open, a product that was not weighed yet is not there yet.
    outputs: draft.outputs
      .filter((output) => end || output.kg.trim() !== "")
      .map((output) => ({
        id: output.id,
        productId: output.product?.value ?? null,
        netGrams: scaledOf(output.kg, 3),
        packGrams: output.packKg.trim() === "" ? null : (scaledOf(output.packKg, 3) ?? output.packKg),
        packedOn: dateOf(output.packed, today),
        useBy: dateOf(output.useBy, today),
      })),
    losses: draft.losses.map(({ id: lossId, kg: text, cause, destination }) => ({
      id: lossId,
      grams: scaledOf(text, 3),
      cause,
      destination,
    })),
  };
}

/** The balance of what can be read so far; the rest counts for nothing yet. */
export function draftBalance(draft: BatchDraft): MassBalance {
  const grams = (text: string): number => scaledOf(text, 3) ?? 0;
  return massBalance({
    inputs: draft.inputs.map((input) => ({ grams: grams(input.kg) })),
    outputs: draft.outputs.map((output) => ({ netGrams: grams(output.kg) })),
    losses: draft.losses.map((loss) => ({ grams: grams(loss.kg) })),
  });
}
