import type { Kysely, RawBuilder } from "kysely";
import { sql } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";

/** A workshop and where it stands; names null: its commune is not known. */
export interface NamedLegumerie {
  id: Id;
  name: string;
  communeName: string | null;
  /** INSEE code. */
  departement: string | null;
  departementName: string | null;
}

/** Every workshop in use, by name. */
export async function listLegumeries(db: Kysely<Database>): Promise<NamedLegumerie[]> {
  return await legumeries(db).where("suppliers.active", "=", 1).orderBy("suppliers.search").execute();
}

/** The workshop, or undefined. */
export async function findLegumerie(db: Kysely<Database>, id: Id): Promise<NamedLegumerie | undefined> {
  return await legumeries(db).where("suppliers.id", "=", id).executeTakeFirst();
}

/**
 * Canteens in use the workshop may deliver to, by name: those of organisations that run a canteen in its
 * département, or that already bought from it.
 */
export async function listServableCanteens(
  db: Kysely<Database>,
  key: { legumerieId: Id; departement: string | null },
): Promise<{ id: Id; name: string; organisationId: Id }[]> {
  return await servableCanteens(db, { ...key, departement: sql<string>`${key.departement ?? ""}` })
    .select(["id", "name", "organisation_id as organisationId"])
    .orderBy("search")
    .orderBy("id")
    .execute();
}

/** The same, as the beginning of a query; `departement`: INSEE code, empty: not known. */
export function servableCanteens(
  db: Kysely<Database>,
  { legumerieId, departement }: { legumerieId: Id; departement: RawBuilder<string> },
) {
  return db
    .selectFrom("canteens")
    .where("active", "=", 1)
    .where((eb) =>
      eb(
        "organisation_id",
        "in",
        eb
          .selectFrom("canteens as known")
          .select("known.organisation_id")
          .where((known) =>
            known.or([
              known("known.departement", "=", departement),
              known(
                "known.id",
                "in",
                known
                  .selectFrom("legumerie_deliveries")
                  .select("legumerie_deliveries.canteen_id")
                  .where("legumerie_deliveries.legumerie_id", "=", legumerieId),
              ),
            ]),
          ),
      ),
    );
}

function legumeries(db: Kysely<Database>) {
  return db
    .selectFrom("suppliers")
    .leftJoin("communes", (join) =>
      join.on((eb) =>
        eb("communes.code", "=", eb.fn.coalesce("suppliers.production_commune", "suppliers.commune")),
      ),
    )
    .leftJoin("territories", (join) =>
      join.on((eb) => eb("territories.code", "=", sql<string>`'DEP-' || communes.departement`)),
    )
    .select([
      "suppliers.id",
      "suppliers.name",
      "communes.name as communeName",
      "communes.departement",
      "territories.name as departementName",
    ])
    .where("suppliers.kind", "=", "LEGUMERIE");
}
