import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import { sql } from "kysely";

/** A place in the write-ahead log of PostgreSQL: « 16/B374D848 ». */
export type Lsn = string;

/** How the replica stands, as of the last look. */
export interface ReplicaState {
  /** Milliseconds by which its last transaction is behind; 0 when it has all that the primary had; null: unknown. */
  lagMs: number | null;
  /** How far it has replayed; null when it does not answer, follows nobody, or lacks what is required of it. */
  replayed: Lsn | null;
}

/** A standby that follows the primary: what it answers may be a little old. */
export interface Replica<DB> {
  readonly reader: Kysely<DB>;
  state(): ReplicaState;
  /** From now on it answers nobody before it has all that is committed by now: a new schema, say. */
  requireNow(): Promise<void>;
  /** Ends the looks; whoever opened its pool closes it. */
  stop(): void;
}

const LOOK_MS = 500;
const UNKNOWN: ReplicaState = { lagMs: null, replayed: null };

/** Looks at the replica for as long as it is open, first now. */
export async function watchReplica<DB>({
  primary,
  reader,
}: {
  primary: Kysely<DB>;
  reader: Kysely<DB>;
}): Promise<Replica<DB>> {
  const stopping = new AbortController();
  let state = UNKNOWN;
  let required: Lsn = "0/0";

  async function look(): Promise<void> {
    const seen = await readState(primary, reader).catch(() => UNKNOWN);
    const isThere = seen.replayed !== null && positionOf(seen.replayed) >= positionOf(required);
    state = isThere ? seen : { ...seen, replayed: null };
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sleep(LOOK_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (!stopping.signal.aborted) await look();
    }
  }
  await look();
  void watch();
  return {
    reader,
    state: () => state,
    async requireNow() {
      required = await readEnd(primary);
      await look();
    },
    stop: () => stopping.abort(),
  };
}

/**
 * Whether the replica may answer who last wrote at `wrote` (null: wrote nothing): it is at most `maxLagMs` behind, and
 * has that write.
 */
export function mayAnswer(
  { lagMs, replayed }: ReplicaState,
  { wrote, maxLagMs }: { wrote: Lsn | null; maxLagMs: number },
): boolean {
  if (lagMs === null || replayed === null || lagMs > maxLagMs) return false;
  return wrote === null || positionOf(replayed) >= positionOf(wrote);
}

/** The primary is asked first: a replica that has reached that place lacks nothing of what was then. */
async function readState<DB>(primary: Kysely<DB>, reader: Kysely<DB>): Promise<ReplicaState> {
  const lsn = await readWritten(primary);
  const { rows } = await sql<{ recovering: number; lsn: Lsn | null; late: number | null }>`
    select pg_is_in_recovery() as recovering, pg_last_wal_replay_lsn()::text as lsn,
      round(extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000)::bigint as late
  `.execute(reader);
  const [state] = rows;
  // A server that follows nobody, were it once a standby of ours, says nothing of what is written now.
  if (state === undefined || state.recovering === 0 || state.lsn === null) return UNKNOWN;
  const isCaughtUp = positionOf(state.lsn) >= positionOf(lsn);
  return {
    lagMs: isCaughtUp ? 0 : state.late === null ? null : Math.max(0, state.late),
    replayed: state.lsn,
  };
}

/** How far the log is written: a replica of a primary at rest gets there. */
async function readWritten<DB>(primary: Kysely<DB>): Promise<Lsn> {
  const { rows } = await sql<{ lsn: Lsn }>`select pg_current_wal_lsn()::text as lsn`.execute(primary);
  return rows[0]?.lsn ?? "0/0";
}

/** The end of the log, which all that is committed comes before, written or not yet. */
async function readEnd<DB>(primary: Kysely<DB>): Promise<Lsn> {
  const { rows } = await sql<{ lsn: Lsn }>`select pg_current_wal_insert_lsn()::text as lsn`.execute(primary);
  return rows[0]?.lsn ?? "0/0";
}

function positionOf(lsn: Lsn): bigint {
  const [high = "0", low = "0"] = lsn.split("/");
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}
