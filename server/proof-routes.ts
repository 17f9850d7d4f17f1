import type { Request, Response } from "express";
import * as z from "zod/mini";
import { findProof } from "../db/queries/files.ts";
import { listCanteenIdsInScopes } from "../db/queries/scopes.ts";
import { fileIdSchema } from "../shared/certificates.ts";
import { idSchema } from "../shared/ids.ts";
import { LOCALES } from "../shared/locales.ts";
import { keepProof } from "./actions/keep-proof.ts";
import { readProofs } from "./actions/read-proofs.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { requireRight } from "./trpc.ts";
import { readUpload } from "./uploads.ts";
import { writeProofs } from "./writers/proofs.ts";

/** Proof documents of certificates: shared by all who read the catalogue. */
export const PROOF_ROUTES = [
  { method: "post", path: "/proofs", handle: receiveProof },
  { method: "get", path: "/proofs/:id", handle: sendProof },
  { method: "get", path: "/justificatifs.csv", handle: sendProofsTable },
] as const;

async function receiveProof(ctx: AppContext, request: Request, response: Response): Promise<void> {
  try {
    requireRight(ctx, "catalogue.write");
  } catch (error) {
    request.resume();
    throw error;
  }
  const file = await readUpload(request);
  response.status(201).json(await keepProof(ctx.action, file));
}

async function sendProof(ctx: AppContext, request: Request, response: Response): Promise<void> {
  requireRight(ctx, "catalogue.read");
  const id = fileIdSchema.safeParse(request.params.id);
  const file = id.success ? await findProof(ctx.action.reader, id.data) : undefined;
  if (file === undefined) throw new AppError("NOT_FOUND");
  response
    .status(200)
    .set({
      "Content-Type": file.media_type,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    })
    .end(file.content);
}

/** `canteenId` absent: every canteen that the caller may read. */
const tableQuery = z.object({
  canteenId: z.optional(idSchema),
  locale: z._default(z.enum(LOCALES), "fr"),
});

async function sendProofsTable(ctx: AppContext, request: Request, response: Response): Promise<void> {
  const query = tableQuery.safeParse(request.query);
  if (!query.success) throw new AppError("INVALID");
  const { canteenId, locale } = query.data;
  const { reader, today } = ctx.action;
  const own = await listCanteenIdsInScopes(reader, requireRight(ctx, "orders.read"));
  const canteenIds = canteenId === undefined ? own : own.filter((id) => id === canteenId);
  if (canteenId !== undefined && canteenIds.length === 0) throw new AppError("NOT_FOUND");
  const { proofs } = await readProofs(reader, { canteenIds, today });
  response
    .status(200)
    .set({
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''justificatifs-${today}.csv`,
      "X-Content-Type-Options": "nosniff",
    })
    .end(writeProofs(proofs, locale));
}
