import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
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
  // Before the files: the page itself always goes through its nonce.
  router.get("/index.html", sendPage);
  router.use(express.static(folder, { maxAge: "1h", index: false, setHeaders: askWorkerAnew }));
  router.get("/{*path}", (request: Request, response: Response, next: NextFunction) =>
    extname(request.path) === "" ? sendPage(request, response) : next(),
  );
  return router;

  async function sendPage(_request: Request, response: Response): Promise<void> {
    const page = await readFile(join(folder, "index.html"), "utf8");
    response.setHeader("Cache-Control", "no-store");
    response.type("html").send(page.replaceAll("__CSP_NONCE__", nonceOf(response)));
  }
}

/** A newer version of the pages is announced by the service worker. */
function askWorkerAnew(response: Response, path: string): void {
  if (basename(path) === "service-worker.js") response.setHeader("Cache-Control", "no-cache");
}
