import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { ScopeKind } from "../../shared/permissions.ts";
import type { Database } from "../database.ts";
import { executePrepared } from "../prepared.ts";
import type { Scope } from "./reaches.ts";
import { communeInTerritory, reachedBy, reachOf, territoryReach } from "./reaches.ts";

type Canteens = ExpressionBuilder<Database, "canteens">;

/** Ids of the canteens reached by any of the scopes, sorted by id. */
export async function listCanteenIdsInScopes(db: Kysely<Database>, scopes: readonly Scope[]): Promise<Id[]> {
  if (scopes.length === 0) return [];
  const rows = await db
    .selectFrom("canteens")
    .select("id")
    .where((eb) => inScopes(eb, scopes))
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

/** Canteens reached by any of the scopes, by name. */
export async function listCanteensInScopes(
  db: Kysely<Database>,
  scopes: readonly Scope[],
): Promise<{ id: Id; name: string; siret: string; organisationId: Id }[]> {
  if (scopes.length === 0) return [];
  return await db
    .selectFrom("canteens")
    .select(["id", "name", "siret", "organisation_id as organisationId"])
    .where((eb) => inScopes(eb, scopes))
    .orderBy("search")
    .orderBy("id")
    .execute();
}

/** Ids of the canteens of a territory reached by any of the scopes, sorted by id. */
export async function listCanteenIdsInTerritory(
  db: Kysely<Database>,
  { territoryCode, scopes }: { territoryCode: string; scopes: readonly Scope[] },
): Promise<Id[]> {
  if (scopes.length === 0) return [];
  const reaches = [territoryReach(territoryCode), ...scopes.map(reachOf)];
  const rows = await executePrepared(db, {
    name: `canteens of a territory ${reaches.map(({ kind }) => kind).join()}`,
    asked: { values: reaches.map(({ value }) => value) },
    build: ({ values }) =>
      db
        .selectFrom("canteens")
        .select("id")
        .where((eb) => reachedBy(eb, reaches.slice(0, 1), values))
        .where((eb) => reachedBy(eb, reaches.slice(1), values.slice(1)))
        .orderBy("id"),
  });
  return rows.map((row) => row.id);
}

/** Whether the canteen exists and one of the scopes reaches it. */
export async function isCanteenInScopes(
  db: Kysely<Database>,
  { canteenId, scopes }: { canteenId: Id; scopes: readonly Scope[] },
): Promise<boolean> {
  if (scopes.length === 0) return false;
  const reaches = scopes.map(reachOf);
  const rows = await executePrepared(db, {
    name: `canteen in scopes ${reaches.map(({ kind }) => kind).join()}`,
    asked: { id: canteenId, values: reaches.map(({ value }) => value) },
    build: ({ id, values }) =>
      db
        .selectFrom("canteens")
        .select("id")
        .where("id", "=", id)
        .where((eb) => reachedBy(eb, reaches, values)),
  });
  return rows.length > 0;
}

/** Whether one of the scopes is the territory itself, or an organisation that acts for it. */
export async function isTerritoryGranted(
  db: Kysely<Database>,
  { territoryCode, scopes }: { territoryCode: string; scopes: readonly Scope[] },
): Promise<boolean> {
  if (scopes.some((scope) => scope.scopeKind === "territory" && scope.scopeId === territoryCode)) return true;
  const organisationIds = idsOf(scopes, "organisation");
  if (organisationIds.length === 0) return false;
  const row = await db
    .selectFrom("organisations")
    .select("id")
    .where("id", "in", organisationIds)
    .where("territory_code", "=", territoryCode)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the territory holds a canteen of another organisation. */
export async function isTerritoryShared(
  db: Kysely<Database>,
  { territoryCode, organisationId }: { territoryCode: string; organisationId: Id },
): Promise<boolean> {
  const row = await db
    .selectFrom("canteens")
    .select("id")
    .where((eb) => inTerritory(eb, territoryCode))
    .where("organisation_id", "!=", organisationId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the inner territory has communes, all of them in the outer one. A territory is within itself. */
export async function isTerritoryWithin(
  db: Kysely<Database>,
  { inner, outer }: { inner: string; outer: string },
): Promise<boolean> {
  const counts = await db
    .selectFrom("communes")
    .where((eb) => communeInTerritory(eb, inner))
    .select((eb) => [
      eb.fn.countAll<number>().as("all"),
      eb.fn.countAll<number>().filterWhere(communeInTerritory(eb, outer)).as("inside"),
    ])
    .executeTakeFirstOrThrow();
  return counts.all > 0 && counts.all === counts.inside;
}

/**
 * Whether the id is a supplier of kind LEGUMERIE that one of the scopes reaches: itself; a territory that
 * holds the commune where it produces (or else its head office); an organisation whose territory holds it, or that
 * runs a canteen in its département.
 */
export async function isLegumerieInScopes(
  db: Kysely<Database>,
  { legumerieId, scopes }: { legumerieId: Id; scopes: readonly Scope[] },
): Promise<boolean> {
  const legumerie = await db
    .selectFrom("suppliers")
    .leftJoin("communes", (join) =>
      join.on((eb) =>
        eb("communes.code", "=", eb.fn.coalesce("suppliers.production_commune", "suppliers.commune")),
      ),
    )
    .select(["communes.code as commune", "communes.epci", "communes.departement", "communes.region"])
    .where("suppliers.id", "=", legumerieId)
    .where("suppliers.kind", "=", "LEGUMERIE")
    .executeTakeFirst();
  if (legumerie === undefined) return false;
  if (idsOf(scopes, "legumerie").includes(legumerieId)) return true;
  const { commune, epci, departement, region } = legumerie;
  if (commune === null || departement === null || region === null) return false;
  const codes = await territoriesOfCommune(db, { commune, epci, departement, region });
  if (idsOf(scopes, "territory").some((code) => codes.includes(code))) return true;
  return await organisationsReach(db, { organisationIds: idsOf(scopes, "organisation"), codes, departement });
}

interface CommuneTerritories {
  commune: string;
  epci: string | null;
  departement: string;
  region: string;
}

async function territoriesOfCommune(
  db: Kysely<Database>,
  { commune, epci, departement, region }: CommuneTerritories,
): Promise<string[]> {
  const pats = await db
    .selectFrom("pat_communes")
    .select("pat_code")
    .where("commune", "=", commune)
    .execute();
  const codes = pats.map((pat) => pat.pat_code);
  codes.push(`DEP-${departement}`, `REG-${region}`);
  if (epci !== null) codes.push(`EPCI-${epci}`);
  return codes;
}

async function organisationsReach(
  db: Kysely<Database>,
  reach: { organisationIds: Id[]; codes: string[]; departement: string },
): Promise<boolean> {
  if (reach.organisationIds.length === 0) return false;
  const row = await db
    .selectFrom("organisations")
    .select("organisations.id")
    .where("organisations.id", "in", reach.organisationIds)
    .where((eb) =>
      eb.or([
        eb("organisations.territory_code", "in", reach.codes),
        eb.exists(
          eb
            .selectFrom("canteens")
            .select("canteens.id")
            .whereRef("canteens.organisation_id", "=", "organisations.id")
            .where("canteens.departement", "=", reach.departement),
        ),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

function idsOf(scopes: readonly Scope[], kind: ScopeKind): string[] {
  return scopes.filter((scope) => scope.scopeKind === kind).map((scope) => scope.scopeId);
}

function inScopes(eb: Canteens, scopes: readonly Scope[]): Expression<SqlBool> {
  const reaches = scopes.map(reachOf);
  return reachedBy(
    eb,
    reaches,
    reaches.map(({ value }) => value),
  );
}

function inTerritory(eb: Canteens, code: string): Expression<SqlBool> {
  const reach = territoryReach(code);
  return reachedBy(eb, [reach], [reach.value]);
}
