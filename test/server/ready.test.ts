import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { describeOnEngines } from "../support/engines.ts";
import { NOW } from "../support/seed.ts";
import { startWeb } from "../support/web.ts";

describeOnEngines(
  "/ready",
  (on) => {
    test("is 503 until the schema is there, which /health does not ask for, and 200 from then on", async () => {
      const empty = await startWeb(on.opened);
      expect(await reasonOf(empty)).toEqual([503, "schema"]);
      await migrate(on.opened, { migrations: MIGRATIONS.slice(0, -1), now: NOW });
      const almost = await startWeb(on.opened);
      expect(await reasonOf(almost)).toEqual([503, "schema"]);
      expect((await almost.ask("/health")).status).toBe(200);
      await migrate(on.opened, { migrations: MIGRATIONS, now: NOW });
      const whole = await startWeb(on.opened);
      expect(await reasonOf(whole)).toEqual([200, null]);
      for (const web of [empty, almost, whole]) await web.stop();
    });

    test("stays 200 when a newer process has brought the schema further", async () => {
      await sql`insert into schema_migrations (name, applied_at) values ('9999-later', ${NOW})`.execute(
        on.db,
      );
      const web = await startWeb(on.opened);
      expect(await reasonOf(web)).toEqual([200, null]);
      await web.stop();
    });

    test("is 503 when the database does not answer, and while the process stops", async () => {
      const opened = await openDatabase<Database>({ url: on.url });
      const broken = await startWeb(opened);
      const stopping = await startWeb(on.opened, { isStopping: () => true });
      await opened.close();
      expect(await reasonOf(broken)).toEqual([503, "database"]);
      expect(await reasonOf(stopping)).toEqual([503, "stopping"]);
      for (const web of [broken, stopping]) await web.stop();
    });
  },
  { schema: "bare" },
);

async function reasonOf(web: Awaited<ReturnType<typeof startWeb>>): Promise<[number, unknown]> {
  const { status, json } = await web.ask("/ready");
  return [status, (json as { reason: unknown }).reason];
}
