import { beforeAll, expect, test } from "vitest";
import { findJob } from "../../../db/queries/jobs.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import {
  planReclassification,
  resumeReclassifications,
  runReclassification,
} from "../../../server/actions/reclassify.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { instantAfter } from "../../../server/security/session-token.ts";
import type { Id } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

const CANTEENS = 12;

describeOnEngines("a job that several processes find", (on) => {
  let supplierId: Id;
  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    supplierId = (await seedSupplier(on.db, { kind: "WHOLESALER" })).id;
    for (let at = 0; at < CANTEENS; at++) {
      const { id } = await seedCanteen(on.db, { organisationId });
      const lines = [anOrderLine(), anOrderLine()];
      expect(await saveOrder(actionContext(on), id, anOrder({ supplierId, lines }))).toMatchObject({
        saved: true,
      });
    }
  });

  function later(seconds: number): ActionContext {
    return { ...actionContext(on), now: instantAfter(NOW, seconds * 1000) };
  }

  /** A job whose lines all have another verdict: the supplier became something else, and nobody said so. */
  async function planned(kind: "PRODUCER" | "WHOLESALER"): Promise<Id> {
    await on.db.updateTable("suppliers").set({ kind }).where("id", "=", supplierId).execute();
    return inTransaction(on.db, (trx) =>
      planReclassification(trx, actionContext(on), { kind: "supplier", id: supplierId }),
    );
  }

  test("moves every line once, and says so once, when they all take it up at once", async () => {
    const jobId = await planned("PRODUCER");
    const ends = await Promise.all([1, 2, 3].map((turn) => runReclassification(later(turn), jobId)));
    for (const moved of ends) expect(moved.lines).toBe(2 * CANTEENS);
    expect(await findJob(on.db, jobId)).toMatchObject({ finished_at: expect.any(String) });
    const { differences, staleVerdicts } = await checkCube(on.reader);
    expect([differences, staleVerdicts]).toEqual([[], []]);
  });

  test("is left to whoever works on it, and taken up once nobody does", async () => {
    const jobId = await planned("WHOLESALER");
    const soon = await resumeReclassifications(later(20));
    // On SQLite whoever starts is alone.
    expect(soon).toBe(on.engine === "sqlite" ? 1 : 0);
    expect(await resumeReclassifications(later(31))).toBe(on.engine === "sqlite" ? 0 : 1);
    expect(await findJob(on.db, jobId)).toMatchObject({ finished_at: expect.any(String) });
    expect(await resumeReclassifications(later(60))).toBe(0);
  });
});
