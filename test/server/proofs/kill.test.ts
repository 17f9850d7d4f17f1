import { dirname } from "node:path";
import { expect, test } from "vitest";
import { ENGINES } from "../../../db/engine.ts";
import { stormOfKills } from "../../support/kill-storm.ts";
import { createTestDatabase } from "../../support/test-database.ts";

/** `npm run soak -- kill` makes a thousand. */
const KILLS = { sqlite: 50, postgres: 5 };

test.each(ENGINES)("the server killed with -9 under 8 clients keeps what it acknowledged, once (%s)", {
  timeout: 900_000,
}, async (engine) => {
  const { url, remove } = await createTestDatabase(engine, "installed");
  try {
    const env = engine === "sqlite" ? { DATA_DIR: dirname(url) } : { DATABASE_URL: url };
    const storm = await stormOfKills({
      kills: KILLS[engine],
      clients: 8,
      url,
      env,
      // What clients know is compared after each; pages, keys and the cube are read again less often.
      checkEvery: 5,
      note: () => undefined,
    });
    expect(storm.wrong).toEqual([]);
    expect(storm.kills).toBe(KILLS[engine]);
    expect(storm.acknowledged).toBeGreaterThan(storm.kills);
    expect(storm.sentAgain).toBeGreaterThan(0);
  } finally {
    await remove();
  }
});
