import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findCanteenGroup } from "../../db/queries/canteen-groups.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import {
  findMeasure,
  findMeasureEntry,
  insertMeasureEntry,
  upsertMeasure,
} from "../../db/queries/measures.ts";
import { isLegumerieInScopes } from "../../db/queries/scopes.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { FieldIssue } from "../../shared/field-issues.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Measure, MeasureEntry, MeasureEntryInput, MeasureInput } from "../../shared/measures.ts";
import { auditedMeasure, toldChanges } from "../../shared/measures.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { listPeopleIds } from "./organisation-people.ts";
import { saveRecord } from "./save-record.ts";

/**
 * Adds a measure of the organisation or changes it; what moved in its target, date, state or figure is added to its
 * history. NOT_FOUND: the id is another organisation's.
 */
export async function saveMeasure(
  ctx: ActionContext,
  organisationId: Id,
  { id, input }: { id: Id; input: MeasureInput },
): Promise<SaveResult> {
  const after: Measure = { id, organisationId, ...input };
  return await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const before = await findMeasure(trx, id);
    if (before !== undefined && before.organisationId !== organisationId) throw new AppError("NOT_FOUND");
    const issues = await issuesOf(trx, after, before);
    if (issues.length > 0) return { saved: false, issues };
    await saveRecord(trx, ctx, {
      stream: organisationId,
      noun: "measures",
      id,
      before: before && auditedMeasure(before),
      after: auditedMeasure(after),
      write: () => upsertMeasure(trx, { ...after, createdAt: ctx.now }),
    });
    const changes = before === undefined ? [] : toldChanges(before, after);
    if (changes.length > 0)
      await insertMeasureEntry(trx, {
        id: newId(),
        measureId: id,
        kind: "change",
        text: "",
        value: null,
        measuredOn: null,
        changes,
        writtenAt: ctx.now,
        writtenBy: ctx.userId,
      });
    return { saved: true, id, moved: null };
  });
}

/**
 * Adds a comment or a typed value to the history of a measure that the caller reads. Sent again under its id, it
 * changes nothing. INVALID: a value typed for a figure of the product, or of a day to come; CONFLICT: the id holds
 * something else.
 */
export async function addMeasureEntry(
  ctx: ActionContext,
  measure: Measure,
  input: MeasureEntryInput,
): Promise<void> {
  if (input.value !== null && measure.figure !== "TYPED")
    throw new AppError("INVALID", { field: "value", reason: "computed" });
  if (input.measuredOn !== null && input.measuredOn > ctx.today)
    throw new AppError("INVALID", { field: "measuredOn", reason: "future" });
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, measure.organisationId);
    const stored = await findMeasureEntry(trx, input);
    if (stored !== undefined) {
      if (!isSame(stored, input)) throw new AppError("CONFLICT");
      return;
    }
    const kind = input.value === null ? "comment" : "value";
    await insertMeasureEntry(trx, {
      ...input,
      kind,
      changes: [],
      writtenAt: ctx.now,
      writtenBy: ctx.userId,
    });
    await appendAudit(trx, ctx, {
      stream: measure.organisationId,
      noun: "measures",
      nounId: measure.id,
      action: "commented",
      before: null,
      after: {
        title: measure.title,
        text: input.text,
        typedValue: input.value,
        measuredOn: input.measuredOn,
      },
    });
  });
}

function isSame(stored: MeasureEntry, { text, value, measuredOn }: MeasureEntryInput): boolean {
  return stored.text === text && stored.value === value && stored.measuredOn === measuredOn;
}

/** A person who has left stays the owner of what was theirs, until someone else is named. */
async function issuesOf(
  db: Kysely<Database>,
  measure: Measure,
  before: Measure | undefined,
): Promise<FieldIssue[]> {
  const issues: FieldIssue[] = [];
  const { organisationId, ownerId } = measure;
  if (!(await isPlaceOf(db, measure)))
    issues.push({ field: "scopeId", code: "measure-place", otherId: null });
  const isNewOwner = ownerId !== null && ownerId !== before?.ownerId;
  if (isNewOwner && !(await listPeopleIds(db, organisationId)).includes(ownerId))
    issues.push({ field: "ownerId", code: "measure-owner", otherId: null });
  return issues;
}

async function isPlaceOf(
  db: Kysely<Database>,
  { organisationId, scopeKind, scopeId }: Measure,
): Promise<boolean> {
  switch (scopeKind) {
    case "organisation":
      return scopeId === organisationId;
    case "group":
      return (await findCanteenGroup(db, scopeId))?.organisationId === organisationId;
    case "canteen":
      return (await findCanteen(db, scopeId))?.organisationId === organisationId;
    case "legumerie":
      return await isLegumerieInScopes(db, {
        legumerieId: scopeId,
        scopes: [{ scopeKind: "organisation", scopeId: organisationId }],
      });
  }
}
