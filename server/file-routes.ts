import type { NextFunction, Request, Response, Router } from "express";
import { Router as createRouter } from "express";
import { CAMPAIGN_ROUTES } from "./campaign-routes.ts";
import type { AppContext } from "./context.ts";
import { COUNCIL_ROUTES } from "./council-routes.ts";
import type { ServerDependencies } from "./dependencies.ts";
import { IMPORT_ROUTES } from "./import-routes.ts";
import { INVOICE_ROUTES } from "./invoice-routes.ts";
import { LABEL_ROUTES } from "./label-routes.ts";
import { PDF_ROUTES } from "./pdf-routes.ts";
import { PROOF_ROUTES } from "./proof-routes.ts";
import { openContext } from "./request-context.ts";
import { TABLE_ROUTES } from "./table-routes.ts";

/**
 * Bytes in or out, which tRPC does not carry: GET to download, POST to upload (raw or multipart).
 * `handle` enforces the right itself, refuses by AppError, and bounds what it reads.
 */
export interface FileRoute {
  method: "get" | "post";
  /** Under /files: `/proofs/:id`. */
  path: string;
  handle(ctx: AppContext, request: Request, response: Response): Promise<void>;
}

/** Register of file routes: a feature adds its line. */
export const FILE_ROUTES: readonly FileRoute[] = [
  ...PROOF_ROUTES,
  ...IMPORT_ROUTES,
  ...INVOICE_ROUTES,
  ...TABLE_ROUTES,
  ...LABEL_ROUTES,
  ...PDF_ROUTES,
  ...COUNCIL_ROUTES,
  ...CAMPAIGN_ROUTES,
];

export function fileRouter(deps: ServerDependencies, routes: readonly FileRoute[]): Router {
  const router = createRouter();
  for (const { method, path, handle } of routes)
    router[method](path, async (request: Request, response: Response, next: NextFunction) => {
      try {
        const ctx = await openContext(deps, { request, response, batched: false });
        await ctx.limits.consume(method === "post" ? "write" : "read", ctx.user?.id ?? ctx.address);
        if (method === "post") await ctx.noteWrite(false);
        await handle(ctx, request, response);
        if (method === "post") await ctx.noteWrite(true);
      } catch (error) {
        next(error);
      }
    });
  return router;
}
