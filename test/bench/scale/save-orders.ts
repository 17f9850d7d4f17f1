import { sql } from "kysely";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { listOrderLines } from "../../../db/queries/order-lines.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { withReach } from "../../../server/action-context.ts";
import { lineOfRow } from "../../../server/actions/line-rows.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { addDays } from "../../../shared/calendar.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { OrderLine } from "../../../shared/orders.ts";
import { rounded } from "../../support/figures.ts";
import { anOrder } from "../../support/seed.ts";
import type { Timed } from "./measure.ts";
import { timed } from "./measure.ts";

const LINES = 20;

export interface SaveFigures {
  save: Timed;
  /** One transaction of the engine that keeps as many rows of the same size in a bare table. */
  engine_commit: Timed;
  /** Saves a second over commits a second. */
  ratio: number | null;
}

/** Orders of twenty lines of a canteen's own articles, one after the other, and the engine's own commit in the same run. */
export async function measureSaves(
  opened: Pick<OpenedDatabase<Database>, "db" | "reader" | "engine">,
  { canteenIds, today, runs }: { canteenIds: readonly Id[]; today: string; runs: number },
): Promise<SaveFigures> {
  const ctx: ActionContext = { ...opened, now: `${today}T10:00:00.000Z`, today, userId: null };
  const articles = new Map<Id, { supplierId: Id; lines: OrderLine[] }>();
  for (const canteenId of canteenIds) articles.set(canteenId, await someOrder(opened.reader, canteenId));
  const save = await timed(runs, async (run) => {
    const canteenId = canteenIds[run % canteenIds.length] ?? "";
    const like = articles.get(canteenId);
    if (like === undefined) throw new Error("a canteen without order");
    const lines = Array.from({ length: LINES }, (_, at) => ({
      ...(like.lines[at % like.lines.length] as OrderLine),
      id: newId(),
    }));
    const order = anOrder({
      supplierId: like.supplierId,
      lines,
      orderedOn: addDays(today, -4),
      deliveredOn: addDays(today, -1),
    });
    const outcome = await saveOrder(withReach(ctx, { canteenId }), canteenId, order);
    if (!outcome.saved) throw new Error(`an order was refused: ${JSON.stringify(outcome.issues)}`);
  });
  const commit = await measureCommits(opened, runs);
  const ratio =
    save.median_ms === null || commit.median_ms === null
      ? null
      : rounded(commit.median_ms / save.median_ms, 2);
  return { save, engine_commit: commit, ratio };
}

async function measureCommits({ db }: Pick<OpenedDatabase<Database>, "db">, runs: number): Promise<Timed> {
  await sql`create table bench_rows (id text not null primary key, content text not null)`.execute(db);
  const content = "x".repeat(600);
  const commits = await timed(runs, () =>
    inTransaction(db, async (trx) => {
      for (let row = 0; row < LINES; row++)
        await sql`insert into bench_rows (id, content) values (${newId()}, ${content})`.execute(trx);
    }),
  );
  await sql`drop table bench_rows`.execute(db);
  return commits;
}

async function someOrder(
  reader: OpenedDatabase<Database>["reader"],
  canteenId: Id,
): Promise<{ supplierId: Id; lines: OrderLine[] }> {
  const order = await reader
    .selectFrom("orders")
    .where("canteen_id", "=", canteenId)
    .where("kind", "=", "ORDER")
    .where("status", "=", "INVOICED")
    .select(["id", "supplier_id"])
    .orderBy("ordered_on", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const rows = await listOrderLines(reader, { canteenId, orderId: order.id });
  return { supplierId: order.supplier_id, lines: rows.map(lineOfRow) };
}
