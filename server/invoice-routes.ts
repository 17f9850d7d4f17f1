import type { Request, Response } from "express";
import * as z from "zod/mini";
import { findInvoiceOriginal } from "../db/queries/files.ts";
import { idSchema } from "../shared/ids.ts";
import { recogniseProof } from "../shared/proof-files.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { requireCanteen, requireRight } from "./trpc.ts";

/** Originals of invoices and documents: each is its canteen's alone. */
export const INVOICE_ROUTES = [
  { method: "get", path: "/invoices/:canteenId/:invoiceId", handle: sendOriginal },
] as const;

const address = z.object({ canteenId: idSchema, invoiceId: idSchema });

/** What may run or load in an original shown by itself, or beside the entry: nothing of ours. */
const CLOSED = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";

/** Shown when a browser draws it safely (PDF, PNG, JPEG, WebP) and it is not asked to be saved; else given to be saved. */
async function sendOriginal(ctx: AppContext, request: Request, response: Response): Promise<void> {
  requireRight(ctx, "orders.draft");
  const asked = address.safeParse(request.params);
  if (!asked.success) throw new AppError("NOT_FOUND");
  const { canteenId, invoiceId } = asked.data;
  const { reader } = await requireCanteen(ctx, canteenId, "orders.draft");
  const file = await findInvoiceOriginal(reader, { canteenId, invoiceId });
  if (file === undefined) throw new AppError("NOT_FOUND");
  const drawn = recogniseProof(new Uint8Array(file.content));
  const inline = drawn !== null && request.query.enregistrer === undefined;
  response
    .status(200)
    .set({
      "Content-Type": drawn ?? "application/octet-stream",
      "Content-Disposition": `${inline ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(file.file_name)}`,
      "Content-Security-Policy": CLOSED,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    })
    .end(file.content);
}
