import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";

/** Articles in use of the supplier under the names its invoices give them. */
export async function listArticleAliases(
  db: Kysely<Database>,
  { supplierId, aliases }: { supplierId: Id; aliases: readonly string[] },
): Promise<Map<string, Id>> {
  const found = new Map<string, Id>();
  for (const chunk of chunksOf([...new Set(aliases)], CHUNK)) {
    const rows = await db
      .selectFrom("article_aliases")
      .innerJoin("offers", "offers.id", "article_aliases.offer_id")
      .select(["article_aliases.alias", "article_aliases.offer_id"])
      .where("article_aliases.supplier_id", "=", supplierId)
      .where("offers.supplier_id", "=", supplierId)
      .where("offers.active", "=", 1)
      .where("article_aliases.alias", "in", [...chunk])
      .orderBy("article_aliases.alias")
      .execute();
    for (const row of rows) found.set(row.alias, row.offer_id);
  }
  return found;
}

/** Remembers which article a name is; the latest answer stands. At most one article a name. */
export async function saveArticleAliases(
  db: Kysely<Database>,
  { supplierId, aliases, now }: { supplierId: Id; aliases: ReadonlyMap<string, Id>; now: IsoInstant },
): Promise<void> {
  const rows = [...aliases].map(([alias, offerId]) => ({
    supplier_id: supplierId,
    alias,
    offer_id: offerId,
    created_at: now,
  }));
  for (const chunk of chunksOf(rows, CHUNK))
    await db
      .insertInto("article_aliases")
      .values([...chunk])
      .onConflict((conflict) =>
        conflict.columns(["supplier_id", "alias"]).doUpdateSet((eb) => ({
          offer_id: eb.ref("excluded.offer_id"),
          created_at: eb.ref("excluded.created_at"),
        })),
      )
      .execute();
}
