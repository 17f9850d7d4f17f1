import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";

/** What a supplier calls an article, and the words under which the canteen last bought it. */
export interface ArticleCode {
  supplierId: Id;
  /** As `codeKey` makes it. */
  code: string;
  /** searchKey of the description. */
  search: string;
}

/** Every code under which the canteen ever bought, by supplier. */
export async function listArticleCodes(db: Kysely<Database>, canteenId: Id): Promise<ArticleCode[]> {
  const rows = await db
    .selectFrom("article_codes")
    .select(["supplier_id", "code", "search"])
    .where("canteen_id", "=", canteenId)
    .orderBy("supplier_id")
    .orderBy("code")
    .execute();
  return rows.map(({ supplier_id: supplierId, code, search }) => ({ supplierId, code, search }));
}

/** Remembers codes; the latest words stand. Each supplier's code at most once. */
export async function saveArticleCodes(
  db: Kysely<Database>,
  { canteenId, now }: { canteenId: Id; now: IsoInstant },
  codes: readonly ArticleCode[],
): Promise<void> {
  for (const chunk of chunksOf(codes, CHUNK))
    await db
      .insertInto("article_codes")
      .values(
        chunk.map(({ supplierId, code, search }) => ({
          canteen_id: canteenId,
          supplier_id: supplierId,
          code,
          search,
          updated_at: now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(["canteen_id", "supplier_id", "code"]).doUpdateSet((eb) => ({
          search: eb.ref("excluded.search"),
          updated_at: eb.ref("excluded.updated_at"),
        })),
      )
      .execute();
}

/** Family of the articles in use to which these suppliers' catalogues give a code, as it is written. */
export async function listCodedFamilies(
  db: Kysely<Database>,
  supplierIds: readonly Id[],
): Promise<{ supplierId: Id; code: string; family: string }[]> {
  const found: { supplierId: Id; code: string; family: string }[] = [];
  for (const chunk of chunksOf([...new Set(supplierIds)], CHUNK)) {
    const rows = await db
      .selectFrom("offers")
      .select(["supplier_id", "code", "family"])
      .where("supplier_id", "in", [...chunk])
      .where("active", "=", 1)
      .where("code", "is not", null)
      .orderBy("id")
      .execute();
    for (const { supplier_id: supplierId, code, family } of rows)
      if (code !== null && family !== null) found.push({ supplierId, code, family });
  }
  return found;
}
