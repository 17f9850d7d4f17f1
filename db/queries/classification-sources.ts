import type { Kysely } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import type { CanteensTable } from "../tables/canteens.ts";
import type { CertificatesTable } from "../tables/certificates.ts";
import type { LocalDefinitionsTable } from "../tables/local-definitions.ts";
import type { ProductsTable } from "../tables/products.ts";
import type { SuppliersTable } from "../tables/suppliers.ts";
import { listNamedOffers } from "./certificates.ts";
import { listSupplierStatuses } from "./supplier-statuses.ts";

/** The stored facts that surround lines: rows, not yet shaped for the rules. */
export interface SourceRows {
  suppliers: SuppliersTable[];
  certificates: CertificatesTable[];
  /** Articles that these proofs name, by proof. */
  namedOffers: ReadonlyMap<Id, Id[]>;
  statuses: SupplierStatus[];
  products: Pick<ProductsTable, "id" | "composition" | "plant" | "farm_kind">[];
}

/** The canteen and its organisation's definitions of « local », latest first; undefined when there is no such canteen. */
export async function findCanteenSources(
  db: Kysely<Database>,
  canteenId: Id,
): Promise<{ canteen: CanteensTable; definitions: LocalDefinitionsTable[] } | undefined> {
  const canteen = await db.selectFrom("canteens").selectAll().where("id", "=", canteenId).executeTakeFirst();
  if (canteen === undefined) return undefined;
  const definitions = await db
    .selectFrom("local_definitions")
    .selectAll()
    .where("organisation_id", "=", canteen.organisation_id)
    .orderBy("valid_from", "desc")
    .execute();
  return { canteen, definitions };
}

/** Suppliers and producers, their proofs and products, by id. Ids unknown to the tables are left out. */
export async function listSourceRows(
  db: Kysely<Database>,
  wanted: { supplierIds: readonly Id[]; productIds: readonly Id[] },
): Promise<SourceRows> {
  const suppliers = await inChunks(wanted.supplierIds, (ids) =>
    db.selectFrom("suppliers").selectAll().where("id", "in", ids).orderBy("id").execute(),
  );
  const certificates = await inChunks(wanted.supplierIds, (ids) =>
    db.selectFrom("certificates").selectAll().where("supplier_id", "in", ids).orderBy("id").execute(),
  );
  const products = await inChunks(wanted.productIds, (ids) =>
    db
      .selectFrom("products")
      .select(["id", "composition", "plant", "farm_kind"])
      .where("id", "in", ids)
      .orderBy("id")
      .execute(),
  );
  const namedOffers = await listNamedOffers(
    db,
    certificates.map(({ id }) => id),
  );
  const statuses = await listSupplierStatuses(db, wanted.supplierIds);
  return { suppliers, certificates, namedOffers, statuses, products };
}

async function inChunks<T>(ids: readonly string[], list: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (const chunk of chunksOf([...new Set(ids)], CHUNK)) found.push(...(await list([...chunk])));
  return found;
}
