import { addDays, monthOf } from "../../shared/calendar.ts";
import type { ShownCount } from "../../shared/clauses/hidden-counts.ts";
import { sumShown } from "../../shared/clauses/hidden-counts.ts";
import { expectedHoursE2 } from "../../shared/clauses/progress.ts";
import type { IsoDate, IsoMonth } from "../../shared/facts.ts";
import type { ContractView, ShownClause, ShownProgress } from "./contract-data.ts";

/** One month of a clause, all its employers together. */
export interface ClauseMonth {
  month: IsoMonth;
  hoursE2: number;
  /** Since the clause began. */
  doneE2: number;
  /** By the end of the month; null: the clause plans no hours. */
  expectedE2: number | null;
  people: ShownCount;
}

/** Months from the first of the clause to its last, and beyond for hours that are told there. */
export function monthsOf(
  clause: Pick<ShownClause, "startsOn" | "endsOn">,
  told: readonly IsoMonth[],
): IsoMonth[] {
  const all = [...told, monthOf(clause.startsOn), monthOf(clause.endsOn)].toSorted();
  const months: IsoMonth[] = [];
  for (let month = all[0] ?? ""; month <= (all.at(-1) ?? ""); month = nextMonth(month)) months.push(month);
  return months;
}

/** Every month up to today's, with what was done and what was expected by its end. */
export function clauseMonths(
  { hours }: Pick<ContractView, "hours">,
  { clause, progress, today }: { clause: ShownClause; progress: ShownProgress; today: IsoDate },
): ClauseMonth[] {
  const own = hours.filter(({ clauseId }) => clauseId === clause.id);
  const told = own.map(({ month }) => month);
  let doneE2 = 0;
  return monthsOf(clause, told)
    .filter((month) => month < monthOf(today) || told.includes(month))
    .map((month) => {
      const ofMonth = own.filter((one) => one.month === month);
      const hoursE2 = ofMonth.reduce((sum, one) => sum + one.hoursE2, 0);
      doneE2 += hoursE2;
      return {
        ...{ month, hoursE2, doneE2 },
        expectedE2:
          progress.plannedE2 === null ? null : expectedHoursE2(clause, progress.plannedE2, lastDayOf(month)),
        people: sumShown(ofMonth.map(({ people }) => people)),
      };
    });
}

/** The last day of a month. */
export function lastDayOf(month: IsoMonth): IsoDate {
  return addDays(`${nextMonth(month)}-01`, -1);
}

function nextMonth(month: IsoMonth): IsoMonth {
  return monthOf(addDays(`${month}-28`, 4));
}
