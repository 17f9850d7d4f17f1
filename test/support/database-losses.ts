import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { listDamage } from "../../server/backups/facts.ts";
import type { KilledServer } from "./killed-server.ts";
import { startKilledServer } from "./killed-server.ts";
import { nextOrder } from "./known-orders.ts";
import type { Client, Compared } from "./saving-clients.ts";
import { compare, seedClients, signIn } from "./saving-clients.ts";
import { resultOf } from "./web.ts";

export interface LossesAsked {
  rounds: number;
  clients: number;
  /** Where the two web processes look for the database, which is at the last schema and empty. */
  url: string;
  /** Takes the database away while clients save; resolves once there is one again behind `url`. */
  lose(): Promise<void>;
  /** Before the next round, and while nobody saves. */
  prepare?(): Promise<void>;
  /** The whole database is read again after every so many rounds, and after the last. */
  checkEvery: number;
  note(line: string): void;
}

/** `wrong` also has a line for each damage, each web process that ended, each client that is never answered again. */
export interface Losses extends Compared {
  rounds: number;
  acknowledged: number;
  /** From the database's return to the first save acknowledged by each of the two, the later one. */
  backMs: number[];
}

const MOST_SAVES = 30;
const AGAIN_MS = 20;
const PATIENCE_MS = 60_000;

/** Clients save by two web processes, which stay; the database goes and comes back, and what it kept is read from outside. */
export async function stormOfLosses(asked: LossesAsked): Promise<Losses> {
  const losses: Losses = {
    rounds: 0,
    acknowledged: 0,
    sentAgain: 0,
    keptUnanswered: 0,
    backMs: [],
    wrong: [],
  };
  const servers: KilledServer[] = [];
  const ended: string[] = [];
  try {
    for (const name of ["first", "second"])
      servers.push(
        await startKilledServer({ DATABASE_URL: asked.url, LOG_LEVEL: "silent" }, () => ended.push(name)),
      );
    const clients = await openClients(asked, servers);
    for (; losses.rounds < asked.rounds && losses.wrong.length === 0; losses.rounds++) {
      await asked.prepare?.();
      await loseOnce(asked, clients, losses);
      losses.wrong.push(...ended.map((name) => `the ${name} web process ended`));
      await readFromOutside(asked, clients, losses);
      if (losses.rounds % 20 === 19)
        asked.note(`${losses.rounds + 1} rounds, ${losses.acknowledged} acknowledged`);
    }
    return losses;
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
  }
}

async function openClients(asked: LossesAsked, servers: readonly KilledServer[]): Promise<Client[]> {
  const opened = await openDatabase<Database>({ url: asked.url });
  try {
    const clients = await seedClients(opened, asked.clients, (at) => servers[at % 2]?.port ?? 0);
    await Promise.all(clients.map(signIn));
    return clients;
  } finally {
    await opened.close();
  }
}

async function loseOnce(asked: LossesAsked, clients: readonly Client[], losses: Losses): Promise<void> {
  const round = { over: false, back: null as number | null };
  const working = Promise.all(clients.map((client) => work(client, losses, round)));
  const before = losses.acknowledged + Math.ceil(Math.random() * MOST_SAVES);
  await untilMore(losses, before);
  await sleep(Math.random() * 15);
  const cut = clients.flatMap(({ orders }) => orders);
  await asked.lose();
  losses.sentAgain += cut.filter(({ sent }) => sent !== null).length;
  round.back = performance.now();
  // Both processes serve again: every client has been acknowledged once more.
  const firsts = await Promise.all(clients.map((client) => untilAcknowledged(client, round.back ?? 0)));
  if (firsts.some((at) => at === null)) losses.wrong.push("a client was never acknowledged again");
  else losses.backMs.push(Math.max(...firsts.map((at) => at ?? 0)) - round.back);
  round.over = true;
  await working;
}

const lastAcknowledged = new WeakMap<Client, number>();

async function untilMore(losses: Losses, enough: number): Promise<void> {
  const late = performance.now() + PATIENCE_MS;
  while (losses.acknowledged < enough && performance.now() < late) await sleep(1);
}

async function untilAcknowledged(client: Client, since: number): Promise<number | null> {
  const late = performance.now() + PATIENCE_MS;
  while (performance.now() < late) {
    const at = lastAcknowledged.get(client) ?? 0;
    if (at > since) return at;
    await sleep(5);
  }
  return null;
}

/** Saves until the round is over: what is not acknowledged is sent again under its id until it is. */
async function work(client: Client, losses: Losses, round: { over: boolean }): Promise<void> {
  while (!round.over) {
    const known = client.orders.find(({ sent }) => sent !== null) ?? nextOrder(client.orders, client.supplierId);
    const order = known.sent;
    if (order === null) return;
    const answer = await client.visitor
      .mutate("orders.save", { canteenId: client.canteenId, order })
      .catch(() => null);
    const outcome = answer === null ? undefined : (resultOf(answer) as { saved?: boolean; version?: number });
    if (outcome?.saved === true && outcome.version === order.version + 1) {
      known.kept = { ...order, version: outcome.version };
      known.sent = null;
      losses.acknowledged += 1;
      lastAcknowledged.set(client, performance.now());
      continue;
    }
    // Without a database nothing is refused for what it says: neither unknown, nor forbidden, nor wrong.
    if (answer !== null && answer.status < 500) {
      losses.wrong.push(`${order.id} was answered ${answer.status} ${answer.text.slice(0, 200)}`);
      return;
    }
    await sleep(AGAIN_MS);
  }
}

async function readFromOutside(
  asked: LossesAsked,
  clients: readonly Client[],
  losses: Losses,
): Promise<void> {
  const opened = await openDatabase<Database>({ url: asked.url });
  try {
    const { sentAgain } = losses;
    await compare(opened.reader, clients, losses);
    losses.sentAgain = sentAgain;
    if (losses.rounds % asked.checkEvery === 0 || losses.rounds === asked.rounds - 1)
      await readSnapshot(opened.reader, async (db) => {
        losses.wrong.push(...(await listDamage({ db, engine: opened.engine })));
      });
  } finally {
    await opened.close();
  }
}
