import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Engine } from "../../../db/engine.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { anyOperation } from "../../support/cube/cube-operations.ts";
import type { CubeGround } from "../../support/cube/play-sequence.ts";
import { playSequence } from "../../support/cube/play-sequence.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedOrganisation, seedProduct } from "../../support/seed.ts";

/** A thousand in all; `npm run soak -- cube` does a million operations. */
const SEQUENCES: Record<Engine, readonly { sequences: number; operations: number }[]> = {
  sqlite: [
    { sequences: 150, operations: 30 },
    { sequences: 500, operations: 8 },
  ],
  postgres: [
    { sequences: 100, operations: 30 },
    { sequences: 250, operations: 8 },
  ],
};

describeOnEngines("the cube", (on) => {
  let ground: CubeGround;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const { db, reader, engine } = on;
    ground = { db, reader, engine, organisationId, productId: (await seedProduct(db)).id };
  });

  it.each(
    SEQUENCES[on.engine],
  )("equals the lines and an independent model after $sequences random sequences of $operations operations", async ({
    sequences,
    operations,
  }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyOperation, { minLength: operations, maxLength: operations }),
        async (sequence) => {
          expect(await playSequence(ground, sequence)).toEqual([]);
        },
      ),
      { numRuns: sequences, endOnFailure: true },
    );
  }, 1_800_000);

  it("equals all the lines of all of them, and some years are declared", async () => {
    const check = await checkCube(on.reader);
    const sequences = SEQUENCES[on.engine].reduce((sum, one) => sum + one.sequences, 0);
    expect(check.lines).toBeGreaterThan(sequences);
    expect(check.differences).toEqual([]);
    expect(check.staleVerdicts).toEqual([]);
    expect(check.brokenDeclarations).toEqual([]);
    const frozen = await on.db
      .selectFrom("declarations")
      .select("id")
      .where("reopened_at", "is", null)
      .execute();
    expect(frozen.length).toBeGreaterThan(0);
  });

  it("is told apart from the lines when one cell is altered", async () => {
    const { db } = on;
    await db
      .updateTable("cells")
      .set((eb) => ({ amount_cents: eb("amount_cents", "+", 1) }))
      .execute();
    const check = await checkCube(on.reader);
    expect(check.differences.length).toBe(check.cells);
  });
});
