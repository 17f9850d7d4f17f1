import { createExpressMiddleware } from "@trpc/server/adapters/express";
import compression from "compression";
import type { Express, NextFunction, Request, Response } from "express";
import express from "express";
import type { AppErrorCode } from "./app-error.ts";
import { AppError } from "./app-error.ts";
import { clientFiles } from "./client-files.ts";
import { compressAnswers } from "./compress-answers.ts";
import type { ServerDependencies } from "./dependencies.ts";
import { FILE_ROUTES, fileRouter } from "./file-routes.ts";
import { healthRoute } from "./health.ts";
import { logRequests, requestIdOf } from "./log.ts";
import { metricsRoute } from "./metrics-route.ts";
import { publicRouter } from "./public-routes.ts";
import { readyRoute } from "./ready.ts";
import { openContext } from "./request-context.ts";
import { appRouter } from "./router.ts";
import { securityHeaders } from "./security/headers.ts";
import { limitRequests } from "./security/limit-requests.ts";
import { refuseForeignWrites, UPLOAD_PATH } from "./security/same-origin.ts";
import { asRefusal } from "./trpc.ts";
import { writtenOnce } from "./written-answers.ts";

/** Bytes of the input of one HTTP request to a procedure: the longest order with all that its lines may say. */
export const BODY_LIMIT = 4_194_304;
/** Procedures in one HTTP request. */
export const BATCH_LIMIT = 10;

/** Half the time of zlib's own 6, for an answer a tenth longer. */
const COMPRESSION_LEVEL = 3;

const PROCEDURES = "/trpc";

const HTTP_STATUS: Record<AppErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 400,
  TOO_MANY_REQUESTS: 429,
  FROZEN_YEAR: 409,
  DOCUMENT_ATTACHED: 409,
  ORDER_OF_INVOICE: 409,
  DEMO_ACCOUNT: 403,
};

/** The whole web server, not listening yet. */
export function createHttpApp(deps: ServerDependencies): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", deps.trustedProxies);
  app.use(logRequests(deps.log, deps.metrics));
  app.use(securityHeaders());
  app.use(limitRequests(deps.limits));
  app.use(compress());
  app.get("/health", healthRoute(deps));
  app.get("/ready", readyRoute(deps));
  app.get("/metrics", metricsRoute(deps));
  app.use("/p", publicRouter(deps));
  app.use(refuseForeignWrites);
  app.use(PROCEDURES, keepNoCopy, procedures(deps));
  app.use(UPLOAD_PATH, keepNoCopy, fileRouter(deps, FILE_ROUTES));
  app.use([PROCEDURES, UPLOAD_PATH], answerNotFound);
  if (deps.clientFolder !== null) app.use(clientFiles(deps.clientFolder));
  app.use(answerNotFound);
  app.use(answerError(deps));
  return app;
}

function procedures(deps: ServerDependencies): express.Handler {
  return createExpressMiddleware({
    router: appRouter,
    maxBatchSize: BATCH_LIMIT,
    maxBodySize: BODY_LIMIT,
    createContext: async ({ req: request, res: response, info }) => ({
      ...(await openContext(deps, { request, response, batched: info.isBatchCall })),
      writtenOnce: (answer) => writtenOnce(response, answer),
    }),
    onError({ error, path, req, ctx }) {
      if (asRefusal(error) !== null) return;
      deps.log.error({ err: error.cause ?? error, path, id: ctx?.requestId, method: req.method }, "bug");
    },
  });
}

/** Each by one of the two: the one for streams sends the headers before the other has seen the answer. */
function compress(): express.Handler {
  const compressStream = compression({ level: COMPRESSION_LEVEL });
  return (request, response, next) =>
    request.path.startsWith(`${PROCEDURES}/`)
      ? compressAnswers(request, response, next)
      : compressStream(request, response, next);
}

function keepNoCopy(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader("Cache-Control", "no-store");
  next();
}

function answerNotFound(_request: Request, response: Response): void {
  response.status(404).json({ error: "NOT_FOUND" });
}

function answerError({ log }: ServerDependencies): express.ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return function answer(error: unknown, _request, response, next) {
    const requestId = requestIdOf(response);
    const refusal = asExpressRefusal(error);
    if (refusal === null) log.error({ err: error, id: requestId }, "bug");
    if (response.headersSent) next(error);
    else if (refusal === null) response.status(500).json({ error: "INTERNAL", requestId });
    else
      response
        .status(HTTP_STATUS[refusal.code])
        .json({ error: refusal.code, details: refusal.details, requestId });
  };
}

/** Express itself refuses what it cannot read (a malformed address, say) by an error with a status. */
function asExpressRefusal(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const status = error instanceof Error && "status" in error ? error.status : 500;
  return typeof status === "number" && status < 500 ? new AppError("INVALID") : null;
}
