import type { ChildProcess } from "node:child_process";
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { listDamage } from "../../server/backups/facts.ts";
import type { SaveAsked, SavedOrders } from "./programs/save-orders.ts";
import { seedCanteen, seedOrganisation, seedSupplier } from "./seed.ts";

export interface WriteFaults {
  /** Faults after which a save was refused. */
  faults: number;
  acknowledged: number;
  /** How often each code refused a save. */
  refusals: Record<string, number>;
  /** A line for each order lost, in part, or never acknowledged; each damage; each refusal once writes work again. */
  wrong: string[];
}

const MOST_ORDERS = 200;
const AFTERWARDS = 3;
/** For each fault asked for: some limits are never reached. */
const MOST_ROUNDS = 5;
const LINES = 5;
/** Beyond what the files hold: a few orders, then the write is cut in its middle. */
const SOME_BYTES = 300_000;

/** Whether the system can take a process's right to write beyond a size, and give it back. */
export function canFailWrites(): boolean {
  return spawnSync("prlimit", ["--version"]).status === 0;
}

/**
 * One process saves orders; again and again, its writes beyond some byte of a file fail, cut where the byte is, until a
 * save is refused, and then work again. `url` is a migrated, empty SQLite database.
 */
export async function failWrites(url: string, faults: number): Promise<WriteFaults> {
  const result: WriteFaults = { faults: 0, acknowledged: 0, refusals: {}, wrong: [] };
  const opened = await openDatabase<Database>({ url });
  const child = fork(join(import.meta.dirname, "programs", "save-orders.ts"), [url], { execArgv: [] });
  const kept = new Set<string>();
  try {
    await once(child, "message");
    const { organisationId } = await seedOrganisation(opened.db);
    const canteenId = (await seedCanteen(opened.db, { organisationId })).id;
    const supplierId = (await seedSupplier(opened.db)).id;
    const save = async (orders: number): Promise<SavedOrders> => {
      const answer = await ask(child, { canteenId, supplierId, orders, lines: LINES });
      for (const id of answer.acknowledged) kept.add(id);
      return answer;
    };
    for (let round = 0; round < MOST_ROUNDS * faults && result.faults < faults; round++) {
      limit(child, Math.floor(Math.random() * (largest(url) + SOME_BYTES)));
      const { refused } = await save(MOST_ORDERS);
      limit(child, null);
      const after = await save(AFTERWARDS);
      if (after.refused !== null) result.wrong.push(`refused once writes worked again: ${after.refused}`);
      result.wrong.push(...(await readSnapshot(opened.reader, (db) => listWrong(db, kept))));
      if (result.wrong.length > 0) break;
      if (refused === null) continue;
      result.faults += 1;
      result.refusals[refused] = (result.refusals[refused] ?? 0) + 1;
    }
    return { ...result, acknowledged: kept.size };
  } finally {
    child.kill("SIGKILL");
    await opened.close();
  }
}

async function listWrong(db: Parameters<typeof listDamage>[0]["db"], kept: ReadonlySet<string>) {
  const rows = await db
    .selectFrom("order_lines")
    .select("order_id")
    .select(({ fn }) => fn.countAll<number>().as("lines"))
    .groupBy("order_id")
    .execute();
  const found = new Set(rows.map(({ order_id }) => order_id));
  return [
    ...(await listDamage({ db, engine: "sqlite" })),
    ...[...kept].filter((id) => !found.has(id)).map((id) => `${id} was acknowledged and is gone`),
    ...[...found].filter((id) => !kept.has(id)).map((id) => `${id} was refused and is there`),
    ...rows.filter(({ lines }) => lines !== LINES).map(({ order_id }) => `${order_id} is there in part`),
  ];
}

async function ask(child: ChildProcess, asked: SaveAsked): Promise<SavedOrders> {
  child.send(asked);
  const [answer] = await once(child, "message");
  return answer as SavedOrders;
}

/** Null: no limit. */
function limit({ pid }: ChildProcess, bytes: number | null): void {
  const size = bytes === null ? "unlimited" : `${bytes}:unlimited`;
  const { status, stderr } = spawnSync("prlimit", ["--pid", String(pid), `--fsize=${size}`]);
  if (status !== 0) throw new Error(`prlimit: ${stderr.toString()}`);
}

function largest(url: string): number {
  return Math.max(...[url, `${url}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0));
}
