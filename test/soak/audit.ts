import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { appendAudits, verifyAuditChain } from "../../db/queries/audit.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { rounded } from "../support/figures.ts";
import { actionContext, NOW } from "../support/seed.ts";

export const summary =
  "a record of changes of N rows in 20 streams: a row of each altered, taken out or cut off, each found (--rows N)";

const STREAMS = 20;
const ROWS_AT_ONCE = 5_000;

export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-audit-"));
  const opened = await openDatabase<Database>({ url: join(folder, "bonnepart.sqlite") });
  const { db, reader } = opened;
  try {
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    const each = Math.ceil(options.number("rows", 1_000_000) / STREAMS);
    for (let stream = 0; stream < STREAMS; stream++) {
      for (let at = 0; at < each; at += ROWS_AT_ONCE) {
        const changes = Array.from({ length: Math.min(ROWS_AT_ONCE, each - at) }, (_, n) => ({
          stream: nameOf(stream),
          noun: "orders",
          nounId: `order-${at + n}`,
          action: "updated",
          before: { note: null, lines: [{ amountHtCents: n }] },
          after: { note: `note ${n}`, lines: [{ amountHtCents: n + 1 }] },
        }));
        await inTransaction(db, (trx) => appendAudits(trx, actionContext(opened), changes));
      }
      options.note(`${(stream + 1) * each} rows`);
    }
    const start = performance.now();
    const sound = await verifyAuditChain(reader);
    const seconds = (performance.now() - start) / 1000;
    for (let stream = 0; stream < STREAMS; stream++)
      await harm(db, { stream: nameOf(stream), each, kind: stream % 4 });
    const { flaws } = await verifyAuditChain(reader);
    const found = new Set(flaws.map(({ stream }) => stream)).size;
    return {
      rows: sound.rows,
      verified_s: rounded(seconds),
      flaws: Object.fromEntries(
        ["content", "missing", "cut"].map((flaw) => [flaw, flaws.filter((one) => one.flaw === flaw).length]),
      ),
      bars: [
        { name: "flaws of a sound record", value: sound.flaws.length, atMost: 0 },
        { name: "altered streams found", value: found, atLeast: STREAMS },
        { name: "flaws told that are none", value: flaws.length - STREAMS, atMost: 0 },
      ],
    };
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Alters a row, its author, takes one out or cuts the last ones off. */
async function harm(
  db: Kysely<Database>,
  { stream, each, kind }: { stream: string; each: number; kind: number },
): Promise<void> {
  const seq = 1 + Math.floor((each - 2) * Math.random());
  const row = db.updateTable("audit").where("stream", "=", stream).where("seq", "=", seq);
  const gone = db.deleteFrom("audit").where("stream", "=", stream);
  if (kind === 0) await row.set({ after: '{"note":"another"}' }).execute();
  else if (kind === 1) await row.set({ at: "2020-01-01T00:00:00.000Z" }).execute();
  else if (kind === 2) await gone.where("seq", "=", seq).execute();
  else await gone.where("seq", ">", seq).execute();
}

function nameOf(stream: number): string {
  return `canteen-${String(stream).padStart(2, "0")}`;
}
