import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import {
  findPriceList,
  hasPriceList,
  insertPriceList,
  listPaidLines,
  listPriceListsWithLines,
  updatePriceListDeletion,
} from "../../db/queries/price-lists.ts";
import { findSupplier, listSuppliersById } from "../../db/queries/suppliers.ts";
import { inTransaction, lockCanteen, readSnapshot } from "../../db/transaction.ts";
import type { AuditNoun } from "../../shared/audit-nouns.ts";
import { addDays } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { FieldIssue } from "../../shared/field-issues.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import type {
  PriceListSave,
  PriceListWithLines,
  PriceOffList,
  RevisedLine,
} from "../../shared/price-lists.ts";
import { priceOffList, revise } from "../../shared/price-lists.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { PriceRowIssue } from "../../shared/table-mapping/price-rows.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { readPriceFile, rememberPriceMapping } from "./read-price-file.ts";

const NOUN = "price-lists" satisfies AuditNoun;
/** Alerts look back this far: an invoice of last year is settled. */
const ALERT_DAYS = 366;
const MOST_ALERTS = 300;

/** What a file would make of a supplier's prices, before anything is kept. */
export interface PriceListPreview {
  lines: RevisedLine[];
  issues: PriceRowIssue[];
  setAside: number;
  /** The list before it; null: there is none. */
  before: { name: string; validFrom: IsoDate } | null;
}

type Previewed = Pick<PriceListSave, "supplierId" | "validFrom" | "file"> & { canteenId: Id };

/** Each article of the file beside the list before. NOT_FOUND: no such file. INVALID: nothing can be read of it. */
export async function previewPriceList(ctx: ActionContext, asked: Previewed): Promise<PriceListPreview> {
  const { supplierId, validFrom, canteenId } = asked;
  const { lines, issues, setAside } = await readPriceFile(ctx, { canteenId, supplierId, ...asked.file });
  const organisationId = await organisationOf(ctx.reader, canteenId);
  const before = await listBefore(ctx.reader, { organisationId, supplierId, validFrom, id: null });
  return { lines: revise(lines, before?.lines), issues, setAside, before: before ?? null };
}

/** Keeps the prices of a file as a list. Sent again, it changes nothing. NOT_FOUND: no such supplier or file. */
export async function savePriceList(
  ctx: ActionContext,
  { canteenId, ...input }: PriceListSave & { canteenId: Id },
): Promise<SaveResult> {
  const { id, supplierId, name, validFrom, validTo } = input;
  if (validTo !== null && validTo < validFrom) return refused("validTo", "date-order");
  const organisationId = await organisationOf(ctx.reader, canteenId);
  if ((await findSupplier(ctx.reader, supplierId)) === undefined) throw new AppError("NOT_FOUND");
  const { lines, head } = await readPriceFile(ctx, { canteenId, supplierId, ...input.file });
  if (lines.length === 0) return refused("file", "price-list-empty");
  const list: PriceListWithLines = { id, supplierId, name, validFrom, validTo, lines };
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, organisationId);
    if (await hasPriceList(trx, id)) return;
    await insertPriceList(trx, { organisationId, list, createdBy: ctx.userId, createdAt: ctx.now });
    await rememberPriceMapping(trx, ctx, { organisationId, head, name, ...input.file });
    const after = { supplierId, name, validFrom, validTo, articles: lines.length, sha256: input.file.fileId };
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: NOUN,
      nounId: id,
      action: "created",
      before: null,
      after,
    });
  });
  return { saved: true, id, moved: null };
}

/** A list with what each price was in the list before. NOT_FOUND: not of the canteen's organisation. */
export async function readPriceList(
  db: Kysely<Database>,
  { canteenId, id }: { canteenId: Id; id: Id },
): Promise<{
  list: PriceListWithLines;
  supplierName: string;
  lines: RevisedLine[];
  beforeName: string | null;
}> {
  const organisationId = await organisationOf(db, canteenId);
  const list = await findPriceList(db, { organisationId, id });
  if (list === undefined) throw new AppError("NOT_FOUND");
  const before = await listBefore(db, { organisationId, ...list });
  const supplier = await findSupplier(db, list.supplierId);
  return {
    list,
    supplierName: supplier?.name ?? "",
    lines: revise(list.lines, before?.lines),
    beforeName: before?.name ?? null,
  };
}

/** Takes a list away, or brings it back. NOT_FOUND: not of the canteen's organisation. */
export async function removePriceList(
  ctx: ActionContext,
  { canteenId, id }: { canteenId: Id; id: Id },
): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    const organisationId = await organisationOf(trx, canteenId);
    await lockCanteen(trx, ctx.engine, organisationId);
    const list = await findPriceList(trx, { organisationId, id });
    if (list === undefined) throw new AppError("NOT_FOUND");
    await updatePriceListDeletion(trx, { id, deletedAt: ctx.now });
    const { supplierId, name, validFrom, validTo, lines } = list;
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: NOUN,
      nounId: id,
      action: "deleted",
      before: { supplierId, name, validFrom, validTo, articles: lines.length },
      after: null,
    });
  });
}

/** A line of an order whose price is not the one announced for its day. */
export interface PriceAlert extends PriceOffList {
  lineId: Id;
  orderId: Id;
  supplierName: string;
  date: IsoDate;
  description: string;
  unitPriceHtE4: number;
}

export interface PriceAlerts {
  /** The latest, at most 300. */
  alerts: PriceAlert[];
  /** Of all of them: lines, and lines that a list speaks of. */
  off: number;
  /** HT cents paid above the lists, and below them. */
  aboveCents: number;
  belowCents: number;
}

/** The canteen's prices of the last year that left the list in force on their day, latest first. */
export async function readPriceAlerts(
  reader: Kysely<Database>,
  { canteenId, today }: { canteenId: Id; today: IsoDate },
): Promise<PriceAlerts> {
  return await readSnapshot(reader, async (trx) => {
    const organisationId = await organisationOf(trx, canteenId);
    const from = addDays(today, -ALERT_DAYS);
    const lists = await listPriceListsWithLines(trx, { organisationId, supplierId: null, from, to: today });
    const bySupplier = groupBy(lists, ({ supplierId }) => supplierId);
    const supplierIds = [...bySupplier.keys()];
    const paid = await listPaidLines(trx, { canteenId, supplierIds, from });
    const names = new Map((await listSuppliersById(trx, supplierIds)).map(({ id, name }) => [id, name]));
    const found: PriceAlerts = { alerts: [], off: 0, aboveCents: 0, belowCents: 0 };
    for (const line of paid) {
      const off = priceOffList(bySupplier.get(line.supplierId) ?? [], line, line.date);
      if (off === null) continue;
      found.off += 1;
      const cents = Math.round((off.gapE4 * line.quantityMilli) / 100_000);
      if (cents > 0) found.aboveCents += cents;
      else found.belowCents -= cents;
      if (found.alerts.length < MOST_ALERTS) {
        const { lineId, orderId, date, description, unitPriceHtE4 } = line;
        const supplierName = names.get(line.supplierId) ?? "";
        found.alerts.push({ ...off, lineId, orderId, supplierName, date, description, unitPriceHtE4 });
      }
    }
    return found;
  });
}

/** NOT_FOUND: no such canteen. */
export async function organisationOf(db: Kysely<Database>, canteenId: Id): Promise<Id> {
  const canteen = await findCanteen(db, canteenId);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  return canteen.organisationId;
}

async function listBefore(
  db: Kysely<Database>,
  {
    organisationId,
    supplierId,
    validFrom,
    id,
  }: { organisationId: Id; supplierId: Id; validFrom: IsoDate; id: Id | null },
): Promise<PriceListWithLines | undefined> {
  const to = addDays(validFrom, -1);
  const lists = await listPriceListsWithLines(db, { organisationId, supplierId, from: null, to });
  return lists.find((list) => list.id !== id);
}

function refused(field: string, code: FieldIssue["code"]): SaveResult {
  return { saved: false, issues: [{ field, code, otherId: null }] };
}
