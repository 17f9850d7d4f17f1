import { fromJsonText, toJsonText } from "../../db/json.ts";
import type { VerdictColumns } from "../../db/queries/order-lines.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import type { OrdersTable } from "../../db/tables/orders.ts";
import { monthOf } from "../../shared/calendar.ts";
import type { Category } from "../../shared/categories.ts";
import type { DateKind, IsoDate, OrganicStage, Origin, Verdict } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import { lineClassifier } from "../../shared/line-classifier.ts";
import { searchKey } from "../../shared/normalise.ts";
import { lineAmounts, verdictDate } from "../../shared/order-amounts.ts";
import type { OrderKind, OrderLine } from "../../shared/orders.ts";
import type { Unit } from "../../shared/quantity.ts";
import type { Refusal, RefusalReason } from "../../shared/refusals.ts";
import { socialMarksOn } from "../../shared/social-marks.ts";
import type { LineOfOrder, Surroundings } from "../../shared/surroundings.ts";
import type { VerdictPool } from "./verdict-pool.ts";
import { openVerdictPool } from "./verdict-pool.ts";

/** What lines of one canteen are made with: equal facts are judged once, equal verdicts are stored once. */
export interface LineMaking {
  classify(item: LineOfOrder): Verdict;
  /** What a supplier is on a day: the bits of shared/social-marks.ts. */
  socialOf(supplierId: Id, date: IsoDate): number;
  pool: VerdictPool;
}

/** To make lines among these surroundings. */
export function openLineMaking(
  surroundings: Surroundings,
  pool: VerdictPool = openVerdictPool(),
): LineMaking {
  return {
    classify: lineClassifier(surroundings),
    socialOf: (supplierId, date) =>
      socialMarksOn(surroundings.suppliers.get(supplierId)?.statuses ?? [], date),
    pool,
  };
}

/** The stored row of a line: amounts, date, verdict. The verdict is put into the pool. */
export function lineRow(
  order: OrdersTable,
  { line, position }: { line: OrderLine; position: number },
  { classify, socialOf, pool }: LineMaking,
): OrderLinesTable {
  const { date, kind } = verdictDate({
    orderedOn: order.ordered_on,
    deliveredOn: order.delivered_on,
    invoicedOn: order.invoiced_on,
  });
  const { amountHtCents, weightGrams } = lineAmounts(line, order.kind as OrderKind);
  const item: LineOfOrder = { line, supplierId: order.supplier_id, date, dateKind: kind };
  const verdict = pool.columnsOf(classify(item));
  return {
    canteen_id: order.canteen_id,
    id: line.id,
    order_id: order.id,
    supplier_id: order.supplier_id,
    position,
    product_id: line.productId,
    offer_id: line.offerId,
    description: line.description,
    search: searchKey(line.description),
    family: line.family,
    quantity_milli: line.quantityMilli,
    unit: line.unit,
    received_milli: line.receivedMilli,
    refusal_reason: line.refusal?.reason ?? null,
    refusal_note: line.refusal?.note ?? null,
    unit_grams: line.unitGrams,
    unit_price_ht_e4: line.unitPriceHtE4,
    amount_ht_cents: amountHtCents,
    vat_bp: line.vatBp,
    weight_grams: weightGrams,
    producer_id: line.producerId,
    origin_communes: listText(line.originCommunes),
    origin: line.origin,
    intermediaries: line.intermediaries,
    claims: listText(line.claims),
    organic_stage: line.organicStage,
    certified_share_bp: line.certifiedShareBp,
    claimed_short: bit(line.claimedShort),
    claimed_local: bit(line.claimedLocal),
    counted_on: date,
    date_kind: kind,
    month: monthOf(date),
    counted: isCounted(order, line.family) ? 1 : 0,
    strict_category: verdict.strict_category,
    declared_category: verdict.declared_category,
    marks: verdict.marks,
    verdict_id: verdict.verdict_id,
    social: socialOf(order.supplier_id, date),
  };
}

/** The line as a person gave it, from its row. */
export function lineOfRow(row: OrderLinesTable): OrderLine {
  return {
    id: row.id,
    productId: row.product_id,
    offerId: row.offer_id,
    description: row.description,
    family: row.family as Family | null,
    quantityMilli: row.quantity_milli,
    unit: row.unit as Unit | null,
    receivedMilli: row.received_milli,
    refusal: refusalOf(row),
    unitGrams: row.unit_grams,
    unitPriceHtE4: row.unit_price_ht_e4,
    amountHtCents: row.amount_ht_cents,
    vatBp: row.vat_bp,
    producerId: row.producer_id,
    originCommunes: fromJsonText<string[]>(row.origin_communes),
    origin: row.origin as Origin | null,
    intermediaries: row.intermediaries,
    claims: fromJsonText<Category[]>(row.claims),
    organicStage: row.organic_stage as OrganicStage | null,
    certifiedShareBp: row.certified_share_bp,
    claimedShort: row.claimed_short === null ? null : row.claimed_short === 1,
    claimedLocal: row.claimed_local === null ? null : row.claimed_local === 1,
  };
}

/** The verdict columns a stored line has among its surroundings of today; the verdict is put into the pool. */
export function reclassifiedColumns(row: OrderLinesTable, { classify, pool }: LineMaking): VerdictColumns {
  const item: LineOfOrder = {
    line: lineOfRow(row),
    supplierId: row.supplier_id,
    date: row.counted_on,
    dateKind: row.date_kind as DateKind,
  };
  return pool.columnsOf(classify(item));
}

/** A line counts in the cube when it is food of an order that is neither a draft nor deleted. */
export function isCounted(order: Pick<OrdersTable, "status" | "deleted_at">, family: string | null): boolean {
  return family !== null && order.status !== "DRAFT" && order.deleted_at === null;
}

function refusalOf({ refusal_reason: reason, refusal_note: note }: OrderLinesTable): Refusal | null {
  return reason === null ? null : { reason: reason as RefusalReason, note };
}

/** The rows of a file share their lists: the text of each is made once. A list is not changed once it is in a line. */
const listTexts = new WeakMap<readonly string[], string>();

function listText(list: readonly string[]): string {
  const known = listTexts.get(list) ?? toJsonText(list);
  listTexts.set(list, known);
  return known;
}

function bit(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
