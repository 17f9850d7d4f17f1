import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listMonthHours, replaceMonthHours } from "../../db/queries/legumerie-hours.ts";
import type { Scope } from "../../db/queries/reaches.ts";
import { isLegumerieInScopes } from "../../db/queries/scopes.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { MonthHours, ToldMonth } from "../../shared/legumerie/hours.ts";
import { checkMonthHours, keptRows, toldMonth } from "../../shared/legumerie/hours.ts";
import type { ActionContext } from "../action-context.ts";
import type { LedgerOutcome } from "./legumerie-receive-lot.ts";
import { saveRecord } from "./save-record.ts";

/** Hours of a civil year. `exact`: no count of people is hidden from the caller. */
export interface YearHours {
  year: number;
  exact: boolean;
  months: ToldMonth[];
}

/** The workshop's hours by month; outside those who may write them (`writers`), counts under five are hidden. */
export async function readYearHours(
  reader: Kysely<Database>,
  { legumerieId, year, writers }: { legumerieId: Id; year: number; writers: readonly Scope[] },
): Promise<YearHours> {
  const exact = await isLegumerieInScopes(reader, { legumerieId, scopes: writers });
  const months = await listMonthHours(reader, {
    legumerieId,
    fromMonth: `${year}-01`,
    toMonth: `${year}-12`,
  });
  return { year, exact, months: months.map((month) => toldMonth(month, exact)) };
}

/** Writes a month whole, in place of what it said: the record of changes keeps both. Twice the same is once. */
export async function saveMonthHours(
  ctx: ActionContext,
  legumerieId: Id,
  hours: MonthHours,
): Promise<LedgerOutcome> {
  const issues = checkMonthHours(hours, ctx.today);
  if (issues.length > 0) return { saved: false, issues };
  const { month } = hours;
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    const [before] = await listMonthHours(trx, { legumerieId, fromMonth: month, toMonth: month });
    const after = { month, rows: keptRows(hours.rows) };
    if (before !== undefined || after.rows.length > 0)
      await saveRecord(trx, ctx, {
        stream: legumerieId,
        noun: "legumerie-hours",
        id: month,
        before,
        after,
        write: (db) => replaceMonthHours(db, { ...after, legumerieId }),
      });
    return { saved: true, id: month };
  });
}
