import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { listDamage } from "../../server/backups/facts.ts";
import { startKilledServer } from "./killed-server.ts";
import { nextOrder } from "./known-orders.ts";
import type { Client, Compared } from "./saving-clients.ts";
import { compare, seedClients, signIn } from "./saving-clients.ts";
import { resultOf } from "./web.ts";

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

/** `wrong` also has a line for each refusal, each damage. */
export interface KillStorm extends Compared {
  kills: number;
  acknowledged: number;
  /** From start to first answer after a kill. */
  readyMs: number[];
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
    const clients = await seedClients(opened, asked.clients, () => port.now);
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
      await readSnapshot(opened.reader, (db) => compare(db, clients, storm));
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

/** Saves until the server no longer answers: what was cut off is sent again first. */
async function work(client: Client, storm: KillStorm): Promise<void> {
  for (;;) {
    const known =
      client.orders.find(({ sent }) => sent !== null) ?? nextOrder(client.orders, client.supplierId);
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
