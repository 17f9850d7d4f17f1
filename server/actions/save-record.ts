import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { toJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import type { ActionContext } from "../action-context.ts";

/** The audit stream of what all organisations share. */
export const SHARED_STREAM = "organisation";

/** One record of the catalogue about to be written whole. */
export interface RecordChange<Row> {
  /** `organisation` for what all share, else the organisation's id. */
  stream: string;
  noun: string;
  id: string;
  before: Row | undefined;
  after: Row;
  write(trx: Transaction<Database>): Promise<void>;
}

/** Writes a record and its audit, unless it already says exactly that. Returns whether anything changed. */
export async function saveRecord<Row>(
  trx: Transaction<Database>,
  ctx: ActionContext,
  change: RecordChange<Row>,
): Promise<boolean> {
  const { stream, noun, id, before, after } = change;
  if (before !== undefined && toJsonText(before) === toJsonText(after)) return false;
  await change.write(trx);
  await appendAudit(trx, ctx, {
    stream,
    noun,
    nounId: id,
    action: before === undefined ? "created" : "updated",
    before: before ?? null,
    after,
  });
  return true;
}
