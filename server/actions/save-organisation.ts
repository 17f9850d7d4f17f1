import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { findOrganisation, updateOrganisation } from "../../db/queries/organisations.ts";
import { isTerritoryShared, isTerritoryWithin } from "../../db/queries/scopes.ts";
import { findTerritory } from "../../db/queries/territories.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { FieldIssueCode } from "../../shared/field-issues.ts";
import type { Id } from "../../shared/ids.ts";
import type { Organisation, OrganisationInput } from "../../shared/organisations.ts";
import { ORGANISATION_TERRITORY_KINDS } from "../../shared/organisations.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { isGrantLost, keepingGrants } from "./organisation-people.ts";
import { saveRecord } from "./save-record.ts";

/** The organisation with its territory's name. Throws NOT_FOUND. */
export async function readOrganisation(db: Kysely<Database>, id: Id): Promise<Organisation> {
  const found = await findOrganisation(db, id);
  if (found === undefined) throw new AppError("NOT_FOUND");
  const code = found.territory_code;
  return {
    id,
    name: found.name,
    territory: code === null ? null : ((await findTerritory(db, code)) ?? null),
    sharesOrderNames: found.shares_order_names === 1,
  };
}

/**
 * Changes the name, the territory and what its canteens see of one another. The territory is what its administrator may give roles on: it never grows
 * over another organisation's canteens, nor leaves out a place on which somebody has a role.
 */
export async function saveOrganisation(
  ctx: ActionContext,
  { organisationId, input }: OrganisationSave,
): Promise<SaveResult> {
  try {
    const code = await inTransaction(ctx.db, (trx) =>
      keepingGrants(trx, () => writeOrganisation(trx, ctx, { organisationId, input })),
    );
    return code === null ? { saved: true, id: organisationId, moved: null } : refused(code);
  } catch (error) {
    if (isGrantLost(error)) return refused("territory-granted");
    throw error;
  }
}

interface OrganisationSave {
  organisationId: Id;
  input: OrganisationInput;
}

/** Null once written; else why the territory is refused. */
async function writeOrganisation(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { organisationId, input }: OrganisationSave,
): Promise<FieldIssueCode | null> {
  await lockCanteen(trx, ctx.engine, organisationId);
  const organisation = await findOrganisation(trx, organisationId);
  if (organisation === undefined) throw new AppError("NOT_FOUND");
  const before: OrganisationInput = {
    name: organisation.name,
    territoryCode: organisation.territory_code,
    sharesOrderNames: organisation.shares_order_names === 1,
  };
  const { territoryCode } = input;
  if (territoryCode !== null && territoryCode !== before.territoryCode) {
    if (!(await mayActFor(trx, territoryCode))) return "choice";
    const within = { inner: territoryCode, outer: before.territoryCode ?? "" };
    if (
      !(await isTerritoryWithin(trx, within)) &&
      (await isTerritoryShared(trx, { territoryCode, organisationId }))
    )
      return "territory-foreign";
  }
  await saveRecord(trx, ctx, {
    stream: organisationId,
    noun: "organisations",
    id: organisationId,
    before,
    after: { name: input.name, territoryCode, sharesOrderNames: input.sharesOrderNames },
    write: () => updateOrganisation(trx, { id: organisationId, ...input }),
  });
  return null;
}

/** Whether an organisation may act for the territory of the code: it exists, and is no PAT. */
export async function mayActFor(db: Kysely<Database>, code: string): Promise<boolean> {
  const territory = await findTerritory(db, code);
  return territory !== undefined && ORGANISATION_TERRITORY_KINDS.includes(territory.kind);
}

function refused(code: FieldIssueCode): SaveResult {
  return { saved: false, issues: [{ field: "territoryCode", code, otherId: null }] };
}
