import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { listLateLines } from "../../../db/queries/late-verdicts.ts";
import { cellDifferences } from "../../../server/actions/cell-differences.ts";
import { checkCube, compareCells } from "../../../server/actions/check-cube.ts";
import { declareYear, reopenYear } from "../../../server/actions/declare-year.ts";
import { deleteOrder, restoreOrder } from "../../../server/actions/delete-order.ts";
import { removeCertificate, saveCertificate } from "../../../server/actions/save-certificate.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { saveSupplier } from "../../../server/actions/save-supplier.ts";
import { removeSupplierStatus, saveSupplierStatus } from "../../../server/actions/save-supplier-status.ts";
import type { Cell } from "../../../shared/cells.ts";
import { cellKeyText } from "../../../shared/cells-of-lines.ts";
import { newId } from "../../../shared/ids.ts";
import { requiredAmounts } from "../../../shared/yearly-form/simple-form.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { actionContext, seedCanteen, seedOrganisation, seedProduct } from "../../support/seed.ts";
import type { CubeModel } from "./cube-model.ts";
import { applyOperation, modelCells, startModel } from "./cube-model.ts";
import type { Operation } from "./cube-operations.ts";
import { anyOperation } from "./cube-operations.ts";

const SEQUENCES = 150;
const OPERATIONS = 30;

describeOnEngines("the cube", (on) => {
  let organisationId = "";
  let productId = "";

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    productId = (await seedProduct(on.db)).id;
  });

  it(`equals the lines and an independent model after ${SEQUENCES} random sequences of ${OPERATIONS} operations`, async () => {
    // 2026 is over: it may be declared.
    const ctx = { ...actionContext(on), today: "2027-01-15" };
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
          expect(compareCells(await cellsOfToday(model, kept), modelCells(model, "today"))).toEqual([]);
        },
      ),
      { numRuns: SEQUENCES, endOnFailure: true },
    );
    const check = await checkCube(on.reader);
    expect(check.lines).toBeGreaterThan(SEQUENCES);
    expect(check.differences).toEqual([]);
    expect(check.staleVerdicts).toEqual([]);
    expect(check.brokenDeclarations).toEqual([]);
    const frozen = await on.db
      .selectFrom("declarations")
      .select("id")
      .where("reopened_at", "is", null)
      .execute();
    expect(frozen.length).toBeGreaterThan(0);

    /** The kept cells with the differences that stand apart. */
    async function cellsOfToday({ canteenId }: CubeModel, kept: readonly Cell[]): Promise<Cell[]> {
      const late = await listLateLines(on.reader, { canteenId, year: 2026 });
      const before = late.map(({ line }) => line);
      const after = late.map(({ line, today }) => ({ ...line, ...today }));
      return sumCells([...kept, ...cellDifferences(before, after)]);
    }

    async function perform(model: CubeModel, operation: Operation): Promise<void> {
      const change = applyOperation(model, operation);
      switch (change?.kind) {
        case undefined:
          return;
        case "save":
          if (change.refused)
            await expect(saveOrder(ctx, model.canteenId, change.order)).rejects.toThrow("FROZEN_YEAR");
          else expect(await saveOrder(ctx, model.canteenId, change.order)).toMatchObject({ saved: true });
          return;
        case "delete":
        case "restore": {
          const move = change.kind === "delete" ? deleteOrder : restoreOrder;
          const moving = move(ctx, { canteenId: model.canteenId, orderId: change.orderId });
          if (change.refused) await expect(moving).rejects.toThrow("FROZEN_YEAR");
          else await moving;
          return;
        }
        case "freeze": {
          const seen = requiredAmounts(modelCells(model), { year: 2026, certainty: "declared" });
          await declareYear(ctx, model.canteenId, { id: newId(), year: 2026, seen });
          return;
        }
        case "reopen":
          await reopenYear(ctx, model.canteenId, { year: 2026, reason: "Une facture oubliée" });
          return;
        case "prove":
          expect(await saveCertificate(ctx, { ...change.certificate, tellOf: [] })).toMatchObject({
            saved: true,
          });
          return;
        case "unprove":
          await removeCertificate(ctx, { id: change.certificateId, tellOf: [] });
          return;
        case "status":
          expect(await saveSupplierStatus(ctx, { ...change.status, tellOf: [] })).toMatchObject({
            saved: !change.refused,
          });
          return;
        case "unstatus":
          await removeSupplierStatus(ctx, { id: change.statusId, tellOf: [] });
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

/** Cells of the same key added up; those left without a line are gone. */
function sumCells(cells: readonly Cell[]): Cell[] {
  const sums = new Map<string, Cell>();
  for (const cell of cells) {
    const sum = sums.get(cellKeyText(cell));
    sums.set(
      cellKeyText(cell),
      sum === undefined
        ? cell
        : {
            ...cell,
            amountCents: sum.amountCents + cell.amountCents,
            weightGrams: sum.weightGrams + cell.weightGrams,
            weighedCents: sum.weighedCents + cell.weighedCents,
            lines: sum.lines + cell.lines,
          },
    );
  }
  return [...sums.values()].filter(({ lines }) => lines !== 0);
}
