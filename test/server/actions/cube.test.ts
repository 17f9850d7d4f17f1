import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { checkCube, compareCells } from "../../../server/actions/check-cube.ts";
import { deleteOrder, restoreOrder } from "../../../server/actions/delete-order.ts";
import { removeCertificate, saveCertificate } from "../../../server/actions/save-certificate.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { saveSupplier } from "../../../server/actions/save-supplier.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { actionContext, seedCanteen, seedOrganisation, seedProduct } from "../../support/seed.ts";
import type { CubeModel, Operation } from "./cube-model.ts";
import { anyOperation, applyOperation, modelCells, startModel } from "./cube-model.ts";

const SEQUENCES = 300;
const OPERATIONS = 30;

describeOnEngines("the cube", (on) => {
  let organisationId = "";
  let productId = "";

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    productId = (await seedProduct(on.db)).id;
  });

  it(`equals the lines and an independent model after ${SEQUENCES} random sequences of ${OPERATIONS} operations`, async () => {
    const ctx = actionContext(on);
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyOperation, { minLength: OPERATIONS, maxLength: OPERATIONS }),
        async (operations) => {
          const canteen = await seedCanteen(on.db, { organisationId });
          const model = await startModel(on.db, { canteenId: canteen.id, productId });
          for (const operation of operations) await perform(model, operation);
          const kept = await listCells(on.reader, {
            canteenIds: [canteen.id],
            fromMonth: null,
            toMonth: null,
          });
          expect(compareCells(kept, modelCells(model))).toEqual([]);
        },
      ),
      { numRuns: SEQUENCES, endOnFailure: true },
    );
    const check = await checkCube(on.reader);
    expect(check.lines).toBeGreaterThan(SEQUENCES);
    expect(check.differences).toEqual([]);
    expect(check.staleVerdicts).toEqual([]);

    async function perform(model: CubeModel, operation: Operation): Promise<void> {
      const change = applyOperation(model, operation);
      switch (change?.kind) {
        case undefined:
          return;
        case "save":
          expect(await saveOrder(ctx, model.canteenId, change.order)).toMatchObject({ saved: true });
          return;
        case "delete":
          await deleteOrder(ctx, { canteenId: model.canteenId, orderId: change.orderId });
          return;
        case "restore":
          await restoreOrder(ctx, { canteenId: model.canteenId, orderId: change.orderId });
          return;
        case "prove":
          expect(await saveCertificate(ctx, { ...change.certificate, tellOf: [] })).toMatchObject({
            saved: true,
          });
          return;
        case "unprove":
          await removeCertificate(ctx, { id: change.certificateId, tellOf: [] });
          return;
        case "supplier":
          expect(await saveSupplier(ctx, { id: change.id, input: change.input, tellOf: [] })).toMatchObject({
            saved: true,
          });
      }
    }
  }, 600_000);

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
