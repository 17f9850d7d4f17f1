import type { ExpressionBuilder, Kysely } from "kysely";
import { searchKey } from "../../shared/normalise.ts";
import type { Territory, TerritoryKind } from "../../shared/territories.ts";
import { territoryCode } from "../../shared/territories.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { communeInTerritory } from "./reaches.ts";

/** Adds the territories, or gives those already there their present name. None is deleted: grants may refer to it. */
export async function insertTerritories(
  db: Kysely<Database>,
  territories: readonly Territory[],
): Promise<void> {
  for (const chunk of chunksOf(territories, CHUNK)) {
    await db
      .insertInto("territories")
      .values(
        chunk.map(({ code, kind, name }) => ({
          code,
          kind,
          name,
          search: searchKey(name),
          organisation_id: null,
        })),
      )
      .onConflict((conflict) =>
        conflict.column("code").doUpdateSet((eb) => ({
          kind: eb.ref("excluded.kind"),
          name: eb.ref("excluded.name"),
          search: eb.ref("excluded.search"),
        })),
      )
      .execute();
  }
}

/** How many territories are known, PAT included. */
export async function countTerritories(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom("territories")
    .select((eb) => eb.fn.countAll<number>().as("territories"))
    .executeTakeFirstOrThrow();
  return row.territories;
}

/** The territory of a code such as `DEP-62`, or undefined. */
export async function findTerritory(db: Kysely<Database>, code: string): Promise<Territory | undefined> {
  const row = await db
    .selectFrom("territories")
    .select(["code", "kind", "name"])
    .where("code", "=", code)
    .executeTakeFirst();
  return row && toTerritory(row);
}

/** The territories of the codes, by name; unknown codes are left out. */
export async function listTerritoriesByCodes(
  db: Kysely<Database>,
  codes: readonly string[],
): Promise<Territory[]> {
  const found: Territory[] = [];
  for (const chunk of chunksOf([...new Set(codes)], CHUNK)) {
    const rows = await db
      .selectFrom("territories")
      .select(["code", "kind", "name"])
      .where("code", "in", [...chunk])
      .orderBy("search")
      .orderBy("code")
      .execute();
    found.push(...rows.map(toTerritory));
  }
  return found;
}

/** The territories all of whose communes are in the outer one, itself included, by name. */
export async function listTerritoriesWithin(db: Kysely<Database>, outer: string): Promise<Territory[]> {
  const codes = await listPatsWithin(db, outer);
  for (const [kind, column] of COLUMNS) {
    const rows = await db
      .selectFrom("communes")
      .select((eb) => [`${column} as key` as const, ...insideCounts(eb, outer)])
      .where(column, "is not", null)
      .groupBy(column)
      .execute();
    for (const { key, all, inside } of rows)
      if (key !== null && all === inside) codes.push(territoryCode(kind, key));
  }
  return await listTerritoriesByCodes(db, codes);
}

const COLUMNS = [
  ["EPCI", "epci"],
  ["DEPARTEMENT", "departement"],
  ["REGION", "region"],
] as const;

async function listPatsWithin(db: Kysely<Database>, outer: string): Promise<string[]> {
  const rows = await db
    .selectFrom("communes")
    .innerJoin("pat_communes", "pat_communes.commune", "communes.code")
    .select((eb) => ["pat_communes.pat_code as key", ...insideCounts(eb, outer)])
    .groupBy("pat_communes.pat_code")
    .execute();
  return rows.filter(({ all, inside }) => all === inside).map(({ key }) => key);
}

function insideCounts(eb: ExpressionBuilder<Database, "communes">, outer: string) {
  const { countAll } = eb.fn;
  return [
    countAll<number>().as("all"),
    countAll<number>().filterWhere(communeInTerritory(eb, outer)).as("inside"),
  ] as const;
}

export interface TerritorySearch {
  /** Start of a word of the name; empty: every name. */
  text: string;
  /** Null: all kinds. */
  kind?: TerritoryKind | null;
  limit: number;
}

/** Territories found, names that start with the text first, then by name. */
export async function searchTerritories(db: Kysely<Database>, search: TerritorySearch): Promise<Territory[]> {
  const key = searchKey(search.text);
  let query = db
    .selectFrom("territories")
    .select(["code", "kind", "name"])
    .where((eb) => eb.or([eb("search", "like", `${key}%`), eb("search", "like", `% ${key}%`)]));
  if (search.kind) query = query.where("kind", "=", search.kind);
  const rows = await query
    .orderBy((eb) => eb.case().when("search", "like", `${key}%`).then(0).else(1).end())
    .orderBy("search")
    .orderBy("code")
    .limit(search.limit)
    .execute();
  return rows.map(toTerritory);
}

function toTerritory(row: { code: string; kind: string; name: string }): Territory {
  return { ...row, kind: row.kind as TerritoryKind };
}
