import type { ExpressionBuilder, Kysely } from "kysely";
import { addDays } from "../../shared/calendar.ts";
import { expiryNoticeUntil, sumProofs } from "../../shared/certificates.ts";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Page } from "../../shared/fields.ts";
import { PAGE_SIZE } from "../../shared/fields.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { ProofFilter, SupplierKind } from "../../shared/supplier-kinds.ts";
import { statusesOn } from "../../shared/supplier-statuses.ts";
import type { Supplier, SupplierListFilters, SupplierSummary } from "../../shared/suppliers.ts";
import type { Database } from "../database.ts";
import { ownPointOf } from "../place.ts";
import { searchPatterns } from "../search-patterns.ts";
import type { SuppliersTable } from "../tables/suppliers.ts";
import { listCertificatesOfSuppliers } from "./certificates.ts";
import { listSupplierStatuses } from "./supplier-statuses.ts";

type Suppliers = ExpressionBuilder<Database, "suppliers">;

/** The supplier, in use or not, or undefined. */
export async function findSupplier(db: Kysely<Database>, id: Id): Promise<Supplier | undefined> {
  const row = await db.selectFrom("suppliers").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toSupplier(row);
}

/** The supplier that has this SIRET (14 digits), or undefined. */
export async function findSupplierBySiret(
  db: Kysely<Database>,
  siret: string,
): Promise<Supplier | undefined> {
  const row = await db.selectFrom("suppliers").selectAll().where("siret", "=", siret).executeTakeFirst();
  return row && toSupplier(row);
}

/** The suppliers of these ids, by id; unknown ids are left out. */
export async function listSuppliersById(db: Kysely<Database>, ids: readonly Id[]): Promise<Supplier[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("suppliers")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .orderBy("id")
    .execute();
  return rows.map(toSupplier);
}

/** Every supplier's id, name and SIRET (null: not known), those in use first, then the oldest. */
export function listSupplierNames(
  db: Kysely<Database>,
): Promise<{ id: Id; name: string; siret: string | null }[]> {
  return db
    .selectFrom("suppliers")
    .select(["id", "name", "siret"])
    .orderBy("active", "desc")
    .orderBy("id")
    .execute();
}

/** Adds a supplier. Throws the engine's unique constraint when the SIRET is taken. */
export async function insertSupplier(
  db: Kysely<Database>,
  supplier: Supplier & { createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("suppliers")
    .values({ id: supplier.id, created_at: supplier.createdAt, ...columns(supplier) })
    .execute();
}

/** Replaces everything. Throws the engine's unique constraint when the SIRET is taken. */
export async function updateSupplier(db: Kysely<Database>, supplier: Supplier): Promise<void> {
  await db.updateTable("suppliers").set(columns(supplier)).where("id", "=", supplier.id).execute();
}

/** Suppliers in use of these kinds (null: any; at least one) that the words name (name or SIRET), by name; at most `limit`. */
export async function searchSuppliers(
  db: Kysely<Database>,
  { search, kinds, limit }: { search: string; kinds: readonly SupplierKind[] | null; limit: number },
): Promise<{ id: Id; name: string; kind: SupplierKind; communeName: string | null }[]> {
  let query = db
    .selectFrom("suppliers")
    .leftJoin("communes", "communes.code", "suppliers.commune")
    .select(["suppliers.id", "suppliers.name", "suppliers.kind", "communes.name as communeName"])
    .where("suppliers.active", "=", 1);
  if (kinds !== null) query = query.where("suppliers.kind", "in", [...kinds]);
  for (const pattern of searchPatterns(search)) query = query.where("suppliers.search", "like", pattern);
  const rows = await query.orderBy("suppliers.search").orderBy("suppliers.id").limit(limit).execute();
  return rows.map((row) => ({ ...row, kind: row.kind as SupplierKind }));
}

/** One page of suppliers by name, with the state of their proofs on `today`. */
export async function listSuppliers(
  db: Kysely<Database>,
  filters: SupplierListFilters,
  today: IsoDate,
): Promise<Page<SupplierSummary>> {
  const { total } = await filtered(db, filters, today)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await filtered(db, filters, today)
    .leftJoin("communes as home", "home.code", "suppliers.commune")
    .leftJoin("communes as farm", "farm.code", "suppliers.production_commune")
    .selectAll("suppliers")
    .select(["home.name as commune_name", "farm.name as production_commune_name"])
    .select((eb) =>
      eb
        .selectFrom("offers")
        .select((offer) => offer.fn.countAll<number>().as("articles"))
        .whereRef("offers.supplier_id", "=", "suppliers.id")
        .where("offers.active", "=", 1)
        .as("articles"),
    )
    .orderBy("suppliers.search")
    .orderBy("suppliers.id")
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE)
    .execute();
  const ids = rows.map((row) => row.id);
  const proofs = await listCertificatesOfSuppliers(db, ids);
  const statuses = await listSupplierStatuses(db, ids);
  return {
    total,
    page: filters.page,
    pageSize: PAGE_SIZE,
    rows: rows.map((row) => ({
      ...toSupplier(row),
      communeName: row.commune_name,
      productionCommuneName: row.production_commune_name,
      articles: row.articles ?? 0,
      proofs: sumProofs(
        proofs.filter((proof) => proof.supplierId === row.id),
        today,
      ),
      statuses: statusesOn(
        statuses.filter((status) => status.supplierId === row.id),
        today,
      ),
    })),
  };
}

function filtered(db: Kysely<Database>, filters: SupplierListFilters, today: IsoDate) {
  let query = db.selectFrom("suppliers");
  if (!filters.inactive) query = query.where("suppliers.active", "=", 1);
  if (filters.kind !== null) query = query.where("suppliers.kind", "=", filters.kind);
  const { proofs } = filters;
  if (proofs !== null) query = query.where((eb) => inProofState(eb, proofs, today));
  for (const pattern of searchPatterns(filters.search))
    query = query.where("suppliers.search", "like", pattern);
  return query;
}

/** The same rule as sumProofs of shared/certificates.ts: the latest-ending proof of a scheme speaks for it. */
function inProofState(eb: Suppliers, filter: ProofFilter, today: IsoDate) {
  const own = eb
    .selectFrom("certificates")
    .select("certificates.id")
    .whereRef("certificates.supplier_id", "=", "suppliers.id");
  if (filter === "none") return eb.not(eb.exists(own));
  const { from, to } =
    filter === "expired"
      ? { from: "0001-01-01", to: today }
      : { from: today, to: addDays(expiryNoticeUntil(today), 1) };
  return eb.exists(
    own
      .where("certificates.valid_to", ">=", from)
      .where("certificates.valid_to", "<", to)
      .where("certificates.valid_from", "<=", today)
      .where((certificate) =>
        certificate.not(
          certificate.exists(
            certificate
              .selectFrom("certificates as newer")
              .select("newer.id")
              .whereRef("newer.supplier_id", "=", "suppliers.id")
              .whereRef("newer.scheme", "=", "certificates.scheme")
              .where((other) =>
                other.or([other("newer.valid_to", "is", null), other("newer.valid_to", ">=", to)]),
              ),
          ),
        ),
      ),
  );
}

function columns(supplier: Supplier): Omit<SuppliersTable, "id" | "created_at"> {
  return {
    name: supplier.name,
    search: searchKey(`${supplier.name} ${supplier.siret ?? ""}`),
    siret: supplier.siret,
    kind: supplier.kind,
    commune: supplier.commune,
    production_commune: supplier.productionCommune,
    lat_e6: supplier.position?.latE6 ?? null,
    lng_e6: supplier.position?.lngE6 ?? null,
    active: supplier.active ? 1 : 0,
  };
}

function toSupplier(row: SuppliersTable): Supplier {
  return {
    id: row.id,
    name: row.name,
    siret: row.siret,
    kind: row.kind as SupplierKind,
    commune: row.commune,
    productionCommune: row.production_commune,
    position: ownPointOf(row),
    active: row.active === 1,
  };
}
