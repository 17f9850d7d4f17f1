import * as z from "zod/mini";
import type { IsoDate } from "./facts.ts";
import { dateField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { DatedStatus } from "./social-marks.ts";
import { holdsOn } from "./social-marks.ts";
import type { SocialStatus } from "./social-statuses.ts";
import { isLegalForm, SOCIAL_STATUSES } from "./social-statuses.ts";

/** What one supplier is, from a day to a day. */
export interface SupplierStatus extends DatedStatus {
  id: Id;
  supplierId: Id;
}

export const supplierStatusInputSchema = z
  .object({
    status: z.enum(SOCIAL_STATUSES, "choice"),
    reference: z.nullable(
      z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(200, "too-long")),
    ),
    validFrom: z.nullable(dateField),
    validTo: z.nullable(dateField),
  })
  .check(
    z.refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validTo >= validFrom, {
      path: ["validTo"],
      error: "date-order",
    }),
  );
export type SupplierStatusInput = z.infer<typeof supplierStatusInputSchema>;

/** `id` is made by the client: sending the same save again changes nothing. */
export const supplierStatusSaveSchema = z.object({
  id: idSchema,
  supplierId: idSchema,
  input: supplierStatusInputSchema,
});

/** What a supplier is on that day, in the order of SOCIAL_STATUSES. */
export function statusesOn(statuses: readonly DatedStatus[], date: IsoDate): SocialStatus[] {
  const held = new Set(statuses.filter((one) => holdsOn(one, date)).map(({ status }) => status));
  return SOCIAL_STATUSES.filter((status) => held.has(status));
}

/**
 * Another status of the supplier with which this one cannot stand: the same one, or another legal form, on a common
 * day; undefined: there is none.
 */
export function findContradiction(
  status: SupplierStatus,
  others: readonly SupplierStatus[],
): SupplierStatus | undefined {
  return others.find(
    (other) =>
      other.id !== status.id &&
      (other.status === status.status || (isLegalForm(other.status) && isLegalForm(status.status))) &&
      (status.validFrom === null || other.validTo === null || other.validTo >= status.validFrom) &&
      (status.validTo === null || other.validFrom === null || other.validFrom <= status.validTo),
  );
}
