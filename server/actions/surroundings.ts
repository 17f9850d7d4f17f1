import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { fromJsonText } from "../../db/json.ts";
import { ownPositionOf } from "../../db/place.ts";
import type { SourceRows } from "../../db/queries/classification-sources.ts";
import { findCanteenSources, listSourceRows } from "../../db/queries/classification-sources.ts";
import { listPlaces } from "../../db/queries/communes.ts";
import { listContractLots } from "../../db/queries/contract-lots.ts";
import type { CertificatesTable } from "../../db/tables/certificates.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import type { SuppliersTable } from "../../db/tables/suppliers.ts";
import type { StoredContractLot } from "../../shared/contract-lots.ts";
import type { Composition, FarmKind, LocalScope, Scheme } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { SupplierKind } from "../../shared/supplier-kinds.ts";
import { producesItself } from "../../shared/suppliers.ts";
import type {
  CategorySources,
  KnownProduct,
  KnownSupplier,
  Surroundings,
} from "../../shared/surroundings.ts";
import { AppError } from "../app-error.ts";

/** Whose facts are wanted beside the canteen's. */
export interface WantedSources {
  supplierIds: readonly Id[];
  productIds: readonly Id[];
  communes: readonly string[];
}

/** All that the rules need around lines of a canteen. Throws NOT_FOUND when there is no such canteen. */
export async function loadSurroundings(
  db: Kysely<Database>,
  canteenId: Id,
  wanted: WantedSources,
): Promise<Surroundings> {
  const around = await findCanteenSources(db, canteenId);
  if (around === undefined) throw new AppError("NOT_FOUND");
  const { canteen, definitions } = around;
  const rows = await listSourceRows(db, wanted);
  const { supplierIds } = wanted;
  const lots = await listContractLots(db, { organisationId: canteen.organisation_id, supplierIds });
  const places = await listPlaces(db, [...new Set([...wanted.communes, canteen.commune])]);
  const home = places.get(canteen.commune);
  if (home === undefined) throw new Error(`canteen ${canteenId} stands in an unknown commune`);
  return {
    canteen: { ...home, position: ownPositionOf(canteen) ?? home.position },
    definitions: definitions.map((row) => ({
      validFrom: row.valid_from,
      scope: row.scope as LocalScope,
      radiusM: row.radius_m,
    })),
    suppliers: suppliersOf(rows, lots),
    products: productsOf(rows),
    places,
  };
}

/** What tells the EGalim category of lines, whosever's canteens they are. */
export async function loadCategorySources(
  db: Kysely<Database>,
  wanted: Pick<WantedSources, "supplierIds" | "productIds">,
): Promise<CategorySources> {
  const rows = await listSourceRows(db, wanted);
  return { suppliers: suppliersOf(rows, []), products: productsOf(rows) };
}

/** Whose facts these stored lines need. */
export function sourcesOfLines(
  lines: readonly Pick<OrderLinesTable, "supplier_id" | "producer_id" | "product_id" | "origin_communes">[],
): WantedSources {
  const supplierIds = new Set<Id>();
  const productIds = new Set<Id>();
  const communes = new Set<string>();
  for (const line of lines) {
    supplierIds.add(line.supplier_id);
    if (line.producer_id !== null) supplierIds.add(line.producer_id);
    if (line.product_id !== null) productIds.add(line.product_id);
    if (line.origin_communes !== "[]")
      for (const code of fromJsonText<string[]>(line.origin_communes)) communes.add(code);
  }
  return { supplierIds: [...supplierIds], productIds: [...productIds], communes: [...communes] };
}

function suppliersOf(rows: SourceRows, lots: readonly StoredContractLot[]): Map<Id, KnownSupplier> {
  const certificates = new Map<Id, CertificatesTable[]>();
  for (const row of rows.certificates)
    certificates.set(row.supplier_id, [...(certificates.get(row.supplier_id) ?? []), row]);
  return new Map(
    rows.suppliers.map((row) => {
      const statuses = rows.statuses.filter(({ supplierId }) => supplierId === row.id);
      const own = { certificates: certificates.get(row.id) ?? [], namedOffers: rows.namedOffers };
      const awarded = lots.filter((lot) => lot.supplierId === row.id);
      return [row.id, { ...knownSupplier(row, own), lots: awarded, statuses }];
    }),
  );
}

function knownSupplier(
  row: SuppliersTable,
  { certificates, namedOffers }: Pick<SourceRows, "certificates" | "namedOffers">,
): KnownSupplier {
  return {
    id: row.id,
    name: row.name,
    isProducer: producesItself(row.kind as SupplierKind),
    productionCommune: row.production_commune,
    ownPosition: ownPositionOf(row),
    certificates: certificates.map((certificate) => ({
      id: certificate.id,
      scheme: certificate.scheme as Scheme,
      number: certificate.number,
      families: fromJsonText<Family[]>(certificate.families),
      offerIds: namedOffers.get(certificate.id) ?? [],
      validFrom: certificate.valid_from,
      validTo: certificate.valid_to,
    })),
  };
}

function productsOf(rows: SourceRows): Map<Id, KnownProduct> {
  return new Map(
    rows.products.map((row) => [
      row.id,
      {
        id: row.id,
        composition: row.composition as Composition | null,
        plant: row.plant === null ? null : row.plant === 1,
        farmKind: row.farm_kind as FarmKind | null,
      },
    ]),
  );
}
