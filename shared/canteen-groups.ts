import * as z from "zod/mini";
import { nameField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";

/** An organisation's own named set of its canteens: « Collèges ruraux », « Cuisines centrales ». */
export interface CanteenGroup {
  id: Id;
  organisationId: Id;
  name: string;
  /** Sorted; at least one. */
  canteenIds: Id[];
}

const MOST_CANTEENS = 5_000;

export const canteenGroupInputSchema = z.object({
  name: nameField,
  canteenIds: z.array(idSchema).check(z.minLength(1, "canteens"), z.maxLength(MOST_CANTEENS, "range")),
});
export type CanteenGroupInput = z.infer<typeof canteenGroupInputSchema>;

export const canteenGroupSaveSchema = z.object({ id: idSchema, input: canteenGroupInputSchema });
