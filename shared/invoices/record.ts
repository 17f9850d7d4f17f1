import * as z from "zod/mini";
import { idSchema } from "../ids.ts";
import { offerInputSchema } from "../offers.ts";
import type { OrderIssue } from "../orders.ts";
import { supplierInputSchema } from "../suppliers.ts";

/** Orders that one invoice may answer to. */
export const MAX_MATCHED_ORDERS = 31;

const key = z.string().check(z.regex(/^(line|charge|allowance)-\d{1,5}$/));

/** Recording an invoice: every id is the client's own, so that sending it again changes nothing. */
export const invoiceRecordSchema = z.object({
  invoiceId: idSchema,
  /** Who sold; `create`: a supplier that is not in the catalogue yet. */
  supplier: z.object({ id: idSchema, create: z.nullable(supplierInputSchema) }),
  /** Answers to what was not known: new articles of that supplier. */
  articles: z.array(z.object({ id: idSchema, input: offerInputSchema })).check(z.maxLength(2000)),
  /** Every purchase of the invoice, once. */
  lines: z
    .array(
      z.object({
        key,
        lineId: idSchema,
        /** Null for a charge, which is no article. */
        offerId: z.nullable(idSchema),
        /** Net grams of one unit; null: not known. */
        unitGrams: z.nullable(z.int().check(z.minimum(1), z.maximum(10_000_000))),
      }),
    )
    .check(z.minLength(1), z.maxLength(2000)),
  /** The new order, or the stored ones the invoice answers to, by the first. */
  order: z.object({
    id: idSchema,
    /** Null: a new order. */
    match: z.nullable(
      z.object({
        version: z.int().check(z.minimum(1)),
        /** Further stored orders that the same invoice answers to. */
        others: z
          ._default(z.array(z.object({ id: idSchema, version: z.int().check(z.minimum(1)) })), [])
          .check(z.maxLength(MAX_MATCHED_ORDERS - 1)),
        /** By id of the order's line, or of the invoice's when it was not ordered; absent: the invoice's figures. */
        choices: z.record(idSchema, z.enum(["invoice", "mine"])),
      }),
    ),
  }),
  /** « Enregistrer malgré l'écart »: the difference that was shown, cents; null: none was. */
  acceptedGapCents: z.nullable(z.int()),
});
export type InvoiceRecord = z.infer<typeof invoiceRecordSchema>;

/** Recorded, or refused with everything that is wrong; `gapCents`: a difference nobody has accepted yet. */
export type RecordResult =
  | { recorded: true; orderId: string; differenceCents: number }
  | { recorded: false; issues: OrderIssue[]; gapCents: number | null };
