import type { Kysely } from "kysely";
import type { Id } from "../../shared/ids.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";
import type { Database } from "../database.ts";
import { executeForIds, executePrepared } from "../prepared.ts";
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
  const [canteen] = await executePrepared(db, {
    name: "canteen",
    asked: { canteenId },
    build: (asked) => db.selectFrom("canteens").selectAll().where("id", "=", asked.canteenId),
  });
  if (canteen === undefined) return undefined;
  const definitions = await executePrepared(db, {
    name: "definitions of an organisation",
    asked: { organisationId: canteen.organisation_id },
    build: ({ organisationId }) =>
      db
        .selectFrom("local_definitions")
        .selectAll()
        .where("organisation_id", "=", organisationId)
        .orderBy("valid_from", "desc"),
  });
  return { canteen, definitions };
}

/** Suppliers and producers, their proofs and products, by id. Ids unknown to the tables are left out. */
export async function listSourceRows(
  db: Kysely<Database>,
  wanted: { supplierIds: readonly Id[]; productIds: readonly Id[] },
): Promise<SourceRows> {
  const suppliers = await executeForIds(db, {
    name: "suppliers",
    ids: wanted.supplierIds,
    build: (ids) => db.selectFrom("suppliers").selectAll().where("id", "in", ids).orderBy("id"),
  });
  const certificates = await executeForIds(db, {
    name: "certificates of suppliers",
    ids: wanted.supplierIds,
    build: (ids) => db.selectFrom("certificates").selectAll().where("supplier_id", "in", ids).orderBy("id"),
  });
  const products = await executeForIds(db, {
    name: "products",
    ids: wanted.productIds,
    build: (ids) =>
      db
        .selectFrom("products")
        .select(["id", "composition", "plant", "farm_kind"])
        .where("id", "in", ids)
        .orderBy("id"),
  });
  const namedOffers = await listNamedOffers(
    db,
    certificates.map(({ id }) => id),
  );
  const statuses = await listSupplierStatuses(db, wanted.supplierIds);
  return { suppliers, certificates, namedOffers, statuses, products };
}
