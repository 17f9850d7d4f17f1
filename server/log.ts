import { AsyncLocalStorage } from "node:async_hooks";
import type { NextFunction, Request, Response } from "express";
import type { DestinationStream, Logger } from "pino";
import { pino } from "pino";
import { newId } from "../shared/ids.ts";
import type { Metrics } from "./metrics/metrics.ts";

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

const current = new AsyncLocalStorage<string>();

/** The id of the request on whose behalf this runs; undefined for work that no request waits for. */
export function currentRequestId(): string | undefined {
  return current.getStore();
}

/** The token of a public page opens it: it is not written down. */
const PUBLIC_TOKEN = /^\/p\/[^/]+/;

/** One line per answered request, which is counted too. The query is left out: it holds what people look for. */
export function logRequests(
  log: Logger,
  metrics: Metrics,
): (request: Request, response: Response, next: NextFunction) => void {
  return function logRequest(request, response, next) {
    const id = newId();
    const start = performance.now();
    const { method } = request;
    const path = request.path.replace(PUBLIC_TOKEN, "/p/…");
    requestIds.set(response, id);
    response.setHeader("X-Request-Id", id);
    response.once("close", () => {
      const status = response.statusCode;
      const took = performance.now() - start;
      const answer = { id, method, path, status, ms: Math.round(took), whole: response.writableFinished };
      log[status >= 500 ? "error" : "info"](answer, "request");
      metrics.requests.add({ route: routeOf(request, path), method, status: String(status) }, took);
    });
    current.run(id, next);
  };
}

const FIXED_ROUTES: readonly string[] = ["/trpc", "/p", "/assets", "/health", "/ready", "/metrics"];

/** Of a closed set, without what people put into addresses: every page of the client is one route. */
function routeOf({ route }: Request, path: string): string {
  const first = /^\/[^/]*/.exec(path)?.[0] ?? "";
  if (first === "/files") return typeof route?.path === "string" ? `/files${route.path}` : "/files";
  return FIXED_ROUTES.find((known) => known === first) ?? "page";
}
