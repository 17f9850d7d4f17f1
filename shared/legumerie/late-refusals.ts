import * as z from "zod/mini";
import type { IsoDate } from "../facts.ts";
import { idSchema } from "../ids.ts";
import { MAX_LOT_GRAMS } from "../legumerie.ts";
import { lineAmountHtCents } from "../money.ts";
import type { OrderLine } from "../orders.ts";
import type { Refusal } from "../refusals.ts";
import { refusalSchema } from "../refusals.ts";
import type { LegumerieIssue } from "./issues.ts";

/** Kilos sent back after the delivery was written. `id` is made by the client. */
export const lateRefusalSchema = z.extend(refusalSchema, {
  id: idSchema,
  canteenId: idSchema,
  deliveryId: idSchema,
  grams: z.int().check(z.minimum(1), z.maximum(MAX_LOT_GRAMS)),
});
export type LateRefusalInput = z.infer<typeof lateRefusalSchema>;

/** Everything that keeps a late refusal from being written; empty: it may be. */
export function checkLateRefusal(
  { grams }: Pick<LateRefusalInput, "grams">,
  around: { today: IsoDate; deliveredOn: IsoDate; keptGrams: number },
): LegumerieIssue[] {
  if (grams <= around.keptGrams) return [];
  return [{ field: "grams", code: "KEPT_LESS", grams: around.keptGrams }];
}

/** The canteen's line once these kilos are sent back: as much less received, as much less paid. */
export function refusedLine(
  line: OrderLine,
  { grams, refusal }: { grams: number; refusal: Refusal },
): OrderLine {
  const { quantityMilli, unitPriceHtE4 } = line;
  // Thousandths of a kilo are grams.
  const receivedMilli = Math.max(0, (line.receivedMilli ?? quantityMilli ?? 0) - grams);
  const amountHtCents =
    unitPriceHtE4 === null
      ? line.amountHtCents
      : lineAmountHtCents({ quantityMilli: receivedMilli, unitPriceHtE4 });
  return { ...line, receivedMilli, amountHtCents, refusal };
}
