import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { NextFunction, Request, Response, Router } from "express";
import express from "express";
import { nonceOf } from "./security/headers.ts";

/** The built client: hashed assets kept for ever, and one page for every address that is not a file. */
export function clientFiles(folder: string): Router {
  const router = express.Router();
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: "365d", index: false }),
  );
  router.use("/assets", (_request, response) => void response.status(404).end());
  router.use(hideIndex, express.static(folder, { maxAge: "1h", index: false }));
  router.get("/{*path}", async (request: Request, response: Response, next: NextFunction) => {
    if (extname(request.path) !== "" && request.path !== "/index.html") return next();
    const page = await readFile(join(folder, "index.html"), "utf8");
    response.setHeader("Cache-Control", "no-store");
    response.type("html").send(page.replaceAll("__CSP_NONCE__", nonceOf(response)));
  });
  return router;
}

/** The page itself always goes through its nonce. */
function hideIndex(request: Request, _response: Response, next: NextFunction): void {
  next(request.path === "/index.html" ? "route" : undefined);
}
