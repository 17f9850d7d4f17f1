import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import type { Known } from "./known-orders.ts";
import { compareOrders } from "./known-orders.ts";
import { PASSWORD, seedPerson } from "./people.ts";
import { seedCanteen, seedOrganisation, seedSupplier } from "./seed.ts";
import { send, Visitor } from "./web.ts";

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

/** Each order is as last acknowledged, or as sent since: never anything else, never both. */
export async function compare(
  db: Kysely<Database>,
  clients: readonly Client[],
  storm: Compared,
): Promise<void> {
  const orders = clients.flatMap((client) => client.orders);
  const { wrong, sent, keptUnanswered } = await compareOrders(db, orders);
  storm.wrong.push(...wrong);
  storm.sentAgain += sent;
  storm.keptUnanswered += keptUnanswered;
}
