import { timingSafeEqual } from "node:crypto";
import { BlockList, isIPv4 } from "node:net";
import type { Request, Response } from "express";
import { countUnfinishedWork } from "../db/queries/unfinished-work.ts";
import { mayAnswer } from "../db/replica.ts";
import type { ServerDependencies } from "./dependencies.ts";
import type { Family } from "./metrics/families.ts";
import { writeFamilies } from "./metrics/families.ts";
import { gauge } from "./metrics/metrics.ts";
import { hashToken, idleSince } from "./security/session-token.ts";

/**
 * GET /metrics for Prometheus: to whoever shows METRICS_TOKEN (`Authorization: Bearer …`), or without such a token to
 * loopback and private addresses only. Everyone else is told that there is no such page.
 */
export function metricsRoute(
  deps: ServerDependencies,
): (request: Request, response: Response) => Promise<void> {
  return async function answerMetrics(request, response) {
    if (!mayRead(request, deps)) return void response.status(404).json({ error: "NOT_FOUND" });
    const own = await deps.gatherMetrics();
    const families = [...own, ...(await readDatabaseFamilies(deps)), ...replicaFamilies(deps)];
    response.setHeader("Cache-Control", "no-store");
    response.type("text/plain; version=0.0.4; charset=utf-8").send(writeFamilies(families));
  };
}

function mayRead(request: Request, { metricsToken, trustedProxies }: ServerDependencies): boolean {
  if (metricsToken !== null) return isSame(request.headers.authorization ?? "", `Bearer ${metricsToken}`);
  // A proxy that nobody told us of: the address is its own, not the asker's.
  const isBehind =
    request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined;
  return (trustedProxies > 0 || !isBehind) && isPrivate(request.ip ?? "");
}

/** Compares digests, whose length says nothing. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(wanted)));
}

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv4");
PRIVATE.addAddress("::1", "ipv6");
PRIVATE.addSubnet("fc00::", 7, "ipv6");

/** Loopback, RFC 1918 and unique local addresses. */
export function isPrivate(address: string): boolean {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return bare !== "" && PRIVATE.check(bare, isIPv4(bare) ? "ipv4" : "ipv6");
}

/** What every process would count the same: it is in the database. */
async function readDatabaseFamilies({ database, clock, log }: ServerDependencies): Promise<Family[]> {
  const { now } = clock();
  try {
    const work = await countUnfinishedWork(database.reader, { now, idleSince: idleSince(now) });
    return [
      gauge("bonnepart_sessions", "Sessions that may be used.", [{ value: work.sessions }]),
      gauge("bonnepart_jobs_unfinished", "Reclassifications begun and not finished.", [{ value: work.jobs }]),
      gauge("bonnepart_imports_running", "Imports that have not said their end.", [{ value: work.imports }]),
      gauge("bonnepart_database_up", "1 when the database answers.", [{ value: 1 }]),
    ];
  } catch (error) {
    log.error({ err: error }, "metrics");
    return [gauge("bonnepart_database_up", "1 when the database answers.", [{ value: 0 }])];
  }
}

function replicaFamilies({ database: { replica }, maxLagMs }: ServerDependencies): Family[] {
  if (replica === null) return [];
  const state = replica.state();
  const used = mayAnswer(state, { wrote: null, maxLagMs }) ? 1 : 0;
  const lag = state.lagMs === null ? [] : [{ value: state.lagMs / 1000 }];
  return [
    gauge("bonnepart_replica_used", "1 while questions are answered by the replica.", [{ value: used }]),
    gauge("bonnepart_replica_lag_seconds", "How far behind it is; nothing when it is unknown.", lag),
  ];
}
