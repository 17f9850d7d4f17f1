import { appendAudit } from "../../db/queries/audit.ts";
import { addToCells, sumImportIntoCells } from "../../db/queries/cells.ts";
import {
  countOrdersOfImport,
  deleteOrdersOfImport,
  findImport,
  listCanteenIdsOfImport,
  listEditedOrders,
  setImportUndone,
} from "../../db/queries/imports.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { UndoneImport } from "../../shared/imports.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { readFrozenYears, refuseFrozen } from "./frozen-years.ts";

export interface ImportUndo {
  importId: Id;
  /** Canteen the import is undone from: it must have brought lines there. */
  canteenId: Id;
  /** Canteens the caller may write for; null: all. */
  writable: readonly Id[] | null;
}

/**
 * Takes every order of an import out of lists and figures, those of its corrected rows too, but not what was edited
 * since. Done twice, it is done once. NOT_FOUND when the import brought nothing to the canteen; FORBIDDEN when it also brought lines where the caller may not write; FROZEN_YEAR
 * when it brought some into a year that was declared.
 */
export function undoImport(
  ctx: ActionContext,
  { importId, canteenId, writable }: ImportUndo,
): Promise<UndoneImport> {
  return inTransaction(ctx.db, async (trx) => {
    const found = await findImport(trx, importId);
    const canteenIds = await listCanteenIdsOfImport(trx, importId);
    if (found === undefined || !canteenIds.includes(canteenId)) throw new AppError("NOT_FOUND");
    if (writable !== null && canteenIds.some((id) => !writable.includes(id))) throw new AppError("FORBIDDEN");
    await lockCanteen(trx, ctx.engine, found.organisation_id);
    const result: UndoneImport = { undone: false, orders: 0, lines: 0, kept: 0 };
    if ((await findImport(trx, importId))?.undone_at !== null) return result;
    for (const id of canteenIds) {
      await lockCanteen(trx, ctx.engine, id);
      const edited = await listEditedOrders(trx, { canteenId: id, importId });
      const key = { canteenId: id, importId, edited };
      const orders = await countOrdersOfImport(trx, key);
      const cells = await sumImportIntoCells(trx, key);
      refuseFrozen(cells, await readFrozenYears(trx, id));
      await addToCells(
        trx,
        id,
        cells.map((cell) => ({
          ...cell,
          amountCents: 0 - cell.amountCents,
          weightGrams: 0 - cell.weightGrams,
          weighedCents: 0 - cell.weighedCents,
          lines: 0 - cell.lines,
        })),
      );
      await deleteOrdersOfImport(trx, { ...key, now: ctx.now });
      const lines = cells.reduce((sum, cell) => sum + cell.lines, 0);
      const totalCents = cells.reduce((sum, cell) => sum + cell.amountCents, 0);
      await appendAudit(trx, ctx, {
        stream: id,
        noun: "imports",
        nounId: importId,
        action: "undone",
        before: { file: found.file_name, orders, lines, totalCents },
        after: null,
      });
      result.orders += orders;
      result.kept += edited.length;
      result.lines += lines;
    }
    await setImportUndone(trx, importId, ctx.now);
    return { ...result, undone: true };
  });
}
