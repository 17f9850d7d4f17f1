import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { OwnTarget } from "../../shared/targets.ts";
import type { Database } from "../database.ts";
import type { TargetsTable } from "../tables/targets.ts";

/** The target, or undefined. */
export async function findTarget(db: Kysely<Database>, id: Id): Promise<OwnTarget | undefined> {
  const row = await db.selectFrom("targets").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toTarget(row);
}

/** The target that already speaks of the same thing (owner, indicator, basis, year), or undefined. */
export async function findTargetLike(db: Kysely<Database>, like: OwnTarget): Promise<OwnTarget | undefined> {
  const row = await db
    .selectFrom("targets")
    .selectAll()
    .where("organisation_id", "=", like.organisationId)
    .where("canteen_id", like.canteenId === null ? "is" : "=", like.canteenId)
    .where("indicator", "=", like.indicator)
    .where("basis", "=", like.basis)
    .where("year", "=", like.year)
    .executeTakeFirst();
  return row && toTarget(row);
}

/**
 * Targets of these canteens, and as a whole of the organisations they belong to and of those named,
 * latest year first; `year` null: of every year.
 */
export async function listTargetsOfCanteens(
  db: Kysely<Database>,
  asked: { canteenIds: readonly Id[]; organisationIds?: readonly Id[]; year: number | null },
): Promise<OwnTarget[]> {
  const { canteenIds, organisationIds = [], year } = asked;
  if (canteenIds.length + organisationIds.length === 0) return [];
  const whole = await listOrganisationsOf(db, canteenIds);
  const owners = [...new Set([...organisationIds, ...whole])];
  let query = db
    .selectFrom("targets")
    .selectAll()
    .where((eb) =>
      eb.or([
        ...(canteenIds.length > 0 ? [eb("canteen_id", "in", [...canteenIds])] : []),
        ...(owners.length > 0
          ? [eb.and([eb("canteen_id", "is", null), eb("organisation_id", "in", owners)])]
          : []),
      ]),
    );
  if (year !== null) query = query.where("year", "=", year);
  const rows = await query.orderBy("year", "desc").orderBy("id").execute();
  return rows.map(toTarget);
}

async function listOrganisationsOf(db: Kysely<Database>, canteenIds: readonly Id[]): Promise<Id[]> {
  if (canteenIds.length === 0) return [];
  const rows = await db
    .selectFrom("canteens")
    .select("organisation_id")
    .distinct()
    .where("id", "in", [...canteenIds])
    .execute();
  return rows.map((row) => row.organisation_id);
}

/** Adds a target. */
export async function insertTarget(
  db: Kysely<Database>,
  target: OwnTarget & { createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("targets")
    .values({
      id: target.id,
      organisation_id: target.organisationId,
      canteen_id: target.canteenId,
      created_at: target.createdAt,
      ...columns(target),
    })
    .execute();
}

/** Replaces everything but whose target it is. */
export async function updateTarget(db: Kysely<Database>, target: OwnTarget): Promise<void> {
  await db.updateTable("targets").set(columns(target)).where("id", "=", target.id).execute();
}

/** Removes a target. */
export async function deleteTarget(db: Kysely<Database>, id: Id): Promise<void> {
  await db.deleteFrom("targets").where("id", "=", id).execute();
}

function columns(target: OwnTarget): Pick<TargetsTable, "indicator" | "basis" | "year" | "share_bp"> {
  return {
    indicator: target.indicator,
    basis: target.basis,
    year: target.year,
    share_bp: target.shareBp,
  };
}

function toTarget(row: TargetsTable): OwnTarget {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    canteenId: row.canteen_id,
    indicator: row.indicator as Indicator,
    basis: row.basis as Basis,
    year: row.year,
    shareBp: row.share_bp,
  };
}
