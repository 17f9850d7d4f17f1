import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { Engine } from "../../db/engine.ts";
import { insertOrganisation } from "../../db/queries/organisations.ts";
import { upsertPat } from "../../db/queries/pats.ts";
import { saveOrder } from "../../server/actions/save-order.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Grant, ScopeKind } from "../../shared/permissions.ts";
import { territoryCode } from "../../shared/territories.ts";
import { seedPerson } from "./people.ts";
import {
  actionContext,
  anOrder,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "./seed.ts";

/** One organisation with its canteen, its légumerie and its people, acting for one département. */
export interface Side {
  organisationId: Id;
  canteenId: Id;
  territoryCode: string;
  legumerieId: Id;
  /** A PAT it has drawn. */
  patId: Id;
  /** A received order of one line of the canteen. */
  orderId: Id;
  /** An administrator and their grant. */
  userId: Id;
  grantId: Id;
}

/** Two organisations that share nothing but the catalogue. */
export interface RightsWorld {
  own: Side;
  foreign: Side;
  /** Ids nobody ever gave. */
  missing: Side;
  /** A second canteen of the own organisation, in the same département. */
  colleagueCanteenId: Id;
  supplierId: Id;
  productId: Id;
}

export async function seedRightsWorld(on: {
  db: Kysely<Database>;
  reader: Kysely<Database>;
  engine: Engine;
}): Promise<RightsWorld> {
  const { db } = on;
  const { organisationId } = await seedOrganisation(db);
  const foreignId = newId();
  await insertOrganisation(db, {
    id: foreignId,
    name: "Département voisin",
    territory_code: "DEP-80",
    demo: 0,
    shares_order_names: 0,
    created_at: NOW,
  });
  const amiens = { commune: "80021", departement: "80", epci: "248000531" };
  const supplierId = (await seedSupplier(db)).id;
  const colleague = await seedCanteen(db, { organisationId, commune: "62498" });
  return {
    own: await seedSide(on, {
      organisationId,
      territoryCode: "DEP-62",
      supplierId,
      place: {},
      commune: "62498",
    }),
    foreign: await seedSide(on, {
      organisationId: foreignId,
      territoryCode: "DEP-80",
      supplierId,
      place: amiens,
      commune: "80021",
    }),
    missing: {
      organisationId: newId(),
      canteenId: newId(),
      territoryCode: "DEP-01",
      legumerieId: newId(),
      patId: newId(),
      orderId: newId(),
      userId: newId(),
      grantId: newId(),
    },
    colleagueCanteenId: colleague.id,
    supplierId,
    productId: (await seedProduct(db)).id,
  };
}

interface SideSeed {
  organisationId: Id;
  territoryCode: string;
  supplierId: Id;
  place: { commune?: string; departement?: string; epci?: string };
  /** Of the légumerie. */
  commune: string;
}

async function seedSide(
  on: { db: Kysely<Database>; reader: Kysely<Database>; engine: Engine },
  { organisationId, territoryCode: actsFor, supplierId, place, commune }: SideSeed,
): Promise<Side> {
  const { id: canteenId } = await seedCanteen(on.db, { organisationId, ...place });
  const legumerie = await seedSupplier(on.db, { kind: "LEGUMERIE", commune, productionCommune: commune });
  const grant: Grant = { role: "administrator", scopeKind: "organisation", scopeId: organisationId };
  const { id: userId } = await seedPerson(on.db, { grants: [grant] });
  const { id: grantId } = await on.db
    .selectFrom("grants")
    .select("id")
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  const patId = newId();
  await upsertPat(on.db, {
    code: territoryCode("PAT", patId),
    organisationId,
    name: "PAT d'essai",
    communes: [commune],
  });
  const order = anOrder({ supplierId });
  await saveOrder(actionContext(on), canteenId, order);
  return {
    organisationId,
    canteenId,
    territoryCode: actsFor,
    legumerieId: legumerie.id,
    patId,
    orderId: order.id,
    userId,
    grantId,
  };
}

/** The id of a side that a grant of this kind is on. */
export function scopeIdOf(side: Side, kind: ScopeKind): string {
  switch (kind) {
    case "canteen":
      return side.canteenId;
    case "territory":
      return side.territoryCode;
    case "organisation":
      return side.organisationId;
    case "legumerie":
      return side.legumerieId;
  }
}
