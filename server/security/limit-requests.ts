import type { NextFunction, Request, Response } from "express";
import { AppError } from "../app-error.ts";
import { networkOf } from "./network-address.ts";
import type { RateLimits } from "./rate-limits.ts";

/** Before anything is read or asked of the database: every request of a network counts, whatever it is for. */
export function limitRequests(
  limits: RateLimits,
): (request: Request, response: Response, next: NextFunction) => Promise<void> {
  return async function countRequest(request, response, next) {
    try {
      await limits.consume("request", networkOf(request.ip));
      next();
    } catch (error) {
      if (!(error instanceof AppError)) return next(error);
      response.setHeader("Retry-After", String(error.details.waitSeconds ?? 60));
      response.status(429).json({ error: error.code, details: error.details });
    }
  };
}
