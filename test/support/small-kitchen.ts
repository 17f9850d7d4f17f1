import { fictionalSiret } from "../../server/demo/fictional-numbers.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import type { RunningSite } from "./e2e-server.ts";
import { startSite } from "./e2e-server.ts";
import type { FaultProxy } from "./fault-proxy.ts";
import { startFaultProxy } from "./fault-proxy.ts";

export const KITCHEN_ACCOUNT = { email: "ada@bapaume.example", password: "une phrase assez longue" };
export const KITCHEN_SUPPLIER = "Ferme du Moulin";

/** A real server of its own with one account, one canteen and one supplier, reached through a way that fails. */
export interface SmallKitchen {
  site: RunningSite;
  proxy: FaultProxy;
  canteenId: Id;
  /** Value of the session's cookie. */
  session: string;
  /** Asks the server directly, whatever the proxy does. */
  ask(procedure: string, input: unknown): Promise<unknown>;
  /** What the server has, oldest first. */
  orders(): Promise<Order[]>;
  save(order: Order): Promise<unknown>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startKitchen(): Promise<SmallKitchen> {
  const site = await startSite({ demo: false });
  const proxy = await startFaultProxy(site.origin);
  const session = await openAccount(site.origin);
  const canteenId = newId();

  async function write(procedure: string, input: unknown): Promise<unknown> {
    const headers = { ...OURS, cookie: session };
    const answer = await fetch(`${site.origin}/trpc/${procedure}`, {
      method: "POST",
      headers,
      body: JSON.stringify(input),
    });
    return dataOf(procedure, await answer.json());
  }

  async function ask(procedure: string, input: unknown): Promise<unknown> {
    const search = encodeURIComponent(JSON.stringify(input));
    const headers = { ...OURS, cookie: session };
    const answer = await fetch(`${site.origin}/trpc/${procedure}?input=${search}`, { headers });
    return dataOf(procedure, await answer.json());
  }

  await write("canteens.save", { id: canteenId, input: CANTEEN });
  await write("suppliers.save", { id: newId(), input: SUPPLIER });
  return {
    site,
    proxy,
    canteenId,
    session: session.split("=")[1] ?? "",
    ask,
    save: (order) => write("orders.save", { canteenId, order }),
    async orders() {
      const ids: Id[] = [];
      for (let page = 0; ; page++) {
        const { orders } = (await ask("orders.list", { ...EVERY_ORDER, canteenId, page })) as {
          orders: { id: Id }[];
        };
        ids.push(...orders.map(({ id }) => id));
        if (orders.length < EVERY_ORDER.pageSize) break;
      }
      const found = ids.toSorted().map((orderId) => ask("orders.get", { canteenId, orderId }));
      return ((await Promise.all(found)) as { order: Order }[]).map(({ order }) => order);
    },
    async restart() {
      await site.restart();
      proxy.lead(site.origin);
    },
    async stop() {
      await proxy.stop();
      await site.stop();
    },
  };
}

const OURS = { "content-type": "application/json", "x-bonnepart": "1", "sec-fetch-site": "same-origin" };
const EVERY_ORDER = { supplierId: null, status: null, from: null, to: null, search: "", pageSize: 100 };
const BAPAUME = "62080";
const CANTEEN = {
  name: "École Jules-Ferry",
  siret: fictionalSiret(901),
  uai: null,
  sector: "ECOLE",
  regime: "hexagone-public",
  commune: BAPAUME,
  position: null,
  centralKitchenId: null,
  mealsPerYear: null,
  active: true,
};
const SUPPLIER = {
  name: KITCHEN_SUPPLIER,
  siret: null,
  kind: "PRODUCER",
  commune: BAPAUME,
  productionCommune: BAPAUME,
  position: null,
  active: true,
};

/** The first account; returns its session as a Cookie header. */
async function openAccount(origin: string): Promise<string> {
  const account = {
    organisationName: "Commune de Bapaume",
    name: "Ada Martin",
    locale: "fr",
    territoryCode: null,
    ...KITCHEN_ACCOUNT,
  };
  const answer = await fetch(`${origin}/trpc/session.createFirstAdministrator`, {
    method: "POST",
    headers: OURS,
    body: JSON.stringify(account),
  });
  dataOf("session.createFirstAdministrator", await answer.json());
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

function dataOf(procedure: string, body: unknown): unknown {
  const { result } = body as { result?: { data: unknown } };
  if (result === undefined) throw new Error(`${procedure}: ${JSON.stringify(body)}`);
  return result.data;
}
