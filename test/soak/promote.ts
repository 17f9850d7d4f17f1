import { mkdtemp, rename, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { stormOfLosses } from "../support/database-losses.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { quantile, rounded } from "../support/figures.ts";
import type { PostgresServer } from "../support/postgres-server.ts";
import { startPostgresServer, startStandby } from "../support/postgres-server.ts";
import { NOW } from "../support/seed.ts";

export const summary =
  "the primary lost with -9 and its synchronous standby promoted under two web processes (--rounds N, --clients N)";

const PATIENCE_MS = 30_000;
const CUT_MS = 100;

/** Each round the standby takes the primary's place and its address, and another standby is made of it. */
export async function run(options: FigureOptions): Promise<Figures> {
  const asked = options.number("rounds", 20);
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-promote-"));
  // What a virtual address or a name would be: web processes keep it, and it leads to another server.
  const address = join(folder, "address");
  const url = `postgres:///postgres?host=${encodeURIComponent(address)}&user=postgres`;
  let primary = await startPostgresServer({ durable: true });
  let standby: PostgresServer | null = null;
  try {
    await lead(address, primary);
    const opened = await openDatabase<never>({ url });
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    await opened.close();
    const { backMs, wrong, ...losses } = await stormOfLosses({
      rounds: asked,
      clients: options.number("clients", 8),
      url,
      async prepare() {
        standby = await startStandby(primary, { durable: true });
        await acknowledgeOnBoth(primary);
      },
      async lose() {
        if (standby === null) throw new Error("There is no standby to promote.");
        await cutOff(standby, async () => primary.kill());
        await askOne(standby, "select pg_promote(true, 30)");
        await lead(address, standby);
        await primary.stop();
        primary = standby;
        standby = null;
      },
      checkEvery: 5,
      note: options.note,
    });
    for (const line of wrong) options.note(line);
    return {
      ...losses,
      served_again_median_ms: rounded(quantile(backMs, 0.5), 0),
      served_again_p95_ms: rounded(quantile(backMs, 0.95), 0),
      bars: [
        { name: "standbys promoted", value: losses.rounds, atLeast: asked },
        { name: "acknowledged saves gone, saves kept twice, damages", value: wrong.length, atMost: 0 },
        { name: "saves sent again under the same id", value: losses.sentAgain, atLeast: 1 },
      ],
    };
  } finally {
    await (standby as PostgresServer | null)?.stop();
    await primary.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** From one instant to the next, the address leads to that server. */
async function lead(address: string, { folder }: PostgresServer): Promise<void> {
  await symlink(folder, `${address}.next`);
  await rename(`${address}.next`, address);
}

/** From now on nothing is acknowledged before the standby has written it too. */
async function acknowledgeOnBoth(primary: PostgresServer): Promise<void> {
  await askOne(primary, "alter system set synchronous_standby_names = '*'");
  await askOne(primary, "select pg_reload_conf()");
  const late = performance.now() + PATIENCE_MS;
  while (performance.now() < late) {
    const [row] = await askOne(primary, "select 1 from pg_stat_replication where sync_state = 'sync'");
    if (row !== undefined) return;
    await sleep(50);
  }
  throw new Error("The standby does not follow the primary.");
}

/** The wire goes first: what the primary still sends is lost, and so is what it would acknowledge without its standby. */
async function cutOff(standby: PostgresServer, lose: () => Promise<void>): Promise<void> {
  const [row] = await askOne(standby, "select pid from pg_stat_wal_receiver");
  const pid = Number(row?.pid);
  process.kill(pid, "SIGSTOP");
  await sleep(CUT_MS);
  await lose();
  process.kill(pid, "SIGTERM");
  process.kill(pid, "SIGCONT");
}

async function askOne({ url }: PostgresServer, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
