import type { Request, Response } from "express";
import { listCanteenIdsInScopes } from "../db/queries/scopes.ts";
import type { LiveSession } from "../db/queries/sessions.ts";
import { findLiveSession, noteSessionWrite, updateSessionSeen } from "../db/queries/sessions.ts";
import { mayAnswer } from "../db/replica.ts";
import { readDevice } from "../shared/devices.ts";
import type { Id } from "../shared/ids.ts";
import type { Right } from "../shared/permissions.ts";
import type { ActionContext } from "./action-context.ts";
import { withReach } from "./action-context.ts";
import type { Moment } from "./clock.ts";
import type { AppContext, SessionCookie } from "./context.ts";
import type { ServerDependencies } from "./dependencies.ts";
import { requestIdOf } from "./log.ts";
import { networkOf } from "./security/network-address.ts";
import { readToken, writeToken } from "./security/session-cookie.ts";
import { hashToken, idleSince, SESSION_NOTE_MS } from "./security/session-token.ts";
import { scopesHolding } from "./trpc.ts";

export interface Exchange {
  request: Request;
  response: Response;
  /** The request carries several procedures. */
  batched: boolean;
}

/** Who asks, when, and what they may reach: read afresh for each HTTP request, so that a revoked role is gone. */
export async function openContext(deps: ServerDependencies, exchange: Exchange): Promise<AppContext> {
  const { request, response, batched } = exchange;
  const { database, limits, demoAccounts } = deps;
  const moment = deps.clock();
  const secure = isSecure(request);
  const token = readToken(request.headers.cookie, secure);
  const session = token === null ? undefined : await findSession(deps, hashToken(token), moment);
  const live = isFor(request, session) ? session : undefined;
  const grants = live?.grants ?? [];
  const cookie = sessionCookie(response, secure, live?.tokenHash ?? null);
  if (token !== null && session === undefined) cookie.clear();
  const { db, engine } = database;
  /** The session that goes on after this request: the new one of a sign-in. */
  let holder = live?.tokenHash ?? null;
  const seen = new Map<Right, Promise<Id[]>>();
  const reader = readerOf(deps, request, live);
  const requestId = requestIdOf(response);
  const reportBug = (error: unknown): void => deps.log.error({ err: error, id: requestId }, "bug");
  return {
    // Until a procedure has checked what the caller may reach.
    action: withReach(
      {
        ...{ db, reader, engine, ...moment, userId: live?.user.id ?? null, reportBug },
        ...(deps.secretKey !== null && { secretKey: deps.secretKey }),
      },
      "nobody",
    ),
    user: live?.user ?? null,
    grants,
    visibleCanteenIds(right) {
      const ids = seen.get(right) ?? listCanteenIdsInScopes(reader, scopesHolding(grants, right));
      seen.set(right, ids);
      return ids;
    },
    session: {
      ...cookie,
      set(token) {
        holder = hashToken(token);
        cookie.set(token);
      },
    },
    limits,
    address: networkOf(request.ip),
    origin: `${secure ? "https" : "http"}://${request.host}`,
    device: readDevice(request.headers["user-agent"]),
    requestId,
    reportBug,
    noteWrite: async (done) => {
      if (database.replica !== null && holder !== null)
        await noteSessionWrite(db, { tokenHash: holder, done });
    },
    writtenOnce: (answer) => answer,
    batched,
    demoAccounts,
    importMaxBytes: deps.importMaxBytes,
    metrics: deps.metrics,
  };
}

/**
 * A replica answers questions, unless it lacks what the session wrote last. Whatever writes, or follows what is being
 * written, reads where it is written; so do sessions and grants, so that a revoked role is gone at once.
 */
function readerOf(
  { database, maxLagMs }: ServerDependencies,
  { method, headers }: Request,
  session: LiveSession | undefined,
): ActionContext["reader"] {
  const { reader, replica } = database;
  if (replica === null || method !== "GET" || headers.accept?.includes("text/event-stream")) return reader;
  const wrote = session?.wrote ?? null;
  return mayAnswer(replica.state(), { wrote, maxLagMs }) ? replica.reader : reader;
}

/** Whom a write that waited in the browser was made by: under another session it is nobody's. */
const WRITTEN_BY_HEADER = "x-bonnepart-user";

function isFor(request: Request, session: LiveSession | undefined): boolean {
  const wanted = request.headers[WRITTEN_BY_HEADER];
  return wanted === undefined || wanted === session?.user.id;
}

async function findSession(
  deps: ServerDependencies,
  tokenHash: string,
  { now }: Moment,
): Promise<LiveSession | undefined> {
  const live = await findLiveSession(deps.database.reader, { tokenHash, now, idleSince: idleSince(now) });
  if (live !== undefined && Date.parse(now) - Date.parse(live.seenAt) >= SESSION_NOTE_MS)
    noteSeen(deps, live.tokenHash, now);
  return live;
}

const noting = new Set<string>();

/** Not awaited: a page must not wait for the writer of a long import. */
function noteSeen({ database, log }: ServerDependencies, tokenHash: string, now: string): void {
  if (noting.has(tokenHash)) return;
  noting.add(tokenHash);
  updateSessionSeen(database.db, { tokenHash, now })
    .catch((error: unknown) => log.warn({ err: error }, "session not noted"))
    .finally(() => noting.delete(tokenHash));
}

function sessionCookie(response: Response, secure: boolean, tokenHash: string | null): SessionCookie {
  function write(token: string | null): void {
    // A streamed answer has already sent its headers; a dead cookie is then forgotten by the next answer.
    if (!response.headersSent) response.setHeader("Set-Cookie", writeToken(token, secure));
  }
  return { tokenHash, set: write, clear: () => write(null) };
}

/** Only plain http on this very machine goes without `__Host-` and Secure. */
function isSecure(request: Request): boolean {
  return request.secure || !LOCAL_HOSTS.has(request.hostname.toLowerCase());
}

const LOCAL_HOSTS: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);
