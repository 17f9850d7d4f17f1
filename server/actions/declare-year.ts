import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { listCells } from "../../db/queries/cells.ts";
import {
  findDeclaration,
  insertDeclaration,
  updateDeclarationReopened,
} from "../../db/queries/declarations.ts";
import { deleteLateVerdicts, listLateLines } from "../../db/queries/late-verdicts.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Declaration, DeclareInput } from "../../shared/declarations.ts";
import { canDeclare } from "../../shared/declarations.ts";
import type { Id } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import { yearRange } from "../../shared/periods.ts";
import { yearlyAmounts } from "../../shared/yearly-form/amounts.ts";
import { REQUIRED_FIELDS } from "../../shared/yearly-form/fields.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { reclassifyLinesOfCanteen } from "./reclassify-canteen.ts";

/**
 * Keeps the amounts of a civil year as declared, and freezes it. Sent again under its id it changes nothing. INVALID:
 * the year is not over, or nothing was bought in it; CONFLICT: it is declared already, or the amounts are no longer
 * those that were seen.
 */
export async function declareYear(
  ctx: ActionContext,
  canteenId: Id,
  { id, year, seen }: DeclareInput,
): Promise<void> {
  if (!canDeclare(year, ctx.today)) throw new AppError("INVALID", { field: "year", reason: "not-over" });
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, canteenId);
    const inForce = await findDeclaration(trx, { canteenId, year });
    if (inForce?.id === id) return;
    if (inForce !== undefined) throw new AppError("CONFLICT");
    const cells = await listCells(trx, { canteenIds: [canteenId], ...yearRange(year) });
    if (cells.length === 0) throw new AppError("INVALID", { field: "year", reason: "no-purchase" });
    const amounts = yearlyAmounts(cells, year);
    if (REQUIRED_FIELDS.some((name) => amounts.declared[name] !== seen[name])) throw new AppError("CONFLICT");
    const declaration: Declaration = {
      id,
      year,
      amounts,
      lines: cells.reduce((sum, cell) => sum + cell.lines, 0),
      declaredAt: ctx.now,
      declaredBy: ctx.userId,
      reopenedAt: null,
      reopenedBy: null,
      reason: null,
    };
    await insertDeclaration(trx, canteenId, declaration);
    await appendAudit(trx, ctx, {
      stream: canteenId,
      noun: "declarations",
      nounId: id,
      action: "declared",
      before: null,
      after: { year, totalCents: amounts.declared.valeur_totale ?? 0, amounts },
    });
  });
}

/**
 * Opens a declared year again: its lines take today's verdict, in the same transaction. What was declared stays on
 * record. Returns what moved; NOT_FOUND: the year is open.
 */
export function reopenYear(
  ctx: ActionContext,
  canteenId: Id,
  { year, reason }: { year: number; reason: string },
): Promise<Moved> {
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, canteenId);
    const inForce = await findDeclaration(trx, { canteenId, year });
    if (inForce === undefined) throw new AppError("NOT_FOUND");
    const by = ctx.userId;
    await updateDeclarationReopened(trx, { canteenId, id: inForce.id }, { at: ctx.now, by, reason });
    const moved = await takeTodaysVerdicts(trx, ctx, { canteenId, year });
    await appendAudit(trx, ctx, {
      stream: canteenId,
      noun: "declarations",
      nounId: inForce.id,
      action: "reopened",
      before: { year, reason: null },
      after: { year, reason },
    });
    return moved;
  });
}

async function takeTodaysVerdicts(
  trx: Transaction<Database>,
  ctx: ActionContext,
  key: { canteenId: Id; year: number },
): Promise<Moved> {
  const lines = (await listLateLines(trx, key)).map(({ line }) => line);
  await deleteLateVerdicts(trx, { canteenId: key.canteenId, lineIds: lines.map(({ id }) => id) });
  return await reclassifyLinesOfCanteen(trx, lines, ctx.now);
}
