import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import { anOrder, anOrderLine } from "./seed.ts";

/** An order of one line as its client knows it. */
export interface Known {
  /** As last acknowledged, with the version answered; null: never yet. */
  kept: Order | null;
  /** Sent, and not yet answered. */
  sent: Order | null;
}

/** Adds to the client's orders what it sends next: one time in three its last one changed, else a new one. Every save has its own note and amount. */
export function nextOrder(orders: Known[], supplierId: Id): Known {
  const last = orders.at(-1);
  const cents = 1 + Math.floor(Math.random() * 100_000);
  const line = anOrderLine({ quantityMilli: 1_000, unitPriceHtE4: cents * 100, amountHtCents: cents });
  if (last?.kept != null && Math.random() < 1 / 3) {
    const lines = last.kept.lines.map((kept) => ({ ...line, id: kept.id }));
    last.sent = { ...last.kept, note: newId(), lines };
    return last;
  }
  const made: Known = { kept: null, sent: anOrder({ supplierId, note: newId(), lines: [line] }) };
  orders.push(made);
  return made;
}

export interface OrdersCompared {
  /** A line for each order that is neither as last acknowledged nor as sent since, is there twice, or was never sent. */
  wrong: string[];
  /** Orders sent and not yet answered; of them, those that were kept all the same. */
  sent: number;
  keptUnanswered: number;
}

/** Compares every order of a database with what its clients know, and the record of changes with both. */
export async function compareOrders(db: Kysely<Database>, orders: readonly Known[]): Promise<OrdersCompared> {
  const compared: OrdersCompared = { wrong: [], sent: 0, keptUnanswered: 0 };
  const found = Map.groupBy(await listSaved(db), ({ id }) => id);
  const changes = await countChanges(db);
  for (const known of orders) {
    const id = (known.kept ?? known.sent)?.id ?? "";
    const own = found.get(id) ?? [];
    found.delete(id);
    if (known.sent !== null) compared.sent += 1;
    const state = stateOf(own, known);
    if (state === "sent") compared.keptUnanswered += 1;
    if (state === "other") compared.wrong.push(`${id} is ${JSON.stringify(own)}, not what was acknowledged`);
    const times = changes.get(id) ?? 0;
    if (times !== (own[0]?.version ?? 0))
      compared.wrong.push(`${id} is at version ${own[0]?.version} after ${times} changes on record`);
  }
  for (const id of found.keys()) compared.wrong.push(`${id} was never sent`);
  return compared;
}

/** A line with its order. */
interface Saved {
  id: string;
  version: number;
  note: string | null;
  cents: number;
}

async function listSaved(db: Kysely<Database>): Promise<Saved[]> {
  return await db
    .selectFrom("orders")
    .innerJoin("order_lines", (join) =>
      join
        .onRef("order_lines.canteen_id", "=", "orders.canteen_id")
        .onRef("order_lines.order_id", "=", "orders.id"),
    )
    .select(["orders.id", "orders.version", "orders.note", "order_lines.amount_ht_cents as cents"])
    .execute();
}

/** Changes on record, by order. */
async function countChanges(db: Kysely<Database>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("audit")
    .where("noun", "=", "orders")
    .select(["noun_id"])
    .select(({ fn }) => fn.countAll<number>().as("times"))
    .groupBy("noun_id")
    .execute();
  return new Map(rows.map(({ noun_id, times }) => [noun_id, times]));
}

function stateOf(own: readonly Saved[], { kept, sent }: Known): "kept" | "sent" | "other" {
  const [row] = own;
  if (own.length > 1) return "other";
  if (kept === null ? row === undefined : isAs(row, kept, kept.version)) return "kept";
  return sent !== null && isAs(row, sent, sent.version + 1) ? "sent" : "other";
}

function isAs(row: Saved | undefined, order: Order, version: number): boolean {
  return row?.version === version && row.note === order.note && row.cents === order.lines[0]?.amountHtCents;
}
