import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { listCommunesByCodes } from "../../db/queries/communes.ts";
import { listGrantedOutsideScopes } from "../../db/queries/grants.ts";
import { listOrganisationIdsOfScope } from "../../db/queries/local-definitions.ts";
import { deletePat, findPat, listPatsOfOrganisation, upsertPat } from "../../db/queries/pats.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { FieldIssueCode } from "../../shared/field-issues.ts";
import type { Id } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import type { Pat, PatInput, ShownPat } from "../../shared/pats.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import { parseTerritoryCode, territoryCode } from "../../shared/territories.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { isGrantLost, keepingGrants } from "./organisation-people.ts";
import { planReclassification, runReclassification } from "./reclassify.ts";
import { saveRecord } from "./save-record.ts";

interface OwnPat {
  id: Id;
  organisationId: Id;
}

/** The organisation's PAT, by name, with what may be done with each. */
export async function listShownPats(db: Kysely<Database>, organisationId: Id): Promise<ShownPat[]> {
  const granted = await grantedCodes(db);
  const pats = await listPatsOfOrganisation(db, organisationId);
  return pats.map(({ code, ...pat }) => ({
    code,
    id: parseTerritoryCode(code)?.key ?? code,
    ...pat,
    granted: granted.has(code),
  }));
}

/** Draws or changes a PAT, and reclassifies the lines of whoever calls « local » what comes from the same PAT. */
export async function savePat(
  ctx: ActionContext,
  { id, organisationId, input }: OwnPat & { input: PatInput },
): Promise<SaveResult> {
  const code = territoryCode("PAT", id);
  const communes = [...new Set(input.communes)].sort();
  if ((await listCommunesByCodes(ctx.db, communes)).length < communes.length) return refused("commune");
  const after = { code, organisationId, name: input.name, communes };
  try {
    const jobs = await inTransaction(ctx.db, (trx) => keepingGrants(trx, () => writePat(trx, ctx, after)));
    return { saved: true, id, moved: await runJobs(ctx, jobs, organisationId) };
  } catch (error) {
    if (isGrantLost(error)) return refused("territory-granted");
    throw error;
  }
}

/** Removes a PAT. Throws NOT_FOUND when the organisation has no such one, CONFLICT when someone has a role on it. */
export async function removePat(ctx: ActionContext, { id, organisationId }: OwnPat): Promise<Moved | null> {
  const code = territoryCode("PAT", id);
  const jobs = await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const before = await findPat(trx, code);
    if (before?.organisationId !== organisationId) throw new AppError("NOT_FOUND");
    if ((await grantedCodes(trx)).has(code)) throw new AppError("CONFLICT", { reason: "granted" });
    await deletePat(trx, code);
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: "pats",
      nounId: code,
      action: "deleted",
      before,
      after: null,
    });
    return await planForUsers(trx, ctx);
  });
  return await runJobs(ctx, jobs, organisationId);
}

/** A reclassification to run for each organisation; none when the communes are the same. */
async function writePat(
  trx: Transaction<Database>,
  ctx: ActionContext,
  after: Pat & { organisationId: Id },
): Promise<Map<Id, Id>> {
  const { code, organisationId } = after;
  await lockCanteen(trx, ctx.engine, organisationId);
  const before = await findPat(trx, code);
  if (before !== undefined && before.organisationId !== organisationId) throw new AppError("NOT_FOUND");
  await saveRecord(trx, ctx, {
    stream: organisationId,
    noun: "pats",
    id: code,
    before,
    after,
    write: () => upsertPat(trx, after),
  });
  const sameCommunes = before !== undefined && before.communes.join() === after.communes.join();
  return sameCommunes ? new Map() : await planForUsers(trx, ctx);
}

/** PAT are places, the same for all: every organisation that has « local » mean one is concerned. */
async function planForUsers(trx: Transaction<Database>, ctx: ActionContext): Promise<Map<Id, Id>> {
  const jobs = new Map<Id, Id>();
  for (const id of await listOrganisationIdsOfScope(trx, "PAT"))
    jobs.set(id, await planReclassification(trx, ctx, { kind: "organisation", id }));
  return jobs;
}

/** What moved among the organisation's own lines; null: « local » does not mean a PAT there. */
async function runJobs(
  ctx: ActionContext,
  jobs: ReadonlyMap<Id, Id>,
  organisationId: Id,
): Promise<Moved | null> {
  let own: Moved | null = null;
  for (const [id, jobId] of jobs) {
    const moved = await runReclassification(ctx, jobId);
    if (id === organisationId) own = moved;
  }
  return own;
}

async function grantedCodes(db: Kysely<Database>): Promise<Set<string>> {
  return new Set((await listGrantedOutsideScopes(db)).map(({ scopeId }) => scopeId));
}

function refused(code: FieldIssueCode): SaveResult {
  return { saved: false, issues: [{ field: "communes", code, otherId: null }] };
}
