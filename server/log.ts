import type { NextFunction, Request, Response } from "express";
import type { DestinationStream, Logger } from "pino";
import { pino } from "pino";
import { newId } from "../shared/ids.ts";

export type { Logger } from "pino";

/** JSON lines on the standard output; LOG_LEVEL is pino's, `info` by default. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutValues },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What a developer needs of an error. An engine also repeats the values it refused (`detail`): they are people's. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = "code" in error ? error.code : undefined;
  return { type: error.name, code, message: error.message, stack: error.stack };
}

const requestIds = new WeakMap<object, string>();

/** The id under which a request is logged; also in the answer's X-Request-Id. */
export function requestIdOf(response: object): string {
  return requestIds.get(response) ?? "";
}

/** The token of a public page opens it: it is not written down. */
const PUBLIC_TOKEN = /^\/p\/[^/]+/;

/** One line per answered request. The query is left out: it holds what people look for. */
export function logRequests(log: Logger): (request: Request, response: Response, next: NextFunction) => void {
  return function logRequest(request, response, next) {
    const id = newId();
    const start = performance.now();
    const { method } = request;
    const path = request.path.replace(PUBLIC_TOKEN, "/p/…");
    requestIds.set(response, id);
    response.setHeader("X-Request-Id", id);
    response.once("close", () => {
      const ms = Math.round(performance.now() - start);
      const answer = { id, method, path, status: response.statusCode, ms, whole: response.writableFinished };
      log[response.statusCode >= 500 ? "error" : "info"](answer, "request");
    });
    next();
  };
}
