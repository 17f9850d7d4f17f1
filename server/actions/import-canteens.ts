import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { insertCanteen, listCanteensOfOrganisation } from "../../db/queries/canteens.ts";
import { findCommune, findMostPeopledCommune } from "../../db/queries/communes.ts";
import { insertLocalDefinition, listLocalDefinitions } from "../../db/queries/local-definitions.ts";
import { findOrganisation } from "../../db/queries/organisations.ts";
import type { Canteen } from "../../shared/canteens.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import { OVERSEAS_REGIMES } from "../../shared/law/targets.ts";
import type { DatedLocalDefinition } from "../../shared/local-definitions.ts";
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import type { Commune } from "../../shared/territories.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { saveRecord } from "./save-record.ts";

/** Where a canteen that a file names is created. */
export interface CanteenCreation {
  organisationId: Id;
  /** INSEE code; null: assumed. */
  commune: string | null;
}

/** Adds the canteen of a SIRET that nobody knew, to be completed by a person. */
export async function createNamedCanteen(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { id, siret, creation }: { id: Id; siret: string; creation: CanteenCreation },
): Promise<void> {
  const { organisationId } = creation;
  const { code, epci, departement, region } = await communeOf(trx, creation);
  const after: Canteen = {
    id,
    organisationId,
    name: `Cantine ${siret}`,
    siret,
    uai: null,
    sector: "AUTRE",
    regime: OVERSEAS_REGIMES[departement] ?? "hexagone-public",
    commune: code,
    epci,
    departement,
    region,
    position: null,
    centralKitchenId: null,
    mealsPerYear: null,
    active: true,
  };
  await saveRecord(trx, ctx, {
    stream: organisationId,
    noun: "canteens",
    id,
    before: undefined,
    after,
    write: () => insertCanteen(trx, { ...after, createdAt: ctx.now }),
  });
}

/**
 * The commune asked for (INVALID when it does not exist); else that of the organisation's other canteens; else
 * the most peopled of its territory; else of France. A file says nothing of places: no verdict depends on it.
 */
async function communeOf(
  db: Kysely<Database>,
  { organisationId, commune }: CanteenCreation,
): Promise<Commune> {
  if (commune !== null) {
    const found = await findCommune(db, commune);
    if (found === undefined) throw new AppError("INVALID", { field: "commune" });
    return found;
  }
  const [neighbour] = await listCanteensOfOrganisation(db, organisationId);
  const home = neighbour === undefined ? undefined : await findCommune(db, neighbour.commune);
  if (home !== undefined) return home;
  const organisation = await findOrganisation(db, organisationId);
  const code = await findMostPeopledCommune(db, organisation?.territory_code ?? null);
  const assumed = code === undefined ? undefined : await findCommune(db, code);
  if (assumed === undefined) throw new Error("no commune is known");
  return assumed;
}

/**
 * Gives an organisation that has no canteen and has not said what « local » means the definitions that the file
 * applies, each from the first day it is met. Returns how many.
 */
export async function adoptLocalDefinitions(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { organisationId, rows }: { organisationId: Id; rows: readonly PurchaseRow[] },
): Promise<number> {
  if ((await listLocalDefinitions(trx, organisationId)).length > 0) return 0;
  if ((await listCanteensOfOrganisation(trx, organisationId)).length > 0) return 0;
  const adopted = definitionsOfRows(organisationId, rows);
  for (const after of adopted)
    await saveRecord(trx, ctx, {
      stream: organisationId,
      noun: "local-definitions",
      id: after.id,
      before: undefined,
      after,
      write: () => insertLocalDefinition(trx, { ...after, createdAt: ctx.now }),
    });
  return adopted.length;
}

function definitionsOfRows(organisationId: Id, rows: readonly PurchaseRow[]): DatedLocalDefinition[] {
  const dated: DatedLocalDefinition[] = [];
  const local = rows.filter(
    (row) => row.localScope !== null && (row.localScope !== "KM" || row.localRadiusM !== null),
  );
  for (const { date, localScope, localRadiusM } of local.sort((one, other) =>
    one.date < other.date ? -1 : 1,
  )) {
    const last = dated.at(-1);
    if (localScope === null || last?.validFrom === date) continue;
    if (last?.scope === localScope && last.radiusM === localRadiusM) continue;
    dated.push({ id: newId(), organisationId, validFrom: date, scope: localScope, radiusM: localRadiusM });
  }
  return dated;
}
