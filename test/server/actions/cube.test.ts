import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { anyOperation } from "../../support/cube/cube-operations.ts";
import type { CubeGround } from "../../support/cube/play-sequence.ts";
import { playSequence } from "../../support/cube/play-sequence.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedOrganisation, seedProduct } from "../../support/seed.ts";

/** On each engine; `npm run soak -- cube` does a million operations. */
const SEQUENCES = [
  { sequences: 150, operations: 30 },
  { sequences: 350, operations: 8 },
] as const;

describeOnEngines("the cube", (on) => {
  let ground: CubeGround;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const { db, reader, engine } = on;
    ground = { db, reader, engine, organisationId, productId: (await seedProduct(db)).id };
  });

  it.each(
    SEQUENCES,
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
  }, 600_000);

  it("equals all the lines of all of them, and some years are declared", async () => {
    const check = await checkCube(on.reader);
    expect(check.lines).toBeGreaterThan(SEQUENCES[0].sequences);
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
