import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listClauseHolders, sumHolderPurchases } from "../../db/queries/clause-holders.ts";
import { listDeliveringWorkshops } from "../../db/queries/legumerie-deliveries.ts";
import { sumDelivered } from "../../db/queries/legumerie-figures.ts";
import { listMonthHours } from "../../db/queries/legumerie-hours.ts";
import type { Id } from "../../shared/ids.ts";
import type {
  InsertionDividend,
  InsertionPart,
  MonthInsertion,
  MonthPurchase,
} from "../../shared/insertion-dividend.ts";
import { shareInsertion, sumParts } from "../../shared/insertion-dividend.ts";
import { insertionHoursE2 } from "../../shared/legumerie/hours.ts";
import type { MonthRange } from "../../shared/periods.ts";

/** Insertion hours behind purchases of one kind. */
export interface InsertionSource {
  whole: InsertionPart;
  /** By canteen that bought, of those asked. */
  byCanteen: Readonly<Record<Id, InsertionPart>>;
  /** Whose hours they are, all canteens' parts included; only those that a canteen asked bought from. */
  suppliers: { id: Id; name: string; hoursE2: number }[];
  /** Hundredths of an hour of months without a purchase: no canteen's. */
  unsharedE2: number;
}

/** Insertion hours that the canteens' purchases stand for. */
export interface Insertion {
  /** Hours of the workshops, by the kilos delivered. */
  workshops: InsertionSource;
  /** Hours of the social clauses of those who sell to them, by the euros spent; not those of a workshop that says its own. */
  clauses: InsertionSource;
}

/** The parts of these canteens in the insertion hours of the workshops and of the clauses of those they bought from. */
export async function readInsertion(
  trx: Kysely<Database>,
  canteenIds: readonly Id[],
  range: MonthRange,
): Promise<Insertion> {
  const asked = new Set(canteenIds);
  const workshops = await workshopHours(trx, canteenIds, range);
  const told = new Set(workshops.hours.map(({ sourceId }) => sourceId));
  const clauses = await clauseHours(trx, canteenIds, { range, told });
  return {
    workshops: sourceOf(shareInsertion(workshops.purchases, workshops.hours, "grams"), workshops, asked),
    clauses: sourceOf(shareInsertion(clauses.purchases, clauses.hours, "amountCents"), clauses, asked),
  };
}

interface Worked {
  purchases: (MonthPurchase & { supplierId: Id })[];
  hours: MonthInsertion[];
  suppliers: InsertionSource["suppliers"];
}

async function workshopHours(
  trx: Kysely<Database>,
  canteenIds: readonly Id[],
  { fromMonth, toMonth }: MonthRange,
): Promise<Worked> {
  const days = { from: `${fromMonth}-01`, to: `${toMonth}-31` };
  const found: Worked = { purchases: [], hours: [], suppliers: [] };
  for (const { id, name } of await listDeliveringWorkshops(trx, { canteenIds, ...days })) {
    const delivered = await sumDelivered(trx, { legumerieId: id, ...days });
    for (const { month, canteenId, grams, refusedGrams, priceHtCents } of delivered)
      found.purchases.push({
        month,
        sourceId: id,
        supplierId: id,
        canteenId,
        grams: grams - refusedGrams,
        amountCents: priceHtCents,
      });
    const months = await listMonthHours(trx, { legumerieId: id, fromMonth, toMonth });
    for (const { month, rows } of months)
      found.hours.push({ month, sourceId: id, hoursE2: insertionHoursE2(rows) });
    const hoursE2 = months.reduce((sum, { rows }) => sum + insertionHoursE2(rows), 0);
    found.suppliers.push({ id, name, hoursE2 });
  }
  return found;
}

/** `told`: the workshops whose hours are known from themselves. */
async function clauseHours(
  trx: Kysely<Database>,
  canteenIds: readonly Id[],
  { range, told }: { range: MonthRange; told: ReadonlySet<Id> },
): Promise<Worked> {
  const holders = (await listClauseHolders(trx, { canteenIds, ...range })).filter(
    ({ supplierId }) => !told.has(supplierId),
  );
  const purchases = await sumHolderPurchases(trx, {
    ...range,
    organisationIds: [...new Set(holders.map(({ organisationId }) => organisationId))],
    supplierIds: [...new Set(holders.map(({ supplierId }) => supplierId))],
  });
  const sourceOfHolder = (one: { organisationId: Id; supplierId: Id }) =>
    `${one.organisationId} ${one.supplierId}`;
  const suppliers = new Map<Id, Worked["suppliers"][number]>();
  for (const { supplierId: id, name, hoursE2 } of holders)
    suppliers.set(id, { id, name, hoursE2: (suppliers.get(id)?.hoursE2 ?? 0) + hoursE2 });
  const withHours = new Set(holders.map(sourceOfHolder));
  return {
    // Another organisation's canteen that bought from the same holder has no part in this contract.
    purchases: purchases
      .filter((one) => withHours.has(sourceOfHolder(one)))
      .map((one) => ({ ...one, sourceId: sourceOfHolder(one) })),
    hours: holders.map((one) => ({ ...one, sourceId: sourceOfHolder(one) })),
    suppliers: [...suppliers.values()],
  };
}

function sourceOf(
  { parts, unsharedE2 }: InsertionDividend,
  { purchases, suppliers }: Worked,
  asked: ReadonlySet<Id>,
): InsertionSource {
  const own = [...parts].filter(([id]) => asked.has(id));
  const bought = new Set(purchases.flatMap((one) => (asked.has(one.canteenId) ? one.supplierId : [])));
  return {
    whole: sumParts(own.map(([, part]) => part)),
    byCanteen: Object.fromEntries(own),
    suppliers: suppliers.filter(({ id }) => bought.has(id)),
    unsharedE2,
  };
}
