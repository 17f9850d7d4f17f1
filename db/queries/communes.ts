import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import type { Place } from "../../shared/facts.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Commune, PositionSource } from "../../shared/territories.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import type { JsonText } from "../json.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import { placeOf, positionOf } from "../place.ts";
import { executeForIds } from "../prepared.ts";
import type { CommunesTable } from "../tables/communes.ts";
import { listPatsOfCommunes } from "./pats.ts";
import { communeInTerritory } from "./reaches.ts";

type Communes = ExpressionBuilder<Database, "communes">;

/**
 * Adds the communes, or brings those already there up to date, but for an official position, which only another
 * official one replaces. None is deleted: canteens may refer to it.
 */
export async function insertCommunes(db: Kysely<Database>, communes: readonly Commune[]): Promise<void> {
  for (const chunk of chunksOf(communes, CHUNK)) {
    await db
      .insertInto("communes")
      .values(chunk.map(toRow))
      .onConflict((conflict) =>
        conflict.column("code").doUpdateSet((eb) => ({
          name: eb.ref("excluded.name"),
          search: eb.ref("excluded.search"),
          epci: eb.ref("excluded.epci"),
          departement: eb.ref("excluded.departement"),
          region: eb.ref("excluded.region"),
          postcodes: eb.ref("excluded.postcodes"),
          population: eb.ref("excluded.population"),
          lat_e6: unlessOfficial(eb, "lat_e6"),
          lng_e6: unlessOfficial(eb, "lng_e6"),
          uncertainty_m: unlessOfficial(eb, "uncertainty_m"),
          position_source: unlessOfficial(eb, "position_source"),
        })),
      )
      .execute();
  }
}

type Excluded = ExpressionBuilder<Database & { excluded: CommunesTable }, "communes" | "excluded">;

/** The new row's position, unless the old one is official and the new one is not. */
function unlessOfficial<Column extends "lat_e6" | "lng_e6" | "uncertainty_m" | "position_source">(
  eb: Excluded,
  column: Column,
) {
  return eb
    .case()
    .when(
      eb.and([
        eb("communes.position_source", "=", "official"),
        eb(eb.fn.coalesce("excluded.position_source", eb.val("")), "!=", "official"),
      ]),
    )
    .then(eb.ref(`communes.${column}`))
    .else(eb.ref(`excluded.${column}`))
    .end();
}

/** Every commune with all that is known of it, by code. */
export async function listCommunes(db: Kysely<Database>): Promise<Commune[]> {
  const rows = await db.selectFrom("communes").selectAll().orderBy("code").execute();
  return rows.map(toCommune);
}

/** How many communes are known. */
export async function countCommunes(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom("communes")
    .select((eb) => eb.fn.countAll<number>().as("communes"))
    .executeTakeFirstOrThrow();
  return row.communes;
}

/** The commune of an INSEE code, or undefined: unknown, or no longer a commune. */
export async function findCommune(db: Kysely<Database>, code: string): Promise<Commune | undefined> {
  const row = await db.selectFrom("communes").selectAll().where("code", "=", code).executeTakeFirst();
  return row && toCommune(row);
}

/** The communes of the INSEE codes, by code; unknown codes are left out. */
export async function listCommunesByCodes(
  db: Kysely<Database>,
  codes: readonly string[],
): Promise<Commune[]> {
  return (await listRows(db, codes)).map(toCommune);
}

/** The communes of an EPCI or a département (`EPCI-...`, `DEP-...`), by name; empty for an unknown code. */
export async function listCommunesOfTerritory(
  db: Kysely<Database>,
  code: string,
): Promise<Pick<Commune, "code" | "name" | "departement">[]> {
  return await db
    .selectFrom("communes")
    .select(["code", "name", "departement"])
    .where((eb) => communeInTerritory(eb, code))
    .orderBy("search")
    .orderBy("code")
    .execute();
}

/** INSEE code of the most peopled commune of a territory; null: of France. Undefined: none is known. */
export async function findMostPeopledCommune(
  db: Kysely<Database>,
  territoryCode: string | null,
): Promise<string | undefined> {
  let query = db.selectFrom("communes").select("code");
  if (territoryCode !== null) query = query.where((eb) => communeInTerritory(eb, territoryCode));
  const row = await query
    .orderBy((eb) => eb.fn.coalesce("population", eb.lit(0)), "desc")
    .orderBy("code")
    .limit(1)
    .executeTakeFirst();
  return row?.code;
}

/** The place of each INSEE code with its PAT; unknown codes are left out. For an own position see `placeOf`. */
export async function listPlaces(
  db: Kysely<Database>,
  codes: readonly string[],
): Promise<Map<string, Place>> {
  const rows = await listRows(db, codes);
  const pats = await listPatsOfCommunes(db, codes);
  return new Map(rows.map((row) => [row.code, placeOf(row, { pats: pats.get(row.code) ?? [] })]));
}

export interface CommuneSearch {
  /** Start of a word of the name (« st » is « saint »), of a postcode, or the whole INSEE code. */
  text: string;
  /** INSEE code of a département; null: all of France. */
  departement?: string | null;
  limit: number;
}

/** Communes found: the exact name, then names that start so, then other words; the most people first. Empty for no text. */
export async function searchCommunes(db: Kysely<Database>, search: CommuneSearch): Promise<Commune[]> {
  const key = spellOut(searchKey(search.text));
  if (key === "") return [];
  let query = db
    .selectFrom("communes")
    .selectAll()
    .where((eb) => matches(eb, key));
  if (search.departement) query = query.where("departement", "=", search.departement);
  const rows = await query
    .orderBy((eb) =>
      eb.case().when("search", "=", key).then(0).when("search", "like", `${key}%`).then(1).else(2).end(),
    )
    .orderBy((eb) => eb.fn.coalesce("population", eb.lit(0)), "desc")
    .orderBy("code")
    .limit(search.limit)
    .execute();
  return rows.map(toCommune);
}

/** A search key holds letters, digits and spaces only: nothing that LIKE reads as a pattern. */
function matches(eb: Communes, key: string): Expression<SqlBool> {
  const inName = [eb("search", "like", `${key}%`), eb("search", "like", `% ${key}%`)];
  if (!/^\d[\dab]\d*$/.test(key)) return eb.or(inName);
  return eb.or([...inName, eb("postcodes", "like", `%"${key}%`), eb("code", "=", key.toUpperCase())]);
}

/** « st omer » and « ste marie » the way the official names are written. */
function spellOut(key: string): string {
  return key.replace(/\bst\b(?=.)/g, "saint").replace(/\bste\b(?=.)/g, "sainte");
}

function listRows(db: Kysely<Database>, codes: readonly string[]): Promise<CommunesTable[]> {
  return executeForIds(db, {
    name: "communes",
    ids: codes.toSorted(),
    build: (ids) => db.selectFrom("communes").selectAll().where("code", "in", ids).orderBy("code"),
  });
}

function toRow(commune: Commune): CommunesTable {
  return {
    code: commune.code,
    name: commune.name,
    search: searchKey(commune.name),
    epci: commune.epci,
    departement: commune.departement,
    region: commune.region,
    postcodes: toJsonText(commune.postcodes),
    population: commune.population,
    lat_e6: commune.position?.latE6 ?? null,
    lng_e6: commune.position?.lngE6 ?? null,
    uncertainty_m: commune.position?.uncertaintyM ?? null,
    position_source: commune.positionSource,
  };
}

function toCommune(row: CommunesTable): Commune {
  return {
    code: row.code,
    name: row.name,
    epci: row.epci,
    departement: row.departement,
    region: row.region,
    postcodes: fromJsonText(row.postcodes as JsonText<string[]>),
    population: row.population,
    position: positionOf(row),
    positionSource: row.position_source as PositionSource | null,
  };
}
