import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import type { Notices } from "../../db/notices.ts";
import { openNotices } from "../../db/notices.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { behindWall } from "../../db/wall.ts";
import { checkCube } from "../../server/actions/check-cube.ts";
import { keepDroppedFile } from "../../server/actions/drop-import.ts";
import { newId } from "../../shared/ids.ts";
import type { ImportRun } from "../../shared/import-runs.ts";
import { followImport } from "../support/follow-import.ts";
import type { Client } from "../support/load-clients.ts";
import { loadClients } from "../support/load-clients.ts";
import { seedPerson, seedSession } from "../support/people.ts";
import type { Pooler } from "../support/pgbouncer.ts";
import { hasPgbouncer, startPgbouncer } from "../support/pgbouncer.ts";
import type { PostgresServer } from "../support/postgres-server.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import type { ProcessServer } from "../support/process-server.ts";
import { startProcessServer } from "../support/process-server.ts";
import { purchaseCsv, siretNumber } from "../support/purchase-files.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation, seedSupplier } from "../support/seed.ts";
import { Visitor, webAt } from "../support/web.ts";

const LINES = 5_000;
const isHere = hasPgbouncer();
const reason = isHere ? "" : " — skipped: this machine has no pgbouncer (apt-get install pgbouncer)";

describe.skipIf(!isHere)(`behind pgbouncer in transaction mode${reason}`, () => {
  let postgres: PostgresServer;
  let pooler: Pooler;
  let servers: ProcessServer[] = [];
  let opened: OpenedDatabase<Database>;
  let pooledUrl: string;
  beforeAll(async () => {
    postgres = await startPostgresServer();
    pooler = await startPgbouncer(postgres.folder);
    pooledUrl = pooler.urlOf(postgres.url);
    // The first of them migrates, past the pooler.
    const env = { DATABASE_URL: pooledUrl, DATABASE_DIRECT_URL: postgres.url };
    servers = await Promise.all([startProcessServer(env), startProcessServer(env)]);
    opened = await openDatabase<Database>({ url: pooledUrl, directUrl: postgres.url });
  }, 60_000);
  afterAll(async () => {
    for (const server of servers) {
      server.signal("SIGTERM");
      expect(await server.ended, server.output()).toBe(0);
    }
    await opened?.close();
    await pooler?.stop();
    await postgres?.stop();
  });

  test("two processes save, read, import and follow, more at once than there are connections", async () => {
    const { organisationId } = await seedOrganisation(opened.db);
    const canteen = await seedCanteen(opened.db, { organisationId, siret: siretNumber(61) });
    const supplier = await seedSupplier(opened.db);
    const grants = [{ role: "administrator", scopeKind: "organisation", scopeId: organisationId }] as const;
    const { id: userId } = await seedPerson(opened.db, { grants });
    const cookie = await seedSession(opened.db, { userId, now: new Date().toISOString() });
    const client: Client = {
      cookie,
      ask: (turn) =>
        turn % 2 === 0
          ? {
              path: "orders.save",
              input: { canteenId: canteen.id, order: anOrder({ supplierId: supplier.id }) },
              write: true,
            }
          : {
              path: "indicators.canteen",
              input: { canteenId: canteen.id, from: "2026-01", to: "2026-12", basis: "value" },
            },
    };
    const signal = AbortSignal.timeout(2_000);
    const loads = await Promise.all(
      servers.map(({ port }) => loadClients(port, Array(8).fill(client), { signal })),
    );
    for (const { answers, failures } of loads) {
      expect(failures).toEqual([]);
      expect(answers.length).toBeGreaterThan(16);
    }
    const rows = Array.from(
      { length: LINES },
      (_, row) => `${canteen.siret},Pommes ${row},Verger,2025-03-01,1,FRUITS_ET_LEGUMES,,,,,,`,
    );
    const content = Buffer.from(purchaseCsv(rows));
    const { fileId } = await keepDroppedFile(actionContext(opened, userId), { name: "achats.csv", content });
    const key = { canteenId: canteen.id, importId: newId() };
    const [here, there] = servers as [ProcessServer, ProcessServer];
    const visitor = new Visitor(webAt(here.port));
    visitor.cookie = cookie;
    expect((await visitor.mutate("importRuns.start", { ...key, fileId })).status).toBe(200);
    const runs: ImportRun[] = [];
    await followImport(there, cookie, key, (run) => runs.push(run));
    expect(runs.at(-1)).toMatchObject({ state: "DONE", report: { created: LINES } });
    const { differences, staleVerdicts } = await checkCube(opened.reader);
    expect([differences, staleVerdicts]).toEqual([[], []]);
  }, 60_000);

  test("the wall stands there too, one statement or a transaction at a time, and leaves nothing behind", async () => {
    expect(opened.wall?.gap()).toBeNull();
    const who = sql<{ role: string; canteen: string | null }>`
      select current_user as role, nullif(current_setting('bonnepart.canteen', true), '') as canteen`;
    const walled = behindWall(opened.db, { canteenId: "a" });
    const own = { role: "postgres_one_canteen", canteen: "a" };
    const asked = Array.from({ length: 40 }, (_, at) =>
      at % 3 === 0
        ? who.execute(opened.db)
        : at % 3 === 1
          ? who.execute(walled)
          : walled.transaction().execute((trx) => who.execute(trx)),
    );
    const told = (await Promise.all(asked)).map(({ rows }) => rows[0]);
    const bare = { role: "postgres", canteen: null };
    expect(told).toEqual(told.map((_, at) => (at % 3 === 0 ? bare : own)));
  });

  test("what reads refuses to write, though the engine cannot be asked to", async () => {
    await expect(opened.reader.deleteFrom("sessions").execute()).rejects.toThrow("only reads");
    await expect(sql`delete from sessions`.execute(opened.reader)).rejects.toThrow("only reads");
    expect((await sql<{ one: number }>`select 1 as one`.execute(opened.reader)).rows).toEqual([{ one: 1 }]);
  });

  test("is said to need the way past it, when that is not given", async () => {
    await expect(openDatabase({ url: pooledUrl })).rejects.toThrow(/DATABASE_DIRECT_URL/);
  });

  test("messages are heard past the pooler, and known not to be through it", async () => {
    const heard: string[] = [];
    const hear = (message: string) => void heard.push(message);
    const past = await openNotices({ db: opened.db, url: postgres.url, hear });
    await expect.poll(() => past.isHearing(), { timeout: 10_000 }).toBe(true);
    await past.publish("{}");
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(["{}"]);
    const through: Notices = await openNotices({ db: opened.db, url: pooledUrl, hear });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(through.isHearing()).toBe(false);
    for (const notices of [past, through]) await notices.close();
  });
});
