import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import type { HourImport, ImportedChange } from "../../db/queries/clause-hour-imports.ts";
import {
  findHourImport,
  findHourImportOfFile,
  insertHourImport,
  listHourImports,
  updateHourImportUndone,
} from "../../db/queries/clause-hour-imports.ts";
import { listClauseHours } from "../../db/queries/clause-hours.ts";
import { findContract, listContracts } from "../../db/queries/contracts.ts";
import { findUploadedFile } from "../../db/queries/files.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { HoursCell, HoursDone } from "../../shared/clauses/hours.ts";
import { hoursChange, isSameDone } from "../../shared/clauses/hours-change.ts";
import type { HoursFile, HoursHeaderMissing } from "../../shared/clauses/hours-file.ts";
import { MOST_HOURS_ROWS, readHoursFile } from "../../shared/clauses/hours-file.ts";
import { clausesOf } from "../../shared/contracts.ts";
import type { IsoInstant, IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { FileIssueCode } from "../../shared/purchase-file/issues.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { readHeadAside } from "../readers/read-head-aside.ts";
import { writeHours } from "./save-clause-hours.ts";

/** A file that the caller dropped, for an organisation. */
export interface DroppedHours {
  organisationId: Id;
  /** SHA-256 of the content. */
  fileId: string;
}

/** A month of an employer that the file would change. */
export interface PreviewedHours {
  row: number;
  contractNumber: string;
  lotNumber: string | null;
  employerName: string;
  month: IsoMonth;
  before: HoursDone;
  after: HoursDone;
}

export type HoursPreview =
  | { ok: false; fileName: string; code: FileIssueCode; missing: null }
  | { ok: false; fileName: string; code: null; missing: HoursHeaderMissing["missing"] }
  | ({
      ok: true;
      fileName: string;
      changes: PreviewedHours[];
      same: number;
      earlier: EarlierImport | null;
    } & Pick<HoursFile, "issues" | "setAside">);

/** An import of the same content that is in force. */
export type EarlierImport = Pick<HourImport, "id" | "createdAt" | "createdByName">;

/** What the file would change, and each row that is not taken. NOT_FOUND: the caller dropped no such file. */
export async function previewHours(ctx: ActionContext, dropped: DroppedHours): Promise<HoursPreview> {
  const { fileName, reading } = await readDropped(ctx, dropped);
  if ("code" in reading) return { ok: false, fileName, code: reading.code, missing: null };
  if ("missing" in reading) return { ok: false, fileName, code: null, missing: reading.missing };
  const { organisationId, fileId } = dropped;
  const contracts = await listContracts(ctx.reader, organisationId);
  const places = new Map(
    clausesOf(contracts).flatMap(({ contract, lot, clause }) =>
      clause.employers.map(({ id, name }) => [
        id,
        { contractNumber: contract.number, lotNumber: lot.number, employerName: name },
      ]),
    ),
  );
  const hours = await listClauseHours(ctx.reader, { organisationId, months: null, contractId: null });
  const kept = new Map<string, HoursDone>(
    hours.map(({ employerId, month, hoursE2, people }) => [`${employerId}/${month}`, { hoursE2, people }]),
  );
  const changes = reading.rows.flatMap(({ row, employerId, month, done }): PreviewedHours[] => {
    const before = kept.get(`${employerId}/${month}`) ?? null;
    const place = places.get(employerId);
    if (place === undefined || isSameDone(before, done)) return [];
    return [{ row, ...place, month, before, after: done }];
  });
  const earlier = await findHourImportOfFile(ctx.reader, { organisationId, sha256: fileId });
  return {
    ...{ ok: true, fileName, changes, same: reading.rows.length - changes.length },
    ...{ issues: reading.issues, setAside: reading.setAside },
    earlier:
      earlier === undefined
        ? null
        : { id: earlier.id, createdAt: earlier.createdAt, createdByName: earlier.createdByName },
  };
}

/** Writes the hours of the file's good rows. INVALID: it cannot be read. Sent again under its id, it changes nothing. */
export async function importHours(
  ctx: ActionContext,
  { id, ...dropped }: DroppedHours & { id: Id },
): Promise<{ id: Id; changed: number }> {
  const { fileName, reading } = await readDropped(ctx, dropped);
  if ("code" in reading) throw new AppError("INVALID", { reason: reading.code });
  if ("missing" in reading) throw new AppError("INVALID", { reason: "HEADER_MISSING" });
  const { organisationId, fileId } = dropped;
  return await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const done = await findHourImport(trx, { organisationId, id });
    if (done !== undefined) return { id, changed: done.changes.length };
    const changes = await writeCells(trx, ctx, { organisationId, cells: reading.rows });
    if (changes.length === 0) return { id, changed: 0 };
    const kept = { id, organisationId, fileName, sha256: fileId, changes };
    await insertHourImport(trx, { ...kept, createdAt: ctx.now, createdBy: ctx.userId });
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: "clause-hour-imports",
      nounId: id,
      action: "created",
      before: null,
      after: { file: fileName, sha256: fileId, months: changes.length },
    });
    return { id, changed: changes.length };
  });
}

/** Puts back what an import changed, but for months that say something else since. NOT_FOUND: no such import in force. */
export async function undoHourImport(
  ctx: ActionContext,
  key: { organisationId: Id; id: Id },
): Promise<{ restored: number; kept: number }> {
  const { organisationId, id } = key;
  return await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const done = await findHourImport(trx, key);
    if (done === undefined || done.undoneAt !== null) throw new AppError("NOT_FOUND");
    const hours = await listClauseHours(trx, { organisationId, months: null, contractId: null });
    const now = new Map<string, HoursDone>(
      hours.map(({ employerId, month, hoursE2, people }) => [`${employerId}/${month}`, { hoursE2, people }]),
    );
    const back = done.changes.filter(({ employerId, month, after }) =>
      isSameDone(now.get(`${employerId}/${month}`) ?? null, after),
    );
    const cells = back.map(({ before, ...change }) => ({ ...change, done: before }));
    await writeCells(trx, ctx, { organisationId, cells });
    await updateHourImportUndone(trx, { id, undoneAt: ctx.now });
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: "clause-hour-imports",
      nounId: id,
      action: "undone",
      before: { file: done.fileName, months: done.changes.length },
      after: { file: done.fileName, months: done.changes.length - back.length },
    });
    return { restored: back.length, kept: done.changes.length - back.length };
  });
}

/** An import as a list shows it. */
export interface ListedImport extends EarlierImport {
  fileName: string;
  changed: number;
  undoneAt: IsoInstant | null;
}

/** Imports of the organisation, the latest first. */
export async function readHourImports(db: Kysely<Database>, organisationId: Id): Promise<ListedImport[]> {
  const all = await listHourImports(db, organisationId);
  return all.map(({ id, fileName, createdAt, createdByName, changes, undoneAt }) => ({
    ...{ id, fileName, createdAt, createdByName, undoneAt },
    changed: changes.length,
  }));
}

type PlacedCell = HoursCell & { contractId: Id };

/** Writes the cells contract by contract, each with its entry in the record of changes. */
async function writeCells(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { organisationId, cells }: { organisationId: Id; cells: readonly PlacedCell[] },
): Promise<ImportedChange[]> {
  const all: ImportedChange[] = [];
  for (const contractId of new Set(cells.map((cell) => cell.contractId))) {
    const contract = await findContract(trx, { organisationId, id: contractId });
    // A contract that was taken away since has no hours to put back.
    if (contract === undefined) continue;
    const own = cells.filter((cell) => cell.contractId === contractId);
    const changes = await writeHours(trx, { organisationId, contract, cells: own });
    if (changes.length === 0) continue;
    await appendAudit(trx, ctx, {
      ...{ stream: organisationId, noun: "clause-hours", nounId: contractId, action: "updated" },
      ...hoursChange(contract, changes),
    });
    all.push(...changes.map((change) => ({ ...change, contractId })));
  }
  return all;
}

async function readDropped(
  ctx: ActionContext,
  { organisationId, fileId }: DroppedHours,
): Promise<{ fileName: string; reading: HoursFile | HoursHeaderMissing | { code: FileIssueCode } }> {
  const { reader, userId, today } = ctx;
  const file = userId === null ? undefined : await findUploadedFile(reader, { fileId, userId });
  if (file === undefined) throw new AppError("NOT_FOUND");
  // Titles and blank rows stand between the others.
  const rows = MOST_HOURS_ROWS + 1_000;
  const found = await readHeadAside(new Uint8Array(file.content), { rows, wanted: null });
  if (!found.ok) return { fileName: file.name, reading: { code: found.code } };
  const contracts = await listContracts(reader, organisationId);
  return { fileName: file.name, reading: readHoursFile(found.head.rows, { contracts, today }) };
}
