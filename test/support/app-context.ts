import { listCanteenIdsInScopes } from "../../db/queries/scopes.ts";
import { withReach } from "../../server/action-context.ts";
import type { AppContext } from "../../server/context.ts";
import { createMetrics } from "../../server/metrics/metrics.ts";
import { FILE_LIMITS } from "../../server/readers/file-refusal.ts";
import type { RateLimits } from "../../server/security/rate-limits.ts";
import { scopesHolding } from "../../server/trpc.ts";
import type { Grant } from "../../shared/permissions.ts";
import type { SessionUser } from "../../shared/session.ts";
import type { EngineFixture } from "./engines.ts";
import { actionContext } from "./seed.ts";

/** What a procedure is given when called without HTTP, by nobody unless said otherwise; nothing is limited. */
export function appContext(
  on: Pick<EngineFixture, "db" | "reader" | "engine">,
  caller: { user?: SessionUser | null; grants?: readonly Grant[] } = {},
): AppContext {
  const { user = null, grants = [] } = caller;
  return {
    action: withReach(actionContext(on, user?.id ?? null), "nobody"),
    user,
    grants,
    visibleCanteenIds: (right) => listCanteenIdsInScopes(on.reader, scopesHolding(grants, right)),
    session: { tokenHash: null, set: () => undefined, clear: () => undefined },
    limits: UNLIMITED,
    address: "192.0.2.1",
    importMaxBytes: FILE_LIMITS.bytes,
    metrics: METRICS,
    origin: "http://localhost",
    device: { browser: null, system: null },
    requestId: "request",
    reportBug: (error) => {
      throw error;
    },
    noteWrite: async () => undefined,
    writtenOnce: (answer) => answer,
    batched: false,
    demoAccounts: [],
  };
}

const METRICS = createMetrics();

const UNLIMITED: RateLimits = { consume: async () => undefined, forget: async () => undefined };
