import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { Engine } from "../../db/engine.ts";
import { insertCanteen } from "../../db/queries/canteens.ts";
import { insertCommunes } from "../../db/queries/communes.ts";
import { insertLocalDefinition } from "../../db/queries/local-definitions.ts";
import { insertOrganisation } from "../../db/queries/organisations.ts";
import { insertProduct } from "../../db/queries/products.ts";
import { insertSupplier } from "../../db/queries/suppliers.ts";
import type { ActionContext } from "../../server/action-context.ts";
import type { Canteen } from "../../shared/canteens.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Order, OrderLine } from "../../shared/orders.ts";
import type { Product } from "../../shared/products.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import type { Commune } from "../../shared/territories.ts";

export const TODAY = "2026-11-22";
export const NOW = "2026-11-22T10:00:00.000Z";

/** Three communes of the Pas-de-Calais and one of the Somme, with positions certain to the metre. */
export const COMMUNES: readonly Commune[] = [
  commune({ code: "62041", name: "Arras", latE6: 50_291_000, lngE6: 2_777_000 }),
  commune({ code: "62498", name: "Lens", latE6: 50_432_000, lngE6: 2_831_000 }),
  commune({
    code: "62160",
    name: "Boulogne-sur-Mer",
    latE6: 50_726_000,
    lngE6: 1_614_000,
    epci: "246200729",
  }),
  commune({
    code: "80021",
    name: "Amiens",
    latE6: 49_894_000,
    lngE6: 2_295_000,
    departement: "80",
    epci: "248000531",
  }),
];

/** What an action is given in a test. */
export function actionContext(
  on: { db: Kysely<Database>; reader: Kysely<Database>; engine: Engine },
  userId: Id | null = null,
): ActionContext {
  return { db: on.db, reader: on.reader, engine: on.engine, now: NOW, today: TODAY, userId };
}

/** 80 km around the canteen: Lens and Amiens are local to Arras, Boulogne-sur-Mer is not. */
export const LOCAL_DEFINITION = { validFrom: "2020-01-01", scope: "KM", radiusM: 80_000 } as const;

/** The communes above, an organisation and its definition of « local ». */
export async function seedOrganisation(db: Kysely<Database>): Promise<{ organisationId: Id }> {
  await insertCommunes(db, COMMUNES);
  const organisationId = newId();
  await insertOrganisation(db, {
    id: organisationId,
    name: "Département d'essai",
    territory_code: "DEP-62",
    demo: 0,
    shares_order_names: 0,
    created_at: NOW,
  });
  await insertLocalDefinition(db, { id: newId(), organisationId, ...LOCAL_DEFINITION, createdAt: NOW });
  return { organisationId };
}

/** A canteen at Arras unless said otherwise. */
export async function seedCanteen(
  db: Kysely<Database>,
  canteen: Pick<Canteen, "organisationId"> & Partial<Canteen>,
): Promise<Canteen> {
  const id = newId();
  const whole: Canteen = {
    id,
    name: "Collège d'essai",
    siret: digits(id, 14),
    uai: null,
    sector: "COLLEGE",
    regime: "hexagone-public",
    commune: "62041",
    epci: "200033579",
    departement: "62",
    region: "32",
    position: null,
    centralKitchenId: null,
    mealsPerYear: null,
    active: true,
    ...canteen,
  };
  await insertCanteen(db, { ...whole, createdAt: NOW });
  return whole;
}

/** A producer at Lens unless said otherwise. */
export async function seedSupplier(
  db: Kysely<Database>,
  supplier: Partial<Supplier> = {},
): Promise<Supplier> {
  const whole: Supplier = {
    id: newId(),
    name: "Ferme d'essai",
    siret: null,
    kind: "PRODUCER",
    commune: "62498",
    productionCommune: "62498",
    position: null,
    active: true,
    ...supplier,
  };
  await insertSupplier(db, { ...whole, createdAt: NOW });
  return whole;
}

/** Raw carrots unless said otherwise. */
export async function seedProduct(db: Kysely<Database>, product: Partial<Product> = {}): Promise<Product> {
  const whole: Product = {
    id: newId(),
    name: "Carotte",
    nameEn: "Carrot",
    family: "FRUITS_ET_LEGUMES",
    homogeneousFamily: "10.10",
    composition: "RAW",
    plant: true,
    farmKind: null,
    unit: "KG",
    pieceGrams: 125,
    vatBp: 550,
    refuseBp: 1100,
    gamme: null,
    baseProductId: null,
    portionGrams: null,
    season: [],
    active: true,
    ...product,
  };
  await insertProduct(db, whole);
  return whole;
}

/** 10 kg at 2,00 € unless said otherwise. */
export function anOrderLine(line: Partial<OrderLine> = {}): OrderLine {
  return {
    id: newId(),
    productId: null,
    offerId: null,
    description: "Carottes",
    family: "FRUITS_ET_LEGUMES",
    quantityMilli: 10_000,
    unit: "KG",
    receivedMilli: null,
    refusal: null,
    unitGrams: null,
    unitPriceHtE4: 20_000,
    amountHtCents: 2_000,
    vatBp: 550,
    producerId: null,
    originCommunes: [],
    origin: null,
    intermediaries: null,
    claims: [],
    organicStage: null,
    certifiedShareBp: null,
    claimedShort: null,
    claimedLocal: null,
    ...line,
  };
}

/** A new order of one line, delivered on 1 October 2026, unless said otherwise. */
export function anOrder(order: Pick<Order, "supplierId"> & Partial<Order>): Order {
  return {
    id: newId(),
    version: 0,
    kind: "ORDER",
    status: "RECEIVED",
    reference: null,
    orderedOn: "2026-09-28",
    deliveredOn: "2026-10-01",
    expectedOn: null,
    invoicedOn: null,
    note: null,
    lines: [anOrderLine()],
    ...order,
  };
}

function commune(given: {
  code: string;
  name: string;
  latE6: number;
  lngE6: number;
  departement?: string;
  epci?: string;
}): Commune {
  return {
    code: given.code,
    name: given.name,
    epci: given.epci ?? "200033579",
    departement: given.departement ?? "62",
    region: "32",
    postcodes: [`${given.departement ?? "62"}000`],
    population: 10_000,
    position: { latE6: given.latE6, lngE6: given.lngE6, uncertaintyM: 1 },
    positionSource: "geonames",
  };
}

/** Digits out of an id: unique enough for a SIRET column, without a checked key. */
function digits(id: Id, length: number): string {
  return (BigInt(`0x${id.replaceAll("-", "")}`) % 10n ** BigInt(length)).toString().padStart(length, "0");
}
