import { expect, test } from "vitest";
import { ENGINES } from "../../../db/engine.ts";
import { stormOfMigrations } from "../../support/migration-storm.ts";
import { createTestDatabase } from "../../support/test-database.ts";

/** `npm run soak -- migrations` makes 300 and 30. */
const STORMS = { sqlite: { kills: 10, rounds: 20 }, postgres: { kills: 3, rounds: 3 } };

test.each(ENGINES)("migrations killed with -9, or run by 8 processes at once, are whole (%s)", {
  timeout: 900_000,
}, async (engine) => {
  const storm = await stormOfMigrations(() => createTestDatabase(engine, "bare"), {
    ...STORMS[engine],
    note: () => undefined,
  });
  expect(storm.wrong).toEqual([]);
  expect(storm.killedInside).toBeGreaterThan(0);
});
