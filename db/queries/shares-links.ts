import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { SharesLink } from "../../shared/shares-links.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import type { SharesLinksTable } from "../tables/shares-links.ts";

/** Whose links: one canteen's, or the organisation's as a whole (null). */
export interface SharesLinkOwner {
  organisationId: Id;
  canteenId: Id | null;
}

/** The link of that token's hash, in force or not, or undefined. */
export async function findSharesLinkByToken(
  db: Kysely<Database>,
  tokenHash: string,
): Promise<SharesLink | undefined> {
  const row = await db
    .selectFrom("shares_links")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row && toSharesLink(row);
}

/** The owner's link of that id, or undefined. */
export async function findSharesLink(
  db: Kysely<Database>,
  { organisationId, canteenId }: SharesLinkOwner,
  id: Id,
): Promise<SharesLink | undefined> {
  const row = await db
    .selectFrom("shares_links")
    .selectAll()
    .where("id", "=", id)
    .where("organisation_id", "=", organisationId)
    .where("canteen_id", canteenId === null ? "is" : "=", canteenId)
    .executeTakeFirst();
  return row && toSharesLink(row);
}

/** Every link of an owner, latest first. */
export async function listSharesLinks(
  db: Kysely<Database>,
  { organisationId, canteenId }: SharesLinkOwner,
): Promise<SharesLink[]> {
  const rows = await db
    .selectFrom("shares_links")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("canteen_id", canteenId === null ? "is" : "=", canteenId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(toSharesLink);
}

/** Adds a link in force. */
export async function insertSharesLink(
  db: Kysely<Database>,
  link: SharesLink,
  { tokenHash, createdBy }: { tokenHash: string; createdBy: Id | null },
): Promise<void> {
  await db
    .insertInto("shares_links")
    .values({
      id: link.id,
      organisation_id: link.organisationId,
      canteen_id: link.canteenId,
      label: link.label,
      year: link.year,
      token_hash: tokenHash,
      expires_on: link.expiresOn,
      indexed: link.indexed ? 1 : 0,
      embed_sites: toJsonText(link.embedSites),
      created_at: link.createdAt,
      created_by: createdBy,
      revoked_at: link.revokedAt,
      revoked_by: null,
    })
    .execute();
}

/** Ends a link for good. */
export async function updateSharesLinkRevoked(
  db: Kysely<Database>,
  id: Id,
  { at, by }: { at: IsoInstant; by: Id | null },
): Promise<void> {
  await db.updateTable("shares_links").set({ revoked_at: at, revoked_by: by }).where("id", "=", id).execute();
}

function toSharesLink(row: SharesLinksTable): SharesLink {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    canteenId: row.canteen_id,
    label: row.label,
    year: row.year,
    expiresOn: row.expires_on,
    indexed: row.indexed === 1,
    embedSites: fromJsonText<string[]>(row.embed_sites),
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  };
}
