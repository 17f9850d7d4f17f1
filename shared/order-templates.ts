import * as z from "zod/mini";
import type { IsoInstant } from "./facts.ts";
import { nameField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { OrderLine } from "./orders.ts";
import { MAX_ORDER_LINES, orderLineSchema } from "./orders.ts";

/** A named set of lines of one supplier that a canteen orders again and again: « Panier du lundi ». */
export interface OrderTemplate {
  id: Id;
  supplierId: Id;
  name: string;
  /** Nothing received or refused on them; their ids are given anew in each order. */
  lines: OrderLine[];
  updatedAt: IsoInstant;
}

/** `id` is made by the client: sending the same save again changes nothing. */
export const orderTemplateSchema = z.object({
  id: idSchema,
  supplierId: idSchema,
  name: nameField,
  lines: z.array(orderLineSchema).check(z.minLength(1), z.maxLength(MAX_ORDER_LINES)),
});
export type OrderTemplateInput = z.infer<typeof orderTemplateSchema>;

export const orderTemplateRenameSchema = z.object({ templateId: idSchema, name: nameField });

/** The lines as a template keeps them: what was asked for, without what came. */
export function templateLines(lines: readonly OrderLine[]): OrderLine[] {
  return lines.map((line) => ({ ...line, receivedMilli: null, refusal: null }));
}
