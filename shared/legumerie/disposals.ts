import * as z from "zod/mini";
import type { IsoDate } from "../facts.ts";
import { dateField } from "../fields.ts";
import type { Id } from "../ids.ts";
import { idSchema } from "../ids.ts";
import type { Cut, LossCause, LossDestination } from "../legumerie.ts";
import { LOSS_DESTINATIONS, MAX_LOT_GRAMS } from "../legumerie.ts";
import type { DeliverableOutput } from "./check-delivery.ts";
import type { LegumerieIssue, LegumerieIssueCode } from "./issues.ts";

/** Finished goods taken out of stock, no canteen having them. `id` is made by the client. */
export const disposalSchema = z.object({
  id: idSchema,
  outputId: idSchema,
  disposedOn: dateField,
  grams: z.int().check(z.minimum(1), z.maximum(MAX_LOT_GRAMS)),
  destination: z.enum(LOSS_DESTINATIONS),
});
export type Disposal = z.infer<typeof disposalSchema>;

/** Why finished goods leave unsold: nobody took them in time. */
export const DISPOSAL_CAUSE = "EXPIRED" satisfies LossCause;

/** A disposal in a list, with what it is of. Grams with its corrections. */
export interface ListedDisposal extends Disposal {
  productId: Id;
  productName: string;
  productNameEn: string;
  cut: Cut;
  packedOn: IsoDate;
  useBy: IsoDate;
}

/** Everything that keeps a disposal from being written; empty: it may be. Food past its use-by date is not given. */
export function checkDisposal(
  { disposedOn, grams, destination }: Disposal,
  { today, output }: { today: IsoDate; output: DeliverableOutput | undefined },
): LegumerieIssue[] {
  const issues: LegumerieIssue[] = [];
  const at = (field: keyof Disposal, code: LegumerieIssueCode, left?: number) =>
    issues.push({ field, code, grams: left ?? null });
  if (disposedOn > today) at("disposedOn", "DATE_IN_FUTURE");
  if (output === undefined) {
    at("outputId", "UNKNOWN_OUTPUT");
    return issues;
  }
  if (!output.batchEnded) at("outputId", "BATCH_OPEN");
  if (disposedOn < output.packedOn) at("disposedOn", "DISPOSED_BEFORE_PACKING");
  if (mayNotBeGiven({ destination, disposedOn }, output)) at("destination", "GIFT_AFTER_USE_BY");
  if (grams > output.leftGrams) at("grams", "OUTPUT_STOCK", output.leftGrams);
  return issues;
}

function mayNotBeGiven(
  { destination, disposedOn }: { destination: LossDestination; disposedOn: IsoDate },
  { useBy }: { useBy: IsoDate },
): boolean {
  return destination === "GIFT" && disposedOn > useBy;
}
