import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { deleteClauseHours, listClauseHours, upsertClauseHours } from "../../db/queries/clause-hours.ts";
import { findContract } from "../../db/queries/contracts.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { HoursCell, HoursDone } from "../../shared/clauses/hours.ts";
import type { HoursCellChange } from "../../shared/clauses/hours-change.ts";
import { hoursChange, isSameDone } from "../../shared/clauses/hours-change.ts";
import type { Contract } from "../../shared/contracts.ts";
import { clausesOf } from "../../shared/contracts.ts";
import type { Id } from "../../shared/ids.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";

/** Hours typed under a contract of the organisation. */
export interface TypedHours {
  organisationId: Id;
  contractId: Id;
  cells: readonly HoursCell[];
}

/** Writes months of employers. NOT_FOUND: no such contract or employer. */
export async function saveClauseHours(
  ctx: ActionContext,
  { organisationId, contractId, cells }: TypedHours,
): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const contract = await findContract(trx, { organisationId, id: contractId });
    if (contract === undefined) throw new AppError("NOT_FOUND");
    const changes = await writeHours(trx, { organisationId, contract, cells });
    if (changes.length > 0)
      await appendAudit(trx, ctx, {
        stream: organisationId,
        noun: "clause-hours",
        nounId: contractId,
        action: "updated",
        ...hoursChange(contract, changes),
      });
  });
}

/** Writes what differs and gives it back, in the order of the cells. NOT_FOUND: an employer is not of the contract. */
export async function writeHours(
  trx: Transaction<Database>,
  {
    organisationId,
    contract,
    cells,
  }: { organisationId: Id; contract: Contract; cells: readonly HoursCell[] },
): Promise<HoursCellChange[]> {
  const clauseOf = new Map(
    clausesOf([contract]).flatMap(({ clause }) => clause.employers.map(({ id }) => [id, clause.id] as const)),
  );
  const kept = await listClauseHours(trx, { organisationId, months: null, contractId: contract.id });
  const before = new Map<string, HoursDone>(
    kept.map(({ employerId, month, hoursE2, people }) => [`${employerId}/${month}`, { hoursE2, people }]),
  );
  const changes: HoursCellChange[] = [];
  for (const { employerId, month, done } of cells) {
    const clauseId = clauseOf.get(employerId);
    if (clauseId === undefined) throw new AppError("NOT_FOUND");
    const key = `${employerId}/${month}`;
    const was = before.get(key) ?? null;
    if (isSameDone(was, done)) continue;
    if (done === null) await deleteClauseHours(trx, { employerId, month });
    else await upsertClauseHours(trx, { organisationId, clauseId, employerId, month, ...done });
    before.set(key, done);
    changes.push({ employerId, month, before: was, after: done });
  }
  return changes;
}
