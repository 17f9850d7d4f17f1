import type { Request, Response } from "express";
import { findProof } from "../db/queries/files.ts";
import { fileIdSchema } from "../shared/certificates.ts";
import { keepProof } from "./actions/keep-proof.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { requireRight } from "./trpc.ts";
import { readUpload } from "./uploads.ts";

/** Proof documents of certificates: shared by all who read the catalogue. */
export const PROOF_ROUTES = [
  { method: "post", path: "/proofs", handle: receiveProof },
  { method: "get", path: "/proofs/:id", handle: sendProof },
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
