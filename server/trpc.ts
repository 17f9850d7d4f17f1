import { createHash } from "node:crypto";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { initTRPC, TRPCError } from "@trpc/server";
import * as z from "zod/mini";
import { listOrganisationIdsOfTerritories } from "../db/queries/organisations.ts";
import type { Scope } from "../db/queries/reaches.ts";
import { isCanteenInScopes, isLegumerieInScopes } from "../db/queries/scopes.ts";
import { inTurn } from "../db/transaction.ts";
import type { Id } from "../shared/ids.ts";
import { idSchema } from "../shared/ids.ts";
import type { Grant, Right } from "../shared/permissions.ts";
import { roleHolds } from "../shared/permissions.ts";
import { territoryCodeSchema } from "../shared/territories.ts";
import type { ActionContext } from "./action-context.ts";
import { withReach } from "./action-context.ts";
import type { AppErrorCode } from "./app-error.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { refuseDemoAccount } from "./demo-account.ts";
import { reachedCanteens } from "./reached-canteens.ts";

/** How a procedure is protected: walked by the rights matrix of the tests. */
export interface ProcedureMeta {
  scope: "public" | "signed-in" | "member" | "canteen" | "territory" | "organisation" | "legumerie";
  right: Right | null;
  /** Of a canteen's procedure: its page also tells of others, so the engine shows it their rows too. */
  among?: true;
}

const TRPC_CODES: Record<AppErrorCode, TRPC_ERROR_CODE_KEY> = {
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  INVALID: "BAD_REQUEST",
  TOO_MANY_REQUESTS: "TOO_MANY_REQUESTS",
  FROZEN_YEAR: "CONFLICT",
  DOCUMENT_ATTACHED: "CONFLICT",
  ORDER_OF_INVOICE: "CONFLICT",
  DEMO_ACCOUNT: "FORBIDDEN",
};

const trpc = initTRPC
  .context<AppContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    // A proxy cuts a connection that says nothing.
    sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
    errorFormatter({ shape, error, ctx }) {
      const refusal = asRefusal(error);
      const message = refusal?.code ?? "INTERNAL";
      return {
        ...shape,
        message,
        data: {
          ...shape.data,
          appCode: message,
          details: refusal?.details ?? {},
          requestId: ctx?.requestId ?? null,
        },
      };
    },
  });

export const router = trpc.router;
export const createCallerFactory = trpc.createCallerFactory;

/** The refusal behind an error, whoever threw it; null for a bug. */
export function asRefusal(error: TRPCError): AppError | null {
  if (error.cause instanceof AppError) return error.cause;
  if (error.code === "INTERNAL_SERVER_ERROR") return null;
  if (error.code === "NOT_FOUND") return new AppError("NOT_FOUND");
  return new AppError("INVALID", firstIssue(error.cause));
}

function firstIssue(cause: unknown): { field?: string; reason?: string } {
  if (!(cause instanceof z.core.$ZodError)) return {};
  const issue = cause.issues[0];
  return issue === undefined ? {} : { field: issue.path.join("."), reason: issue.code ?? "custom" };
}

const counted = trpc.procedure
  .use(async ({ next, ctx, path, type }) => {
    const start = performance.now();
    const result = await next();
    const answer = result.ok ? "ok" : (asRefusal(result.error)?.code ?? "INTERNAL");
    ctx.metrics.procedures.add({ procedure: path, type, answer }, performance.now() - start);
    return result;
  })
  .use(async ({ next }) => {
    const result = await next();
    if (!result.ok && result.error.cause instanceof AppError) throw toTrpcError(result.error.cause);
    return result;
  })
  .use(async ({ next, ctx, type }) => {
    await ctx.limits.consume(type === "mutation" ? "write" : "read", ctx.user?.id ?? ctx.address);
    return await next();
  })
  .use(async ({ next, ctx, type }) => {
    const result = await next();
    // Before the answer leaves: what is asked next finds what was written.
    if (type === "mutation") await ctx.noteWrite(true);
    return result;
  })
  .use(async ({ next, getRawInput, path, type, meta }) => {
    const input = await getRawInput();
    if (holdsUnkeptText(input)) throw new AppError("INVALID", { reason: "unreadable-text" });
    // Writes of a canteen wait for each other already.
    if (type !== "mutation" || meta?.scope === "canteen") return await next();
    const sent = createHash("sha256").update(`${path} ${JSON.stringify(input)}`);
    return await inTurn(sent.digest("hex"), () => next());
  });

const alone = trpc.middleware(({ next, ctx }) => {
  if (ctx.batched) throw new AppError("INVALID", { reason: "batched" });
  return next();
});

/** No engine keeps U+0000, and half a surrogate pair would come back as another character. */
const UNKEPT_TEXT = /[\0\uD800-\uDFFF]/u;

function holdsUnkeptText(value: unknown): boolean {
  if (typeof value === "string") return UNKEPT_TEXT.test(value);
  if (Array.isArray(value)) return value.some(holdsUnkeptText);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsUnkeptText);
}

function toTrpcError(refusal: AppError): TRPCError {
  return new TRPCError({ code: TRPC_CODES[refusal.code], message: refusal.code, cause: refusal });
}

/** Anyone, signed in or not. */
export const publicProcedure = counted.meta({ scope: "public", right: null });

/** Anyone, and alone in its HTTP request: for what hashes a password. */
export const unbatchedProcedure = publicProcedure.use(alone);

/** Anyone signed in, about oneself. `ctx.user` is known. */
export const signedInProcedure = counted
  .meta({ scope: "signed-in", right: null })
  .use(async ({ next, ctx }) => {
    if (ctx.user === null) throw new AppError("UNAUTHENTICATED");
    return await next({ ctx: { user: ctx.user } });
  });

/** Someone signed in, about what keeps others out of their account. AppError DEMO_ACCOUNT for a shared one. */
export const ownAccountProcedure = signedInProcedure.use(async ({ next, ctx }) => {
  refuseDemoAccount(ctx, ctx.user.email);
  return await next();
});

/** As `ownAccountProcedure`, alone in its HTTP request. */
export const unbatchedOwnAccountProcedure = ownAccountProcedure.use(alone);

/**
 * The right, held on any scope: for what every canteen shares (suppliers, products).
 * `ctx.scopes`: the scopes it is held on.
 */
export function memberProcedure(right: Right) {
  return signedInProcedure.meta({ scope: "member", right }).use(async ({ next, ctx }) => {
    const scopes = requireRight(ctx, right);
    return await next({ ctx: { scopes, action: withReach(ctx.action, "many") } });
  });
}

/** The right on the canteen of the input. A foreign id and a missing one answer the same NOT_FOUND. */
export function canteenProcedure(right: Right) {
  return memberProcedure(right)
    .meta({ scope: "canteen", right })
    .input(z.object({ canteenId: idSchema }))
    .use(async ({ next, ctx, input }) => {
      const { canteenId } = input;
      return await next({ ctx: { canteenId, action: await requireCanteen(ctx, canteenId, right) } });
    });
}

/** The right on the canteen of the input, for a page that also tells of others: prices paid, peers, rounds. */
export function amongCanteensProcedure(right: Right) {
  return canteenProcedure(right)
    .meta({ scope: "canteen", right, among: true })
    .use(async ({ next, ctx }) => await next({ ctx: { action: withReach(ctx.action, "many") } }));
}

/**
 * The right on the canteens of a territory, or on all of the caller's when `territoryCode` is absent or null.
 * `ctx.canteenIds`: those the caller may see, sorted; with `groupId`, those of them in that group of canteens.
 * A territory without any, that nobody granted, is NOT_FOUND.
 */
export function territoryProcedure(right: Right) {
  return memberProcedure(right)
    .meta({ scope: "territory", right })
    .input(z.object({ territoryCode: z.nullish(territoryCodeSchema), groupId: z.nullish(idSchema) }))
    .use(async ({ next, ctx, input }) => {
      const canteenIds = await reachedCanteens(ctx.action.reader, ctx.scopes, input);
      return await next({ ctx: { canteenIds, territoryCode: input.territoryCode ?? null } });
    });
}

/**
 * The right on an organisation, granted on it or on the very territory it acts for: the one of the input, or the
 * caller's only one when absent. `ctx.organisationId`. A foreign id and a missing one answer the same NOT_FOUND.
 */
export function organisationProcedure(right: Right) {
  return memberProcedure(right)
    .meta({ scope: "organisation", right })
    .input(z.optional(z.object({ organisationId: z.optional(idSchema) })))
    .use(async ({ next, ctx, input }) => {
      const ids = await reachedOrganisations(ctx.action.reader, ctx.scopes);
      const [first, second] = ids;
      if (first === undefined) throw new AppError("FORBIDDEN");
      const asked = input?.organisationId;
      if (asked === undefined && second !== undefined)
        throw new AppError("INVALID", { field: "organisationId", reason: "several" });
      const organisationId = asked ?? first;
      if (!ids.includes(organisationId)) throw new AppError("NOT_FOUND");
      return await next({ ctx: { organisationId } });
    });
}

async function reachedOrganisations(
  reader: AppContext["action"]["reader"],
  scopes: readonly Scope[],
): Promise<string[]> {
  const of = (kind: Scope["scopeKind"]): string[] =>
    scopes.filter(({ scopeKind }) => scopeKind === kind).map(({ scopeId }) => scopeId);
  const acting = await listOrganisationIdsOfTerritories(reader, of("territory"));
  return [...new Set([...of("organisation"), ...acting])];
}

/** The right on the légumerie of the input (its supplier id). Foreign and missing answer the same NOT_FOUND. */
export function legumerieProcedure(right: Right) {
  return memberProcedure(right)
    .meta({ scope: "legumerie", right })
    .input(z.object({ legumerieId: idSchema }))
    .use(async ({ next, ctx, input }) => {
      const { legumerieId } = input;
      if (!(await isLegumerieInScopes(ctx.action.reader, { legumerieId, scopes: ctx.scopes })))
        throw new AppError("NOT_FOUND");
      return await next({ ctx: { legumerieId } });
    });
}

/** What acts on that canteen and reaches no other. UNAUTHENTICATED, FORBIDDEN, or NOT_FOUND: foreign, or missing. */
export async function requireCanteen(
  ctx: Pick<AppContext, "user" | "grants" | "action">,
  canteenId: Id,
  right: Right,
): Promise<ActionContext> {
  const scopes = requireRight(ctx, right);
  if (!(await isCanteenInScopes(ctx.action.reader, { canteenId, scopes }))) throw new AppError("NOT_FOUND");
  return withReach(ctx.action, { canteenId });
}

/** The scopes on which the caller holds the right, at least one. UNAUTHENTICATED or FORBIDDEN otherwise. */
export function requireRight({ user, grants }: Pick<AppContext, "user" | "grants">, right: Right): Scope[] {
  if (user === null) throw new AppError("UNAUTHENTICATED");
  const scopes = scopesHolding(grants, right);
  if (scopes.length === 0) throw new AppError("FORBIDDEN");
  return scopes;
}

/** Scopes on which the grants hold the right, each once. */
export function scopesHolding(grants: readonly Grant[], right: Right): Scope[] {
  const scopes = new Map<string, Scope>();
  for (const { role, scopeKind, scopeId } of grants)
    if (roleHolds(role, right)) scopes.set(`${scopeKind}/${scopeId}`, { scopeKind, scopeId });
  return [...scopes.values()];
}
