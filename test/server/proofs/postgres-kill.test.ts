import { expect, test } from "vitest";
import { MIGRATIONS } from "../../../db/migrations/list.ts";
import { migrate } from "../../../db/migrator.ts";
import { openDatabase } from "../../../db/open.ts";
import { stormOfLosses } from "../../support/database-losses.ts";
import { startPostgresServer } from "../../support/postgres-server.ts";
import { NOW } from "../../support/seed.ts";

/** `npm run soak -- postgres-kill` makes two hundred. */
const KILLS = 5;

test("PostgreSQL killed with -9 under two web processes: they come back by themselves, nothing acknowledged is lost", {
  timeout: 300_000,
}, async () => {
  const server = await startPostgresServer({ durable: true });
  try {
    const opened = await openDatabase<never>({ url: server.url });
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    await opened.close();
    const losses = await stormOfLosses({
      rounds: KILLS,
      clients: 8,
      url: server.url,
      async lose() {
        server.kill();
        await server.start();
      },
      checkEvery: KILLS,
      note: () => undefined,
    });
    expect(losses.wrong).toEqual([]);
    expect(losses.rounds).toBe(KILLS);
    expect(losses.acknowledged).toBeGreaterThan(KILLS * 8);
    expect(losses.sentAgain).toBeGreaterThan(0);
  } finally {
    await server.stop();
  }
});
