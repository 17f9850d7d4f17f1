import * as z from "zod/mini";
import { isIsoDate } from "../calendar.ts";
import type { IsoDate, IsoInstant } from "../facts.ts";
import { searchField } from "../fields.ts";
import type { FileKind } from "../file-kinds.ts";
import type { Id } from "../ids.ts";
import { idSchema } from "../ids.ts";
import type { InvoiceKind } from "../invoices.ts";
import type { InvoiceState } from "./states.ts";
import { INVOICE_STATES } from "./states.ts";

/** One document of a canteen in a list. */
export interface InvoiceSummary {
  id: Id;
  state: InvoiceState;
  media: FileKind;
  fileName: string;
  /** Null: the original holds no data. */
  kind: InvoiceKind | null;
  number: string | null;
  issuedOn: IsoDate | null;
  supplierId: Id | null;
  /** Null: not recognised yet. */
  supplierName: string | null;
  /** As the document says it. */
  sellerName: string | null;
  /** Cents, signed; null: not said. */
  taxExclusiveCents: number | null;
  taxInclusiveCents: number | null;
  /** What the lines add up to minus the declared total HT, cents. */
  gapCents: number;
  /** What was recorded minus the declared total HT, cents; null: not recorded. */
  differenceCents: number | null;
  /** The order it went to, or is the proof of; it may not be there yet. */
  orderId: Id | null;
  createdAt: IsoInstant;
}

const isoDate = z.string().check(z.refine(isIsoDate));

/** Which documents of a canteen a list shows; null or an empty text: no condition. `page` counts from 0. */
export const invoiceListSchema = z.object({
  state: z.nullable(z.enum(INVOICE_STATES)),
  supplierId: z.nullable(idSchema),
  from: z.nullable(isoDate),
  to: z.nullable(isoDate),
  /** Only those whose lines, or record, differ from the declared total. */
  differing: z.boolean(),
  search: searchField,
  page: z.int().check(z.minimum(0), z.maximum(100_000)),
  pageSize: z.int().check(z.minimum(1), z.maximum(100)),
});

export type InvoiceFilter = Omit<z.infer<typeof invoiceListSchema>, "page" | "pageSize">;
