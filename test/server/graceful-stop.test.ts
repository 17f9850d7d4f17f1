import { expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { newId } from "../../shared/ids.ts";
import { describeOnEngines } from "../support/engines.ts";
import type { Client } from "../support/load-clients.ts";
import { loadClients } from "../support/load-clients.ts";
import { seedPerson, seedSession } from "../support/people.ts";
import type { ProcessServer } from "../support/process-server.ts";
import { startProcessServer } from "../support/process-server.ts";

const STOPS = 5;
const CLIENTS = 8;
/** Turns that every client has had when the stop comes. */
const BUSY_TURNS = 4;

function startOn(url: string, env: NodeJS.ProcessEnv = {}): Promise<ProcessServer> {
  const where = url.startsWith("postgres")
    ? { DATABASE_URL: url }
    : { DATA_DIR: url.replace(/\/[^/]*$/, "") };
  return startProcessServer({ ...where, ...env });
}

describeOnEngines(
  "a stop under load",
  (on) => {
    test(`answers whatever it took, ${STOPS} times out of ${STOPS}, and keeps what it acknowledged`, async () => {
      for (let stop = 0; stop < STOPS; stop++) {
        const people = await Promise.all(Array.from({ length: CLIENTS }, writer));
        const server = await startOn(on.url);
        const load = loadClients(
          server.port,
          people.map(({ client }) => client),
          { signal: AbortSignal.timeout(20_000) },
        );
        await expect
          .poll(() => Math.min(...people.map(({ last }) => last())), { interval: 1, timeout: 20_000 })
          .toBeGreaterThan(BUSY_TURNS);
        server.signal("SIGTERM");
        expect((await load).failures).toEqual([]);
        expect(await server.ended, server.output()).toBe(0);
        for (const { viewId, last } of people) {
          const { name } = await savedView(viewId);
          expect(turnOf(name)).toBeGreaterThanOrEqual(last());
        }
      }
    }, 120_000);

    test("is told by /ready from the first signal on, while requests are still answered", async () => {
      const server = await startOn(on.url, { DRAIN_SECONDS: "3" });
      const ask = (path: string) => fetch(`http://localhost:${server.port}${path}`);
      expect((await ask("/ready")).status).toBe(200);
      server.signal("SIGTERM");
      await expect.poll(async () => (await ask("/ready")).status, { timeout: 2_500 }).toBe(503);
      expect(await (await ask("/ready")).json()).toEqual({ ready: false, reason: "stopping" });
      expect((await ask("/health")).status).toBe(200);
      expect(await server.ended).toBe(0);
      await expect(ask("/ready")).rejects.toThrow("fetch failed");
    });

    /** Reads and writes by turns; each write says its turn. */
    async function writer(): Promise<{ client: Client; viewId: string; last: () => number }> {
      const { id: userId } = await seedPerson(on.db);
      const cookie = await seedSession(on.db, { userId, now: new Date().toISOString() });
      const viewId = newId();
      let last = -1;
      const client: Client = {
        cookie,
        ask: (turn) =>
          turn % 2 === 0
            ? { path: "savedViews.save", input: viewOf(viewId, turn), write: true }
            : { path: "savedViews.list" },
        acknowledged: (turn) => {
          last = turn;
        },
      };
      return { client, viewId, last: () => last };
    }

    async function savedView(id: string): Promise<{ name: string }> {
      const opened = await openDatabase<Database>({ url: on.url, poolSize: 1 });
      try {
        return await opened.reader
          .selectFrom("saved_views")
          .select("name")
          .where("id", "=", id)
          .executeTakeFirstOrThrow();
      } finally {
        await opened.close();
      }
    }
  },
  { schema: "installed" },
);

function viewOf(id: string, turn: number): object {
  return { id, page: "/territoire", name: `Vue ${turn}`, search: {} };
}

function turnOf(name: string): number {
  return Number(name.replace("Vue ", ""));
}
