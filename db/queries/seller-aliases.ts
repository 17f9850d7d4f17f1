import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Database } from "../database.ts";

/** Suppliers in use that an invoice's seller was said to be, by the name it goes under (`siren:`, `vat:`, `name:`). */
export async function listSellerAliases(
  db: Kysely<Database>,
  aliases: readonly string[],
): Promise<Map<string, Id>> {
  if (aliases.length === 0) return new Map();
  const rows = await db
    .selectFrom("seller_aliases")
    .innerJoin("suppliers", "suppliers.id", "seller_aliases.supplier_id")
    .select(["seller_aliases.alias", "seller_aliases.supplier_id"])
    .where("suppliers.active", "=", 1)
    .where("seller_aliases.alias", "in", [...aliases])
    .orderBy("seller_aliases.alias")
    .execute();
  return new Map(rows.map((row) => [row.alias, row.supplier_id]));
}

/** Remembers who a seller is; the latest answer stands. */
export async function saveSellerAliases(
  db: Kysely<Database>,
  { supplierId, aliases, now }: { supplierId: Id; aliases: readonly string[]; now: IsoInstant },
): Promise<void> {
  if (aliases.length === 0) return;
  await db
    .insertInto("seller_aliases")
    .values(aliases.map((alias) => ({ alias, supplier_id: supplierId, created_at: now })))
    .onConflict((conflict) =>
      conflict.column("alias").doUpdateSet((eb) => ({
        supplier_id: eb.ref("excluded.supplier_id"),
        created_at: eb.ref("excluded.created_at"),
      })),
    )
    .execute();
}

/** Suppliers in use with a SIRET of this SIREN, by id; at most two: one is sure, two are not. */
export async function listSupplierIdsOfSiren(db: Kysely<Database>, siren: string): Promise<Id[]> {
  const rows = await db
    .selectFrom("suppliers")
    .select("id")
    .where("siret", "like", `${siren}%`)
    .where("active", "=", 1)
    .orderBy("id")
    .limit(2)
    .execute();
  return rows.map((row) => row.id);
}

/** Suppliers in use of exactly this name, case and accents aside, by id; at most two. */
export async function listSupplierIdsNamed(db: Kysely<Database>, name: string): Promise<Id[]> {
  const key = searchKey(name);
  if (key === "") return [];
  const rows = await db
    .selectFrom("suppliers")
    .select(["id", "name"])
    .where("search", "like", `${key}%`)
    .where("active", "=", 1)
    .orderBy("id")
    .limit(50)
    .execute();
  return rows
    .filter((row) => searchKey(row.name) === key)
    .slice(0, 2)
    .map((row) => row.id);
}
