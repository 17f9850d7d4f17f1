import type { Kysely } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { AskedProof, ProofRequest } from "../../shared/proof-requests.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import type { ProofRequestsTable } from "../tables/proof-requests.ts";

/** The request, or undefined. */
export async function findProofRequest(db: Kysely<Database>, id: Id): Promise<ProofRequest | undefined> {
  const row = await db.selectFrom("proof_requests").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toRequest(row);
}

/** What the organisations of these canteens asked of suppliers, latest first. */
export async function listProofRequestsOfCanteens(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
): Promise<ProofRequest[]> {
  if (canteenIds.length === 0) return [];
  const rows = await db
    .selectFrom("proof_requests")
    .selectAll()
    .where(
      "organisation_id",
      "in",
      db
        .selectFrom("canteens")
        .select("organisation_id")
        .where("id", "in", [...canteenIds]),
    )
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toRequest);
}

/** Keeps a request. */
export async function insertProofRequest(
  db: Kysely<Database>,
  request: ProofRequest & { createdBy: Id | null },
): Promise<void> {
  await db
    .insertInto("proof_requests")
    .values({
      id: request.id,
      organisation_id: request.organisationId,
      supplier_id: request.supplierId,
      asked_on: request.askedOn,
      proofs: toJsonText(request.proofs),
      letter: request.letter,
      created_by: request.createdBy,
      created_at: request.createdAt,
    })
    .execute();
}

/** Takes a request back. */
export async function deleteProofRequest(db: Kysely<Database>, id: Id): Promise<void> {
  await db.deleteFrom("proof_requests").where("id", "=", id).execute();
}

function toRequest(row: ProofRequestsTable): ProofRequest {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    supplierId: row.supplier_id,
    askedOn: row.asked_on,
    proofs: fromJsonText<AskedProof[]>(row.proofs),
    letter: row.letter,
    createdAt: row.created_at,
  };
}
