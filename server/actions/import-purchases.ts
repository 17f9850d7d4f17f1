import { setImmediate as nextTurn } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { tellGrowth } from "../../db/growth.ts";
import { toJsonText } from "../../db/json.ts";
import type { AlikeLines } from "../../db/queries/alike-lines.ts";
import { openAlikeLines } from "../../db/queries/alike-lines.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { saveFile } from "../../db/queries/files.ts";
import { findImport, findImportOfFile, insertImport } from "../../db/queries/imports.ts";
import { insertSupplier } from "../../db/queries/suppliers.ts";
import type { ImportsTable } from "../../db/tables/imports.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportProgress, ImportReport, ImportWarning } from "../../shared/imports.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import { supplierOfName } from "../../shared/suppliers.ts";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { hashOf } from "./hash-file.ts";
import type { CanteenCreation } from "./import-canteens.ts";
import { adoptLocalDefinitions, createNamedCanteen } from "./import-canteens.ts";
import { ordersOfRows } from "./import-orders.ts";
import type { CanteenPlan, ImportPlan, PlanChoices } from "./import-plan.ts";
import { planImport } from "./import-plan.ts";
import { emptyReport, reportOf, reportOfStored } from "./import-report.ts";
import { localWarnings } from "./import-warnings.ts";
import type { ModelNumbers } from "./insert-alike-orders.ts";
import { openAlikeInsertion } from "./insert-alike-orders.ts";
import { openOrderInsertion } from "./insert-orders.ts";
import { rememberArticles, sourcesOfArticles } from "./remember-articles.ts";
import { rememberCodes } from "./remember-families.ts";
import { SHARED_STREAM, saveRecord } from "./save-record.ts";
import { loadSurroundings } from "./surroundings.ts";

/** A file that was read, and how it is to be written. */
export interface ImportOrder extends PlanChoices {
  importId: Id;
  organisationId: Id;
  bytes: Uint8Array;
  fileName: string;
  file: PurchaseFile;
  /** How the file was read; null or not given: by the State's names. */
  mapping?: TableMapping | null;
  /** Nothing is written when one row is refused. */
  allOrNothing: boolean;
  /** Null: rows of an unknown canteen were refused while reading. */
  creation: CanteenCreation | null;
}

/** What goes along with the writing of an import. */
export interface ImportHooks {
  /**
   * Hears of the phases « checking » and « writing », often and from inside the transaction: it must not throw nor
   * wait, and what it was told is kept only once the promise is fulfilled.
   */
  onProgress?(progress: ImportProgress): void;
  /** Lines written at once, before others have a turn: few when not given, for a server has others. */
  linesAtOnce?: number;
  /** Aborted while the rows are written: nothing is kept, and its reason is thrown. */
  signal?: AbortSignal;
  /** Runs last, in the import's own transaction, whatever the report says: kept with it or not at all. */
  alongside?(trx: Transaction<Database>, report: ImportReport): Promise<void>;
}

/** Lines of one call: a dashboard does not notice it. */
const FEW_LINES = 400;
/** Lines after which a table that was empty is not small any more. */
const GROWN_LINES = 4_000;
/** Suppliers created before others are served. */
const FEW_SUPPLIERS = 20;
/** Issues kept with the import. */
const KEPT_ISSUES = 1_000;

/** What the import would do, without writing. */
export async function dryRunImport(
  ctx: ActionContext,
  order: ImportOrder,
): Promise<{ report: ImportReport; plan: ImportPlan }> {
  const plan = await planImport(ctx.reader, order.file.rows, order);
  const earlier = await findEarlier(ctx.reader, order, plan);
  if (earlier !== undefined) return { report: emptyReport(order.file, earlier), plan };
  const remembered = await rememberArticles(ctx.reader, plan, order);
  const warnings = [...remembered, ...(await localWarnings(ctx.reader, plan, order))];
  return { report: reportOf(order, plan, { importId: null, warnings }), plan };
}

/**
 * Writes the good rows of a file as invoiced orders, one a canteen, supplier and day: all of them, or nothing when
 * the process dies. The same bytes are refused while their import is in force; the same import id changes nothing.
 */
export function importPurchases(
  ctx: ActionContext,
  order: ImportOrder,
  hooks: ImportHooks = {},
): Promise<ImportReport> {
  return inTransaction(ctx.db, async (trx) => {
    const report = await importInside(trx, ctx, { order, hooks });
    await hooks.alongside?.(trx, report);
    return report;
  });
}

interface Importing {
  order: ImportOrder;
  hooks: ImportHooks;
}

async function importInside(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { order, hooks }: Importing,
): Promise<ImportReport> {
  const total = order.file.rows.length;
  await lockCanteen(trx, ctx.engine, order.organisationId);
  const sent = await findImport(trx, order.importId);
  if (sent !== undefined) {
    if (sent.organisation_id !== order.organisationId || sent.file_sha256 !== hashOf(order))
      throw new AppError("CONFLICT");
    return reportOfStored(order.file, sent);
  }
  await lockCanteen(trx, ctx.engine, "suppliers");
  hooks.onProgress?.({ phase: "checking", done: 0, total });
  const plan = await planImport(trx, order.file.rows, order, (done) => {
    hooks.signal?.throwIfAborted();
    hooks.onProgress?.({ phase: "checking", done, total });
  });
  const earlier = await findEarlier(trx, order, plan);
  hooks.onProgress?.({ phase: "checking", done: total, total });
  if (earlier !== undefined) return emptyReport(order.file, earlier);
  return await write(trx, ctx, { order, hooks, plan });
}

/** The same bytes, in force already for a canteen that they would be written for. */
function findEarlier(
  db: Kysely<Database>,
  order: ImportOrder,
  plan: ImportPlan,
): Promise<ImportsTable | undefined> {
  const canteenIds = plan.canteens.filter((canteen) => !canteen.isNew).map((canteen) => canteen.canteenId);
  const { organisationId } = order;
  return findImportOfFile(db, { organisationId, sha256: hashOf(order), canteenIds });
}

async function write(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { order, hooks, plan }: Importing & { plan: ImportPlan },
): Promise<ImportReport> {
  const written = plan.canteens.some((canteen) => canteen.rows.length > 0);
  const stopped = order.allOrNothing && order.file.issueCount > 0;
  if (!written || stopped) return reportOf(order, plan, { importId: null, warnings: [] });
  const made = await createCanteens(trx, ctx, order, plan);
  const remembered = await rememberArticles(trx, plan, order);
  const warnings = [...made, ...remembered, ...(await localWarnings(trx, plan, order))];
  const report = reportOf(order, plan, { importId: order.importId, warnings });
  await keepImport(trx, ctx, order, report);
  await createSuppliers(trx, ctx, { plan, signal: hooks.signal });
  const total = plan.canteens.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  const onWritten = (lines: number) => {
    done += lines;
    hooks.onProgress?.({ phase: "writing", done, total });
    hooks.signal?.throwIfAborted();
  };
  let told = false;
  const tellOrders = async () => {
    if (told || done < GROWN_LINES) return;
    told = true;
    await tellGrowth(trx, ctx.engine, "orders");
  };
  onWritten(0);
  const size = hooks.linesAtOnce ?? FEW_LINES;
  const alike = await openAlikeLines(trx);
  const numbers = { last: 0 };
  for (const canteen of plan.canteens)
    await writeCanteen(trx, ctx, { order, canteen, plan, size, alike, numbers, onWritten, tellOrders });
  await alike.close();
  await rememberCodes(trx, plan, ctx.now);
  return report;
}

async function createCanteens(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { organisationId, creation }: ImportOrder,
  plan: ImportPlan,
): Promise<ImportWarning[]> {
  const unknown = plan.canteens.filter((canteen) => canteen.isNew);
  if (unknown.length === 0) return [];
  if (creation === null) throw new Error("a row of an unknown canteen was not refused");
  const warnings: ImportWarning[] = [];
  const rows = unknown.flatMap((canteen) => canteen.rows);
  const adopted = await adoptLocalDefinitions(trx, ctx, { organisationId, rows });
  if (adopted > 0) warnings.push({ code: "LOCAL_DEFINITION_ADOPTED", count: adopted });
  for (const { canteenId, siret } of unknown)
    await createNamedCanteen(trx, ctx, { id: canteenId, siret, creation });
  if (creation.commune === null) warnings.push({ code: "COMMUNE_ASSUMED", count: unknown.length });
  return warnings;
}

async function keepImport(
  trx: Transaction<Database>,
  ctx: ActionContext,
  order: ImportOrder,
  report: ImportReport,
): Promise<void> {
  const sha256 = hashOf(order);
  await saveFile(trx, {
    id: sha256,
    name: order.fileName,
    media_type: "application/octet-stream",
    size: order.bytes.length,
    content: order.bytes,
    created_at: ctx.now,
  });
  await insertImport(trx, {
    id: order.importId,
    organisation_id: order.organisationId,
    file_sha256: sha256,
    file_name: order.fileName,
    rows_read: report.read,
    rows_created: report.created,
    rows_refused: report.refused,
    rows_duplicate: report.duplicates,
    total_cents: report.totalCents,
    issues: toJsonText(report.issues.slice(0, KEPT_ISSUES)),
    created_by: ctx.userId,
    created_at: ctx.now,
    undone_at: null,
  });
}

async function createSuppliers(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { plan, signal }: { plan: ImportPlan; signal: AbortSignal | undefined },
): Promise<void> {
  const planned = [...plan.suppliers.values()].filter(({ isNew }) => isNew);
  for (const [index, each] of planned.entries()) {
    if (index % FEW_SUPPLIERS === 0) await nextTurn();
    signal?.throwIfAborted();
    const after: Supplier = { id: each.id, ...supplierOfName(each) };
    await saveRecord(trx, ctx, {
      stream: SHARED_STREAM,
      noun: "suppliers",
      id: after.id,
      before: undefined,
      after,
      write: () => insertSupplier(trx, { ...after, createdAt: ctx.now }),
    });
  }
}

interface CanteenWriting {
  order: ImportOrder;
  canteen: CanteenPlan;
  plan: ImportPlan;
  /** Lines written at once. */
  size: number;
  alike: AlikeLines;
  numbers: ModelNumbers;
  onWritten(lines: number): void;
  tellOrders(): Promise<void>;
}

async function writeCanteen(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { order, canteen, plan, size, alike, numbers, onWritten, tellOrders }: CanteenWriting,
): Promise<void> {
  if (canteen.rows.length === 0) return;
  const { canteenId } = canteen;
  await lockCanteen(trx, ctx.engine, canteenId);
  const sources = sourcesOfArticles(plan);
  const supplierIds = [...[...plan.suppliers.values()].map(({ id }) => id), ...sources.supplierIds];
  const surroundings = await loadSurroundings(trx, canteenId, { ...sources, supplierIds });
  const { suppliers } = plan;
  const byModels = openAlikeInsertion(trx, canteenId, { surroundings, alike, numbers });
  const insertion = openOrderInsertion(trx, canteenId, surroundings);
  for (const slice of ordersOfRows(ctx, canteen, { suppliers, importId: order.importId, size })) {
    const lines = await byModels.add(slice.alike);
    onWritten(lines + (await insertion.add(slice.others)).length);
    await tellOrders();
    await nextTurn();
  }
  await byModels.finish();
  await insertion.finish();
  const totalCents = canteen.rows.reduce((sum, row) => sum + row.amountHtCents, 0);
  await appendAudit(trx, ctx, {
    stream: canteenId,
    noun: "imports",
    nounId: order.importId,
    action: "created",
    before: null,
    after: { file: order.fileName, sha256: hashOf(order), lines: canteen.rows.length, totalCents },
  });
}
