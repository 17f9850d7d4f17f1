import type { Kysely } from "kysely";
import { searchKey } from "../../shared/normalise.ts";
import type { Territory, TerritoryKind } from "../../shared/territories.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";

/** Adds the territories, or gives those already there their present name. None is deleted: grants may refer to it. */
export async function insertTerritories(
  db: Kysely<Database>,
  territories: readonly Territory[],
): Promise<void> {
  for (const chunk of chunksOf(territories, CHUNK)) {
    await db
      .insertInto("territories")
      .values(chunk.map(({ code, kind, name }) => ({ code, kind, name, search: searchKey(name) })))
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
  return row && { ...row, kind: row.kind as TerritoryKind };
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
  return rows.map((row) => ({ ...row, kind: row.kind as TerritoryKind }));
}

/** Keeps a PAT with exactly these communes (INSEE codes), in place of its former ones. To be called in a transaction. */
export async function insertPat(
  db: Kysely<Database>,
  pat: { code: string; name: string; communes: readonly string[] },
): Promise<void> {
  await insertTerritories(db, [{ code: pat.code, kind: "PAT", name: pat.name }]);
  await db.deleteFrom("pat_communes").where("pat_code", "=", pat.code).execute();
  for (const chunk of chunksOf([...new Set(pat.communes)], CHUNK)) {
    const rows = chunk.map((commune) => ({ pat_code: pat.code, commune }));
    await db.insertInto("pat_communes").values(rows).execute();
  }
}

/** Codes of the PAT that contain each INSEE code, sorted; a commune in none is left out. */
export async function listPatsOfCommunes(
  db: Kysely<Database>,
  communes: readonly string[],
): Promise<Map<string, string[]>> {
  const pats = new Map<string, string[]>();
  for (const chunk of chunksOf([...new Set(communes)], CHUNK)) {
    const rows = await db
      .selectFrom("pat_communes")
      .selectAll()
      .where("commune", "in", [...chunk])
      .orderBy("pat_code")
      .execute();
    for (const { commune, pat_code } of rows) pats.set(commune, [...(pats.get(commune) ?? []), pat_code]);
  }
  return pats;
}
