import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { listClauseHours } from "../../db/queries/clause-hours.ts";
import type { ContractKey } from "../../db/queries/contracts.ts";
import {
  deleteContract,
  findContract,
  findContractByNumber,
  findContractOrganisation,
  hasPartsOfOthers,
  upsertContract,
} from "../../db/queries/contracts.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import { contractChange } from "../../shared/clauses/contract-change.ts";
import type { Contract, ContractInput } from "../../shared/contracts.ts";
import { clausesOf } from "../../shared/contracts.ts";
import type { FieldIssue, FieldIssueCode } from "../../shared/field-issues.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { saveRecord } from "./save-record.ts";

/** Adds or changes a contract with all it holds. NOT_FOUND: another organisation's; CONFLICT: a part is another contract's. */
export async function saveContract(
  ctx: ActionContext,
  { organisationId, id }: ContractKey,
  input: ContractInput,
): Promise<SaveResult> {
  const after: Contract = { id, ...input };
  return await inTransaction(ctx.db, async (trx): Promise<SaveResult> => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const owner = await findContractOrganisation(trx, id);
    if (owner !== undefined && owner !== organisationId) throw new AppError("NOT_FOUND");
    if (await hasPartsOfOthers(trx, after)) throw new AppError("CONFLICT");
    const issues = await issuesOf(trx, organisationId, after);
    if (issues.length > 0) return { saved: false, issues };
    const before = await findContract(trx, { organisationId, id });
    await saveRecord(trx, ctx, {
      stream: organisationId,
      noun: "contracts",
      id,
      before: before && contractChange(before),
      after: contractChange(after),
      write: () => upsertContract(trx, organisationId, { ...after, createdAt: ctx.now }),
    });
    return { saved: true, id, moved: null };
  });
}

/** Takes a contract away; saving it again under its id brings it back. CONFLICT: hours are recorded under it. */
export async function removeContract(ctx: ActionContext, key: ContractKey): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.organisationId);
    const before = await findContract(trx, key);
    if (before === undefined) throw new AppError("NOT_FOUND");
    const { organisationId, id: contractId } = key;
    if ((await listClauseHours(trx, { organisationId, months: null, contractId })).length > 0)
      throw new AppError("CONFLICT", { reason: "hours-recorded" });
    await deleteContract(trx, key.id);
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: "contracts",
      nounId: contractId,
      action: "deleted",
      before: contractChange(before),
      after: null,
    });
  });
}

async function issuesOf(
  trx: Transaction<Database>,
  organisationId: string,
  contract: Contract,
): Promise<FieldIssue[]> {
  const { id: contractId, number, lots } = contract;
  const same = await findContractByNumber(trx, { organisationId, number });
  const issues: FieldIssue[] = [];
  const add = (field: string, code: FieldIssueCode, otherId: string | null): void => {
    issues.push({ field, code, otherId });
  };
  if (same !== undefined && same !== contractId) add("number", "number-taken", same);
  for (const [index, { supplierId }] of lots.entries())
    if (supplierId !== null && (await findSupplier(trx, supplierId)) === undefined)
      add(`lots.${index}.supplierId`, "choice", null);
  const kept = new Set(
    clausesOf([contract]).flatMap(({ clause }) =>
      clause.employers.map((employer) => `${clause.id}/${employer.id}`),
    ),
  );
  const hours = await listClauseHours(trx, { organisationId, months: null, contractId });
  if (hours.some(({ clauseId, employerId }) => !kept.has(`${clauseId}/${employerId}`)))
    add("lots", "hours-recorded", null);
  return issues;
}
