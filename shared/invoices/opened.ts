import * as z from "zod/mini";
import { fileIdSchema } from "../certificates.ts";
import type { Id } from "../ids.ts";
import { idSchema } from "../ids.ts";
import type { InvoiceRefusalCode } from "../invoices.ts";

/** A dropped file taken in as a document of a canteen; `invoiceId` is the client's own. */
export const invoiceOpenSchema = z.object({ fileId: fileIdSchema, invoiceId: idSchema });

/** Taken in; the canteen had it already, under this id; or no document at all, for this reason. */
export type OpenedInvoice =
  | { opened: true; invoiceId: Id }
  | { opened: false; sameId: Id; refusal: null }
  | { opened: false; sameId: null; refusal: InvoiceRefusalCode };
