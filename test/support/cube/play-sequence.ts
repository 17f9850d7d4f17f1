import type { Kysely } from "kysely";
import type { Database } from "../../../db/database.ts";
import { listCells } from "../../../db/queries/cells.ts";
import { listLateLines } from "../../../db/queries/late-verdicts.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { cellDifferences } from "../../../server/actions/cell-differences.ts";
import { compareCells } from "../../../server/actions/check-cube.ts";
import { declareYear, reopenYear } from "../../../server/actions/declare-year.ts";
import { deleteOrder, restoreOrder } from "../../../server/actions/delete-order.ts";
import { removeCertificate, saveCertificate } from "../../../server/actions/save-certificate.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { saveSupplier } from "../../../server/actions/save-supplier.ts";
import { removeSupplierStatus, saveSupplierStatus } from "../../../server/actions/save-supplier-status.ts";
import { AppError } from "../../../server/app-error.ts";
import type { Cell } from "../../../shared/cells.ts";
import { cellKeyText } from "../../../shared/cells-of-lines.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { requiredAmounts } from "../../../shared/yearly-form/simple-form.ts";
import { actionContext, seedCanteen } from "../seed.ts";
import type { Change, CubeModel } from "./cube-model.ts";
import { applyOperation, modelCells, startModel } from "./cube-model.ts";
import type { Operation } from "./cube-operations.ts";

export interface CubeGround {
  db: Kysely<Database>;
  reader: Kysely<Database>;
  engine: ActionContext["engine"];
  organisationId: Id;
  productId: Id;
}

/** 2026 is over: it may be declared. */
const TODAY = "2027-01-15";

/**
 * Does the operations, one after the other, in a canteen of their own, and returns what is wrong: an answer that the model
 * does not expect, a cell that is neither the lines' nor the model's. Empty: nothing.
 */
export async function playSequence(ground: CubeGround, operations: readonly Operation[]): Promise<unknown[]> {
  const { db, reader, organisationId, productId } = ground;
  const ctx = { ...actionContext(ground), today: TODAY };
  const canteen = await seedCanteen(db, { organisationId });
  const model = await startModel(db, { canteenId: canteen.id, productId });
  const wrong: unknown[] = [];
  for (const operation of operations) {
    const change = applyOperation(model, operation);
    if (change === undefined) continue;
    const [answer, expected] = [await ask(ctx, model, change), expectedOf(change)];
    if (answer !== expected) wrong.push({ change, answer });
  }
  const kept = await listCells(reader, { canteenIds: [canteen.id], fromMonth: null, toMonth: null });
  const late = await listLateLines(reader, { canteenId: canteen.id, year: 2026 });
  // The kept cells with the differences that stand apart.
  const today = cellDifferences(
    late.map(({ line }) => line),
    late.map(({ line, today }) => ({ ...line, ...today })),
  );
  return [
    ...wrong,
    ...compareCells(kept, modelCells(model)),
    ...compareCells(sumCells([...kept, ...today]), modelCells(model, "today")),
  ];
}

type Answer = "done" | "refused" | "FROZEN_YEAR";

function expectedOf(change: Change): Answer {
  if (!("refused" in change) || !change.refused) return "done";
  return change.kind === "status" ? "refused" : "FROZEN_YEAR";
}

/** What came of it; any other error than a frozen year's is thrown. */
async function ask(ctx: ActionContext, model: CubeModel, change: Change): Promise<Answer> {
  try {
    const outcome = await perform(ctx, model, change);
    return outcome !== undefined && !outcome.saved ? "refused" : "done";
  } catch (error) {
    if (error instanceof AppError && error.code === "FROZEN_YEAR") return error.code;
    throw error;
  }
}

async function perform(
  ctx: ActionContext,
  model: CubeModel,
  change: Change,
): Promise<{ saved: boolean } | undefined> {
  const { canteenId } = model;
  switch (change.kind) {
    case "save":
      return await saveOrder(ctx, canteenId, change.order);
    case "delete":
    case "restore": {
      const move = change.kind === "delete" ? deleteOrder : restoreOrder;
      await move(ctx, { canteenId, orderId: change.orderId });
      return undefined;
    }
    case "freeze": {
      const seen = requiredAmounts(modelCells(model), { year: 2026, certainty: "declared" });
      await declareYear(ctx, canteenId, { id: newId(), year: 2026, seen });
      return undefined;
    }
    case "reopen":
      await reopenYear(ctx, canteenId, { year: 2026, reason: "Une facture oubliée" });
      return undefined;
    case "prove":
      return await saveCertificate(ctx, { ...change.certificate, tellOf: [] });
    case "unprove":
      await removeCertificate(ctx, { id: change.certificateId, tellOf: [] });
      return undefined;
    case "status":
      return await saveSupplierStatus(ctx, { ...change.status, tellOf: [] });
    case "unstatus":
      await removeSupplierStatus(ctx, { id: change.statusId, tellOf: [] });
      return undefined;
    case "supplier":
      return await saveSupplier(ctx, { id: change.id, input: change.input, tellOf: [] });
  }
}

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
