import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listDeliveringWorkshops } from "../../db/queries/legumerie-deliveries.ts";
import { sumDelivered } from "../../db/queries/legumerie-figures.ts";
import { listMonthHours } from "../../db/queries/legumerie-hours.ts";
import type { Id } from "../../shared/ids.ts";
import type { InsertionPart, MonthDelivery, MonthInsertion } from "../../shared/insertion-dividend.ts";
import { shareInsertion, sumParts } from "../../shared/insertion-dividend.ts";
import { insertionHoursE2 } from "../../shared/legumerie/hours.ts";
import type { MonthRange } from "../../shared/periods.ts";

/** Insertion hours that the canteens' purchases from workshops stand for. */
export interface Insertion {
  whole: InsertionPart;
  /** By canteen that was delivered to, of those asked. */
  byCanteen: Readonly<Record<Id, InsertionPart>>;
  workshops: { id: Id; name: string; hoursE2: number }[];
}

/** The parts of these canteens in the insertion hours of the workshops that delivered to them. */
export async function readInsertion(
  trx: Kysely<Database>,
  canteenIds: readonly Id[],
  { fromMonth, toMonth }: MonthRange,
): Promise<Insertion> {
  const days = { from: `${fromMonth}-01`, to: `${toMonth}-31` };
  const workshops = await listDeliveringWorkshops(trx, { canteenIds, ...days });
  const deliveries: MonthDelivery[] = [];
  const hours: MonthInsertion[] = [];
  const worked: Insertion["workshops"] = [];
  for (const { id: legumerieId, name } of workshops) {
    const delivered = await sumDelivered(trx, { legumerieId, ...days });
    for (const { month, canteenId, grams, refusedGrams, priceHtCents } of delivered)
      deliveries.push({
        month,
        legumerieId,
        canteenId,
        grams: grams - refusedGrams,
        amountCents: priceHtCents,
      });
    const months = await listMonthHours(trx, { legumerieId, fromMonth, toMonth });
    for (const { month, rows } of months) hours.push({ month, legumerieId, hoursE2: insertionHoursE2(rows) });
    const hoursE2 = months.reduce((sum, { rows }) => sum + insertionHoursE2(rows), 0);
    worked.push({ id: legumerieId, name, hoursE2 });
  }
  const asked = new Set(canteenIds);
  const parts = [...shareInsertion(deliveries, hours).parts].filter(([id]) => asked.has(id));
  return {
    whole: sumParts(parts.map(([, part]) => part)),
    byCanteen: Object.fromEntries(parts),
    workshops: worked,
  };
}
