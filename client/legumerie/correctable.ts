import { lotCode, outputCode } from "../../shared/legumerie/codes.ts";
import type { ListedDisposal } from "../../shared/legumerie/disposals.ts";
import { LOSS_CAUSE_LABELS } from "../../shared/legumerie.ts";
import type { Locale } from "../../shared/locales.ts";
import type { CorrectablePart } from "./correct-drawer.tsx";
import type { LedgerBatch, ReceivedLot } from "./workshop.ts";
import { nameIn } from "./workshop.ts";

/** The weight of a received lot. */
export function lotParts(lot: ReceivedLot): CorrectablePart[] {
  const label = `${lot.productName} · ${lotCode(lot)}`;
  return [{ part: "LOT", batchId: null, subjectId: lot.id, label, grams: lot.standingGrams }];
}

/** What was taken out of stock, no canteen having it. */
export function disposalParts(disposal: ListedDisposal, locale: Locale): CorrectablePart[] {
  const { id, outputId, packedOn, grams } = disposal;
  const product = nameIn({ name: disposal.productName, nameEn: disposal.productNameEn }, locale);
  const label = `${product} · ${outputCode({ id: outputId, packedOn })}`;
  return [{ part: "DISPOSAL", batchId: null, subjectId: id, label, grams }];
}

/** Every weight of an ended batch: what went in, what came out, what was lost. */
export function batchParts(batch: LedgerBatch, locale: Locale): CorrectablePart[] {
  const batchId = batch.id;
  const lots = new Map(batch.lots.map((lot) => [lot.id, lot]));
  const products = new Map(batch.products.map(({ id, name }) => [id, name]));
  return [
    ...batch.inputs.map(({ lotId, grams }): CorrectablePart => {
      const lot = lots.get(lotId);
      const label = lot === undefined ? lotId : `${lot.productName} · ${lotCode(lot)}`;
      return { part: "INPUT", batchId, subjectId: lotId, label, grams };
    }),
    ...batch.outputs.map((output): CorrectablePart => {
      const label = `${products.get(output.productId) ?? ""} · ${outputCode(output)}`;
      return { part: "OUTPUT", batchId, subjectId: output.id, label, grams: output.netGrams };
    }),
    ...batch.losses.map(({ id, cause, grams }): CorrectablePart => {
      const words = LOSS_CAUSE_LABELS[cause][locale];
      const label = `${words.charAt(0).toLocaleUpperCase(locale)}${words.slice(1)}`;
      return { part: "LOSS", batchId, subjectId: id, label, grams };
    }),
  ];
}
