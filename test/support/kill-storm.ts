import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { listDamage } from "../../server/backups/facts.ts";
import { newId } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import { startKilledServer } from "./killed-server.ts";
import { PASSWORD, seedPerson } from "./people.ts";
import { anOrder, anOrderLine, seedCanteen, seedOrganisation, seedSupplier } from "./seed.ts";
import { resultOf, send, Visitor } from "./web.ts";

export interface KillStormAsked {
  kills: number;
  clients: number;
  /** What openDatabase takes, at the last schema and empty. */
  url: string;
  /** Environment of the server on that database. */
  env: NodeJS.ProcessEnv;
  /** The whole database is read again after every so many kills, and after the last. */
  checkEvery: number;
  note(line: string): void;
}

export interface KillStorm {
  kills: number;
  acknowledged: number;
  /** Saves whose answer the kill cut off, sent again under the same id. */
  sentAgain: number;
  /** Of those, how many had been kept all the same. */
  keptUnanswered: number;
  /** From start to first answer after a kill. */
  readyMs: number[];
  /** A line for each acknowledged save that is gone, each order saved twice, each refusal, each damage. */
  wrong: string[];
}

/** An order as its client knows it. */
interface Known {
  /** As last acknowledged, with the version answered; null: never yet. */
  kept: Order | null;
  /** Sent, and not yet answered. */
  sent: Order | null;
}

interface Client {
  visitor: Visitor;
  canteenId: string;
  supplierId: string;
  orders: Known[];
}

/** Acknowledged saves between a start and its kill: a few to some dozens. */
const MOST_SAVES = 40;
const LATEST_KILL_MS = 15;

/** Clients save new orders and change their last one, the server is killed with -9, and what it kept is read from outside. */
export async function stormOfKills(asked: KillStormAsked): Promise<KillStorm> {
  const storm: KillStorm = {
    kills: 0,
    acknowledged: 0,
    sentAgain: 0,
    keptUnanswered: 0,
    readyMs: [],
    wrong: [],
  };
  const port = { now: 0 };
  const opened = await openDatabase<Database>({ url: asked.url });
  try {
    const clients = await seedClients(opened, asked.clients, port);
    for (; storm.kills < asked.kills; storm.kills++) {
      const server = await startKilledServer(asked.env);
      port.now = server.port;
      storm.readyMs.push(server.readyMs);
      if (storm.kills === 0) await Promise.all(clients.map(signIn));
      const enough = storm.acknowledged + Math.ceil(Math.random() * MOST_SAVES);
      const working = Promise.all(clients.map((client) => work(client, storm)));
      while (storm.acknowledged < enough && storm.wrong.length === 0) await sleep(1);
      await sleep(Math.random() * LATEST_KILL_MS);
      await server.kill();
      await working;
      storm.wrong.push(...server.errors());
      await compare(opened, clients, storm);
      if (storm.kills % asked.checkEvery === 0 || storm.kills === asked.kills - 1)
        await readSnapshot(opened.reader, async (db) => {
          storm.wrong.push(...(await listDamage({ db, engine: opened.engine })));
        });
      if (storm.wrong.length > 0) break;
      if (storm.kills % 50 === 49) asked.note(`${storm.kills + 1} kills, ${storm.acknowledged} acknowledged`);
    }
    return storm;
  } finally {
    await opened.close();
  }
}

async function seedClients(
  { db }: OpenedDatabase<Database>,
  count: number,
  port: { now: number },
): Promise<(Client & { email: string })[]> {
  const { organisationId } = await seedOrganisation(db);
  const supplierId = (await seedSupplier(db)).id;
  const canteens = [await seedCanteen(db, { organisationId }), await seedCanteen(db, { organisationId })];
  const clients: (Client & { email: string })[] = [];
  for (let at = 0; at < count; at++) {
    const canteenId = canteens[at % canteens.length]?.id ?? "";
    const { email } = await seedPerson(db, {
      grants: [{ role: "manager", scopeKind: "canteen", scopeId: canteenId }],
    });
    const visitor = new Visitor({ ask: (path, ask = {}) => send(port.now, path, ask) });
    clients.push({ visitor, canteenId, supplierId, email, orders: [] });
  }
  return clients;
}

async function signIn({ visitor, email }: Client & { email: string }): Promise<void> {
  const { status } = await visitor.mutate("session.signIn", { email, password: PASSWORD });
  if (status !== 200) throw new Error(`signing in was answered ${status}`);
}

/** Saves until the server no longer answers: what was cut off is sent again first. */
async function work(client: Client, storm: KillStorm): Promise<void> {
  for (;;) {
    const known = client.orders.find(({ sent }) => sent !== null) ?? nextOrder(client);
    const order = known.sent;
    if (order === null) return;
    const answer = await client.visitor
      .mutate("orders.save", { canteenId: client.canteenId, order })
      .catch(() => null);
    if (answer === null) return;
    const outcome = resultOf(answer) as { saved?: boolean; version?: number } | undefined;
    if (outcome?.saved !== true || outcome.version !== order.version + 1) {
      storm.wrong.push(`${order.id} was answered ${answer.status} ${answer.text.slice(0, 200)}`);
      return;
    }
    known.kept = { ...order, version: outcome.version };
    known.sent = null;
    storm.acknowledged += 1;
  }
}

/** One order in three is the last one changed, the others are new; every save has its own note and amount. */
function nextOrder({ supplierId, orders }: Client): Known {
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
async function compare(
  { reader }: OpenedDatabase<Database>,
  clients: readonly Client[],
  storm: KillStorm,
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
