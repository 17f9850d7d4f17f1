import type { Kysely } from "kysely";
import { criterionKindOf } from "../../shared/award-criteria.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Criterion, QuoteContent, QuoteRequest } from "../../shared/quotes.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import type { QuoteRequestsTable } from "../tables/quote-requests.ts";

/** The canteen's requests that are not deleted, latest first. */
export async function listQuoteRequests(db: Kysely<Database>, canteenId: Id): Promise<QuoteRequest[]> {
  const rows = await db
    .selectFrom("quote_requests")
    .selectAll()
    .where("canteen_id", "=", canteenId)
    .where("deleted_at", "is", null)
    .orderBy("asked_on", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(toRequest);
}

/** The request, not deleted, or undefined. */
export async function findQuoteRequest(
  db: Kysely<Database>,
  { canteenId, id }: { canteenId: Id; id: Id },
): Promise<QuoteRequest | undefined> {
  const row = await db
    .selectFrom("quote_requests")
    .selectAll()
    .where("canteen_id", "=", canteenId)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return row && toRequest(row);
}

/** Adds the request, or replaces what it says; its maker and its first day stay. */
export async function upsertQuoteRequest(
  db: Kysely<Database>,
  {
    canteenId,
    request,
    userId,
    now,
  }: { canteenId: Id; request: QuoteRequest; userId: Id | null; now: IsoInstant },
): Promise<void> {
  const columns = {
    title: request.title,
    asked_on: request.askedOn,
    content: toJsonText(request.content),
    version: request.version,
    updated_at: now,
    deleted_at: null,
  };
  await db
    .insertInto("quote_requests")
    .values({ canteen_id: canteenId, id: request.id, created_by: userId, created_at: now, ...columns })
    .onConflict((conflict) => conflict.columns(["canteen_id", "id"]).doUpdateSet(columns))
    .execute();
}

/** Deletes the request: its file is kept. */
export async function deleteQuoteRequest(
  db: Kysely<Database>,
  { canteenId, id, now }: { canteenId: Id; id: Id; now: IsoInstant },
): Promise<void> {
  await db
    .updateTable("quote_requests")
    .set({ deleted_at: now })
    .where("canteen_id", "=", canteenId)
    .where("id", "=", id)
    .execute();
}

function toRequest(row: QuoteRequestsTable): QuoteRequest {
  const content = fromJsonText<Omit<QuoteContent, "criteria"> & { criteria: StoredCriterion[] }>(row.content);
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    askedOn: row.asked_on,
    content: { ...content, criteria: content.criteria.map(toCriterion) },
  };
}

/** Requests kept before criteria were chosen from the list have their words alone. */
type StoredCriterion = Criterion | { label: string; weightBp: number };

function toCriterion(stored: StoredCriterion): Criterion {
  if (!("label" in stored)) return stored;
  const kind = criterionKindOf(stored.label);
  return { kind, detail: kind === null ? stored.label : "", weightBp: stored.weightBp };
}
