import type { Contract } from "../contracts.ts";
import { clausesOf } from "../contracts.ts";
import type { IsoMonth } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { HoursDone } from "./hours.ts";

/** What one month of an employer became. */
export interface HoursCellChange {
  employerId: Id;
  month: IsoMonth;
  before: HoursDone;
  after: HoursDone;
}

/** Hours as the record of changes keeps them, a line a month of an employer. It never holds a count of people. */
export interface HoursRecord {
  number: string;
  /** How many counts of people changed. */
  countsChanged: number;
  lines: { id: string; description: string; hoursE2: number }[];
}

/** Whether both say the same. */
export function isSameDone(one: HoursDone, other: HoursDone): boolean {
  return one?.hoursE2 === other?.hoursE2 && one?.people === other?.people;
}

/** What the record says of the changes of one contract. */
export function hoursChange(
  contract: Contract,
  changes: readonly HoursCellChange[],
): { before: HoursRecord; after: HoursRecord } {
  const names = new Map(
    clausesOf([contract]).flatMap(({ lot, clause }) =>
      clause.employers.map(({ id, name }) => [id, lot.number === null ? name : `${lot.number}, ${name}`]),
    ),
  );
  const record = (side: "before" | "after"): HoursRecord => ({
    number: contract.number,
    countsChanged:
      side === "before"
        ? 0
        : changes.filter(({ before, after }) => (before?.people ?? null) !== (after?.people ?? null)).length,
    lines: changes.flatMap(({ employerId, month, [side]: done }) =>
      done === null
        ? []
        : [
            {
              id: `${employerId}/${month}`,
              description: `${month}, ${names.get(employerId) ?? ""}`,
              hoursE2: done.hoursE2,
            },
          ],
    ),
  });
  return { before: record("before"), after: record("after") };
}
