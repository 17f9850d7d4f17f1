import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { upsertCanteenGroup } from "../../db/queries/canteen-groups.ts";
import { insertCanteen } from "../../db/queries/canteens.ts";
import { insertCertificate } from "../../db/queries/certificates.ts";
import { listPlaces } from "../../db/queries/communes.ts";
import { insertGrant } from "../../db/queries/grants.ts";
import { upsertCapacity } from "../../db/queries/legumerie-capacities.ts";
import { insertLocalDefinition } from "../../db/queries/local-definitions.ts";
import { insertOffer } from "../../db/queries/offers.ts";
import { upsertOrderingTerms } from "../../db/queries/ordering-terms.ts";
import { insertOrganisation } from "../../db/queries/organisations.ts";
import { insertProduct } from "../../db/queries/products.ts";
import { insertSupplierStatus } from "../../db/queries/supplier-statuses.ts";
import { insertSupplier } from "../../db/queries/suppliers.ts";
import { insertTarget } from "../../db/queries/targets.ts";
import { insertUser } from "../../db/queries/users.ts";
import { yearOf } from "../../shared/calendar.ts";
import type { Canteen } from "../../shared/canteens.ts";
import type { ActionContext } from "../action-context.ts";
import { DEMO_ORGANISATION_ID, DEMO_PEOPLE } from "./accounts.ts";
import type { DemoCanteen } from "./canteens.ts";
import { DEMO_CANTEENS } from "./canteens.ts";
import { insertDemoContracts } from "./contracts.ts";
import { demoId, FIRST_DAY } from "./ids.ts";
import { DEMO_OFFERS, productId } from "./offers.ts";
import { DEMO_ORDERING_TERMS } from "./ordering-terms.ts";
import { insertDemoPriceLists } from "./price-lists.ts";
import { DEMO_PRODUCTS, productOf } from "./products.ts";
import { insertDemoQuotes } from "./quotes.ts";
import { DEMO_STATUSES } from "./supplier-statuses.ts";
import { DEMO_SUPPLIERS, demoCertificates } from "./suppliers.ts";
import { DEMO_COMMUNES, LOCAL_DEFINITION, placeOf } from "./surroundings.ts";
import { demoTargets } from "./targets.ts";
import { DEMO_CAPACITIES } from "./workshop-capacities.ts";

const CREATED = { createdAt: `${FIRST_DAY}T08:00:00.000Z` } as const;
/** Diners a day under which a collège is small. */
const SMALL_DINERS = 350;
const SERVICE_DAYS_A_YEAR = { COLLEGE: 138, OFFICE: 251 } as const;

/** Everything that stands before the first order: the Département, its canteens, people and suppliers. */
export async function insertWorld(
  trx: Transaction<Database>,
  ctx: ActionContext,
  passwordHash: string,
): Promise<void> {
  await insertOrganisation(trx, {
    id: DEMO_ORGANISATION_ID,
    name: "Département du Pas-de-Calais",
    territory_code: "DEP-62",
    demo: 1,
    shares_order_names: 0,
    created_at: CREATED.createdAt,
  });
  await insertLocalDefinition(trx, {
    id: demoId(FIRST_DAY, "local definition"),
    organisationId: DEMO_ORGANISATION_ID,
    ...LOCAL_DEFINITION,
    ...CREATED,
  });
  await insertCanteens(trx);
  for (const { supplier } of DEMO_SUPPLIERS) await insertSupplier(trx, { ...supplier, ...CREATED });
  for (const capacity of DEMO_CAPACITIES) await upsertCapacity(trx, { ...capacity, ...CREATED });
  for (const { supplierId, terms } of DEMO_ORDERING_TERMS)
    await upsertOrderingTerms(trx, { organisationId: DEMO_ORGANISATION_ID, supplierId }, terms);
  for (const certificate of demoCertificates(ctx.today))
    await insertCertificate(trx, { ...certificate, createdAt: `${certificate.validFrom}T08:00:00.000Z` });
  for (const status of DEMO_STATUSES) await insertSupplierStatus(trx, { ...status, ...CREATED });
  await insertProducts(trx);
  for (const { offer } of DEMO_OFFERS) await insertOffer(trx, { ...offer, ...CREATED });
  await insertDemoPriceLists(trx, ctx.today);
  for (const target of demoTargets(yearOf(ctx.today))) await insertTarget(trx, { ...target, ...CREATED });
  await insertPeople(trx, passwordHash);
  await insertDemoQuotes(trx, ctx.today);
  await insertDemoContracts(trx, ctx.today);
  await appendAudit(trx, ctx, {
    stream: DEMO_ORGANISATION_ID,
    noun: "organisations",
    nounId: DEMO_ORGANISATION_ID,
    action: "created",
    before: null,
    after: { demonstration: true, canteens: DEMO_CANTEENS.length, suppliers: DEMO_SUPPLIERS.length },
  });
}

async function insertCanteens(trx: Transaction<Database>): Promise<void> {
  const places = await listPlaces(trx, DEMO_COMMUNES);
  for (const canteen of DEMO_CANTEENS) {
    const { epci, departement, region } = placeOf(places, canteen.commune);
    await insertCanteen(trx, { ...describe(canteen), epci, departement, region, ...CREATED });
  }
  const small = DEMO_CANTEENS.filter(({ opening, diners }) => opening === "COLLEGE" && diners < SMALL_DINERS);
  await upsertCanteenGroup(trx, {
    id: demoId(FIRST_DAY, "small collèges"),
    organisationId: DEMO_ORGANISATION_ID,
    name: `Petits collèges (moins de ${SMALL_DINERS} convives)`,
    canteenIds: small.map(({ id }) => id).sort(),
    ...CREATED,
  });
}

function describe(canteen: DemoCanteen): Omit<Canteen, "epci" | "departement" | "region"> {
  const { id, name, siret, uai, commune, opening, diners } = canteen;
  return {
    id,
    organisationId: DEMO_ORGANISATION_ID,
    name,
    siret,
    uai,
    sector: opening === "OFFICE" ? "ADMINISTRATION" : "COLLEGE",
    regime: "hexagone-public",
    commune,
    position: null,
    centralKitchenId: null,
    mealsPerYear: diners * SERVICE_DAYS_A_YEAR[opening],
    active: true,
  };
}

async function insertProducts(trx: Transaction<Database>): Promise<void> {
  for (const product of DEMO_PRODUCTS) {
    const { name, nameEn, family, homogeneousFamily, composition, plant, farmKind, unit } = product;
    const { vatBp, refuseBp, gamme, baseKey, portionGrams, season } = product;
    const pieceGrams = unit === "L" ? null : product.unitGrams;
    const facts = {
      family,
      homogeneousFamily,
      composition,
      plant,
      farmKind,
      unit,
      pieceGrams,
      vatBp,
      refuseBp,
      gamme,
      baseProductId: baseKey === null ? null : productId(productOf(baseKey)),
      portionGrams,
      season: [...season],
    };
    await insertProduct(trx, { id: productId(product), name, nameEn, ...facts, active: true });
  }
}

async function insertPeople(trx: Transaction<Database>, passwordHash: string): Promise<void> {
  const created_at = CREATED.createdAt;
  for (const { id, email, name, grant } of DEMO_PEOPLE) {
    await insertUser(trx, {
      id,
      email,
      name,
      password_hash: passwordHash,
      locale: "fr",
      disabled: 0,
      created_at,
    });
    await insertGrant(trx, {
      id: demoId(FIRST_DAY, `grant ${email}`),
      user_id: id,
      role: grant.role,
      scope_kind: grant.scopeKind,
      scope_id: grant.scopeId,
      created_at,
    });
  }
}
