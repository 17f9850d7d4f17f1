import type { Request, Response } from "express";
import * as z from "zod/mini";
import { findDroppedFile } from "../db/queries/files.ts";
import { isFileOfCanteen } from "../db/queries/imports.ts";
import { idSchema } from "../shared/ids.ts";
import { importReadingSchema } from "../shared/imports.ts";
import { LOCALES } from "../shared/locales.ts";
import { keepDroppedFile, readDroppedFile } from "./actions/drop-import.ts";
import { exportPurchases } from "./actions/export-purchases.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { requireCanteen, requireRight } from "./trpc.ts";
import { readUpload } from "./uploads.ts";
import { writePurchaseFiles } from "./writers/purchase-file.ts";
import { writeRefusedRows } from "./writers/refused-rows.ts";

/** Purchase files in, their refused rows and the State's file out. */
export const IMPORT_ROUTES = [
  { method: "post", path: "/imports", handle: receiveFile },
  { method: "post", path: "/price-lists", handle: receivePriceFile },
  { method: "get", path: "/imports/:fileId/refused.csv", handle: sendRefusedRows },
  { method: "get", path: "/imports/:fileId/original", handle: sendOriginal },
  { method: "get", path: "/exports/ma-cantine.csv", handle: sendPurchases },
] as const;

const refusedQuery = z.object({
  ...importReadingSchema.shape,
  canteenId: idSchema,
  locale: z._default(z.enum(LOCALES), "fr"),
});

const originalQuery = z.object({ fileId: importReadingSchema.shape.fileId, canteenId: idSchema });

const exportQuery = z.object({
  canteenId: idSchema,
  year: z.string().check(z.regex(/^20\d{2}$/)),
  /** From 1; above 10 MB there are several files. */
  part: z._default(z.string().check(z.regex(/^[1-9]\d?$/)), "1"),
});

function receiveFile(ctx: AppContext, request: Request, response: Response): Promise<void> {
  return receive(ctx, "imports.write", request, response);
}

/** A price list is kept like any dropped file; who asks for prices may bring one. */
function receivePriceFile(ctx: AppContext, request: Request, response: Response): Promise<void> {
  return receive(ctx, "prices.write", request, response);
}

async function receive(
  ctx: AppContext,
  right: "imports.write" | "prices.write",
  request: Request,
  response: Response,
): Promise<void> {
  try {
    requireRight(ctx, right);
  } catch (error) {
    request.resume();
    throw error;
  }
  response.status(201).json(await keepDroppedFile(ctx.action, await readUpload(request, ctx.importMaxBytes)));
}

async function sendRefusedRows(ctx: AppContext, request: Request, response: Response): Promise<void> {
  const query = refusedQuery.safeParse({ ...request.query, fileId: request.params.fileId });
  if (!query.success) throw new AppError("INVALID");
  const action = await requireCanteen(ctx, query.data.canteenId, "imports.write");
  const { file, fileName } = await readDroppedFile(action, query.data);
  const name = fileName.replace(/\.[^.]*$/, "");
  sendCsv(response, `${name} - lignes refusées.csv`, writeRefusedRows(file, query.data.locale));
}

/** A file of another canteen and a missing one answer the same. */
async function sendOriginal(ctx: AppContext, request: Request, response: Response): Promise<void> {
  const query = originalQuery.safeParse({ ...request.query, fileId: request.params.fileId });
  if (!query.success) throw new AppError("INVALID");
  const { canteenId, fileId } = query.data;
  const { reader } = await requireCanteen(ctx, canteenId, "imports.write");
  const file = (await isFileOfCanteen(reader, { canteenId, fileId }))
    ? await findDroppedFile(reader, fileId)
    : undefined;
  if (file === undefined) throw new AppError("NOT_FOUND");
  sendFile(response, {
    name: file.name,
    type: "application/octet-stream",
    content: Buffer.from(file.content),
  });
}

async function sendPurchases(ctx: AppContext, request: Request, response: Response): Promise<void> {
  const query = exportQuery.safeParse(request.query);
  if (!query.success) throw new AppError("INVALID");
  const { canteenId, year, part } = query.data;
  const { reader } = await requireCanteen(ctx, canteenId, "orders.read");
  const lines = await exportPurchases(reader, { canteenId, year: Number(year) });
  const files = writePurchaseFiles(lines);
  const content = files[Number(part) - 1];
  if (content === undefined) throw new AppError("NOT_FOUND");
  sendCsv(response, `achats-${year}${files.length > 1 ? `-${part}` : ""}.csv`, content);
}

function sendCsv(response: Response, name: string, content: string): void {
  sendFile(response, { name, type: "text/csv; charset=utf-8", content });
}

function sendFile(
  response: Response,
  { name, type, content }: { name: string; type: string; content: string | Buffer },
): void {
  response
    .status(200)
    .set({
      "Content-Type": type,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "X-Content-Type-Options": "nosniff",
    })
    .end(content);
}
