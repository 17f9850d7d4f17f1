import { expect, test } from "vitest";
import { describeOnEngines } from "../../support/engines.ts";
import { fuzzProcedures } from "../../support/fuzz-procedures.ts";
import { seedRightsWorld } from "../../support/rights-world.ts";

/** Calls of each procedure; `npm run soak -- fuzz` makes twenty thousand. */
const CALLS = { sqlite: 100, postgres: 30 };

describeOnEngines("every procedure, called with values made from its own schema", (on) => {
  test("answers or refuses: none fails as a bug would", { timeout: 900_000 }, async () => {
    const world = await seedRightsWorld(on);
    const asked = { calls: CALLS[on.engine], seed: 1, world, note: () => undefined };
    const { bugs, procedures, reached } = await fuzzProcedures(on, asked);
    expect(bugs).toEqual([]);
    // Most of them are reached behind their schema and their right.
    expect(reached.length).toBeGreaterThan(procedures / 2);
  });
});
