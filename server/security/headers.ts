import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";

/** What browsers may load and run: our own files, and the style elements of the component library by their nonce. */
export function securityHeaders(): (request: Request, response: Response, next: NextFunction) => void {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
  });
  return function setHeaders(request, response, next) {
    nonces.set(response, randomBytes(16).toString("base64"));
    protect(request, response, next);
  };
}

const nonces = new WeakMap<object, string>();

/** The nonce of this answer's style elements. */
export function nonceOf(response: object): string {
  return nonces.get(response) ?? "";
}
