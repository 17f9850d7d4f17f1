import type { NextFunction, Request, Response } from "express";

/** Header that a page of another origin cannot add without our consent. */
export const OWN_HEADER = "x-bonnepart";
/** The only path that takes multipart: a form of another site could send one without asking. */
export const UPLOAD_PATH = "/files";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses what another site may have made the browser send. */
export function refuseForeignWrites(request: Request, response: Response, next: NextFunction): void {
  if (SAFE_METHODS.has(request.method)) next();
  else if (!comesFromUs(request) || request.headers[OWN_HEADER] === undefined)
    response.status(403).json({ error: "FORBIDDEN" });
  else if (isMultipart(request) && !isUploadPath(request.path))
    response.status(415).json({ error: "INVALID" });
  else next();
}

/** The browser's own word when it gives one; else an Origin that is our host. */
function comesFromUs(request: Request): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return isOwnOrigin(request.headers.origin, request.headers.host);
}

function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}

function isMultipart(request: Request): boolean {
  return /^\s*multipart\//i.test(request.headers["content-type"] ?? "");
}

function isUploadPath(path: string): boolean {
  return path === UPLOAD_PATH || path.startsWith(`${UPLOAD_PATH}/`);
}
