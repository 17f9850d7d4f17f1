import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { newId } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import { PASSWORD, seedPerson } from "./people.ts";
import { anOrder, anOrderLine, seedCanteen, seedOrganisation, seedSupplier } from "./seed.ts";
import { send, Visitor } from "./web.ts";

/** An order as its client knows it. */
export interface Known {
  /** As last acknowledged, with the version answered; null: never yet. */
  kept: Order | null;
  /** Sent, and not yet answered. */
  sent: Order | null;
}

export interface Client {
  email: string;
  visitor: Visitor;
  canteenId: string;
  supplierId: string;
  orders: Known[];
}

/** What a comparison adds to. */
export interface Compared {
  /** Saves whose answer was cut off, to be sent again under the same id. */
  sentAgain: number;
  /** Of those, how many had been kept all the same. */
  keptUnanswered: number;
  /** A line for each acknowledged save that is gone, and each order saved twice. */
  wrong: string[];
}

/** Managers of two canteens; the n-th asks the server of `portOf(n)`. */
export async function seedClients(
  { db }: OpenedDatabase<Database>,
  count: number,
  portOf: (client: number) => number,
): Promise<Client[]> {
  const { organisationId } = await seedOrganisation(db);
  const supplierId = (await seedSupplier(db)).id;
  const canteens = [await seedCanteen(db, { organisationId }), await seedCanteen(db, { organisationId })];
  const clients: Client[] = [];
  for (let at = 0; at < count; at++) {
    const canteenId = canteens[at % canteens.length]?.id ?? "";
    const { email } = await seedPerson(db, {
      grants: [{ role: "manager", scopeKind: "canteen", scopeId: canteenId }],
    });
    const visitor = new Visitor({ ask: (path, ask = {}) => send(portOf(at), path, ask) });
    clients.push({ visitor, canteenId, supplierId, email, orders: [] });
  }
  return clients;
}

export async function signIn({ visitor, email }: Client): Promise<void> {
  const { status } = await visitor.mutate("session.signIn", { email, password: PASSWORD });
  if (status !== 200) throw new Error(`signing in was answered ${status}`);
}

/** One order in three is the last one changed, the others are new; every save has its own note and amount. */
export function nextOrder({ supplierId, orders }: Client): Known {
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

/** Each order is as last acknowledged, or as sent since: never anything else, never both. */
export async function compare(
  { reader }: OpenedDatabase<Database>,
  clients: readonly Client[],
  storm: Compared,
): Promise<void> {
  const found = Map.groupBy(await listSaved(reader), ({ id }) => id);
  const changes = await countChanges(reader);
  for (const known of clients.flatMap(({ orders }) => orders)) {
    const id = (known.kept ?? known.sent)?.id ?? "";
    const own = found.get(id) ?? [];
    found.delete(id);
    if (known.sent !== null) storm.sentAgain += 1;
    const state = stateOf(own, known);
    if (state === "sent") storm.keptUnanswered += 1;
    if (state === "other") storm.wrong.push(`${id} is ${JSON.stringify(own)}, not what was acknowledged`);
    const times = changes.get(id) ?? 0;
    if (times !== (own[0]?.version ?? 0))
      storm.wrong.push(`${id} is at version ${own[0]?.version} after ${times} changes on record`);
  }
  for (const id of found.keys()) storm.wrong.push(`${id} was never sent`);
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
