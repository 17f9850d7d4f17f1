import type { Kysely } from "kysely";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Pat, PatCommune } from "../../shared/pats.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { executeForIds } from "../prepared.ts";

/** The PAT of a code, or undefined. */
export async function findPat(db: Kysely<Database>, code: string): Promise<Pat | undefined> {
  const row = await db
    .selectFrom("territories")
    .select(["name", "organisation_id as organisationId"])
    .where("code", "=", code)
    .where("kind", "=", "PAT")
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const communes = await db
    .selectFrom("pat_communes")
    .select("commune")
    .where("pat_code", "=", code)
    .orderBy("commune")
    .execute();
  return { code, ...row, communes: communes.map(({ commune }) => commune) };
}

/** The PAT an organisation has drawn, by name, each with its communes by name. */
export async function listPatsOfOrganisation(
  db: Kysely<Database>,
  organisationId: Id,
): Promise<{ code: string; name: string; communes: PatCommune[] }[]> {
  const pats = await db
    .selectFrom("territories")
    .select(["code", "name"])
    .where("kind", "=", "PAT")
    .where("organisation_id", "=", organisationId)
    .orderBy("search")
    .orderBy("code")
    .execute();
  const rows = await db
    .selectFrom("pat_communes")
    .innerJoin("territories", "territories.code", "pat_communes.pat_code")
    .innerJoin("communes", "communes.code", "pat_communes.commune")
    .select(["pat_communes.pat_code", "communes.code", "communes.name", "communes.departement"])
    .where("territories.organisation_id", "=", organisationId)
    .orderBy("communes.search")
    .orderBy("communes.code")
    .execute();
  const communes = new Map<string, PatCommune[]>(pats.map(({ code }) => [code, []]));
  for (const { pat_code, ...commune } of rows) communes.get(pat_code)?.push(commune);
  return pats.map((pat) => ({ ...pat, communes: communes.get(pat.code) ?? [] }));
}

/** Keeps a PAT with exactly these communes, in place of its former ones. To be called in a transaction. */
export async function upsertPat(db: Kysely<Database>, pat: Pat): Promise<void> {
  const { code, name, organisationId } = pat;
  const shown = { name, search: searchKey(name) };
  await db
    .insertInto("territories")
    .values({ code, kind: "PAT", organisation_id: organisationId, ...shown })
    .onConflict((conflict) => conflict.column("code").doUpdateSet(shown))
    .execute();
  await db.deleteFrom("pat_communes").where("pat_code", "=", code).execute();
  for (const chunk of chunksOf([...new Set(pat.communes)], CHUNK)) {
    const rows = chunk.map((commune) => ({ pat_code: code, commune }));
    await db.insertInto("pat_communes").values(rows).execute();
  }
}

/** Removes a PAT and its list of communes. To be called in a transaction. */
export async function deletePat(db: Kysely<Database>, code: string): Promise<void> {
  await db.deleteFrom("pat_communes").where("pat_code", "=", code).execute();
  await db.deleteFrom("territories").where("code", "=", code).where("kind", "=", "PAT").execute();
}

/** Codes of the PAT that contain each INSEE code, sorted; a commune in none is left out. */
export async function listPatsOfCommunes(
  db: Kysely<Database>,
  communes: readonly string[],
): Promise<Map<string, string[]>> {
  const pats = new Map<string, string[]>();
  const rows = await executeForIds(db, {
    name: "PATs of communes",
    ids: communes,
    build: (codes) =>
      db.selectFrom("pat_communes").selectAll().where("commune", "in", codes).orderBy("pat_code"),
  });
  for (const { commune, pat_code } of rows) pats.set(commune, [...(pats.get(commune) ?? []), pat_code]);
  return pats;
}
