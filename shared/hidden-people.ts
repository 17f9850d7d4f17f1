import type { ToldMonth } from "./legumerie/hours.ts";
import { INSERTION_WORK } from "./legumerie/hours.ts";

/** A count of people, or a secret: under five, or the difference would tell one that is. */
export type ToldPeople = number | "hidden";

/** Everybody of a month whose counts under five are hidden already. */
export function peopleOf({ people }: ToldMonth): ToldPeople {
  return people ?? "hidden";
}

/**
 * People in insertion of such a month: hidden with any of the counts it is made of, since the page of the workshop
 * tells the others one by one.
 */
export function insertionPeopleOf({ rows }: ToldMonth): ToldPeople {
  let sum = 0;
  for (const { status, people } of rows) {
    if (!INSERTION_WORK.includes(status)) continue;
    if (people === null) return "hidden";
    sum += people;
  }
  return sum;
}
