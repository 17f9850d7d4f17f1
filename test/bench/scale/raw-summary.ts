import type { Kysely, RawBuilder } from "kysely";
import { sql } from "kysely";
import type { Database } from "../../../db/database.ts";
import type { Id } from "../../../shared/ids.ts";
import type { CellPredicate } from "../../../shared/indicators/predicate.ts";
import { amountPredicate, amountsOfYear } from "../../../shared/yearly-form/amounts.ts";

/** Every declared amount of a canteen's yearly form by one aggregate each on its lines, as the State's platform reckons. */
export async function rawSummary(
  db: Kysely<Database>,
  { canteenId, year }: { canteenId: Id; year: number },
): Promise<Map<string, number>> {
  const amounts = new Map<string, number>();
  for (const name of amountsOfYear(year).keys()) {
    const predicate = amountPredicate(name, { year, certainty: "declared" });
    if (predicate === undefined) continue;
    const { rows } = await sql<{ amount: number | null }>`
      select sum(amount_ht_cents) as amount from order_lines
      where canteen_id = ${canteenId} and counted = 1 and month >= ${`${year}-01`} and month <= ${`${year}-12`}
        and ${conditionOf(predicate)}`.execute(db);
    amounts.set(name, rows[0]?.amount ?? 0);
  }
  return amounts;
}

function conditionOf({ categories, families, allOf, anyOf, noneOf }: CellPredicate): RawBuilder<unknown> {
  const conditions = [sql`1 = 1`];
  if (categories !== null) conditions.push(sql`declared_category in (${sql.join([...categories])})`);
  if (families !== null) conditions.push(sql`family in (${sql.join([...families])})`);
  if (allOf !== 0) conditions.push(sql`marks & ${sql.lit(allOf)} = ${sql.lit(allOf)}`);
  if (anyOf !== 0) conditions.push(sql`marks & ${sql.lit(anyOf)} <> 0`);
  if (noneOf !== 0) conditions.push(sql`marks & ${sql.lit(noneOf)} = 0`);
  return sql.join(conditions, sql` and `);
}
