import * as z from "zod/mini";
import { yearOf } from "./calendar.ts";
import type { IsoDate, IsoInstant, IsoMonth } from "./facts.ts";
import type { Family } from "./families.ts";
import { FAMILIES } from "./families.ts";
import type { Totals } from "./figures.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import { monthsOf, yearField, yearRange } from "./periods.ts";
import type { AmountsByName, YearlyAmounts } from "./yearly-form/amounts.ts";
import { REQUIRED_FIELDS } from "./yearly-form/fields.ts";

/** What was declared to the State for a canteen and a civil year: the year is frozen while it is in force. */
export interface Declaration {
  id: Id;
  year: number;
  amounts: YearlyAmounts;
  /** Lines the amounts are the sum of. */
  lines: number;
  declaredAt: IsoInstant;
  /** Null: the account is gone. */
  declaredBy: Id | null;
  /** Null: in force. */
  reopenedAt: IsoInstant | null;
  reopenedBy: Id | null;
  /** Why the year was reopened, as the administrator wrote it; null: in force. */
  reason: string | null;
}

/** What would be declared today otherwise than it was, by name of amount; both in cents HT. */
export interface LateDifference {
  name: string;
  declaredCents: number;
  todayCents: number;
}

/** What to look at before the year is declared. */
export type DeclarationCheck =
  | { kind: "to-check"; totals: Totals }
  | { kind: "drafts"; orders: number }
  | { kind: "silent-months"; months: IsoMonth[] }
  | { kind: "silent-families"; families: Family[] }
  | { kind: "meals"; mealsPerYear: number | null; centsPerMeal: number | null; plausible: boolean }
  | { kind: "proofs"; expired: number; expiring: number; missing: number };

/** Food cost of a meal outside which the number of meals or of purchases is doubtful, cents HT. */
export const MEAL_COST_BOUNDS = { least: 10, most: 2000 } as const;

const MOST_REASON = 500;
const centsField = z.int();

export const declarationKeySchema = z.object({ year: yearField });

/** `seen`: the required amounts the person has on the page, cents: what is frozen is what was seen. */
export const declareSchema = z.object({
  id: idSchema,
  year: yearField,
  seen: z.record(z.enum(REQUIRED_FIELDS), centsField),
});
export type DeclareInput = z.infer<typeof declareSchema>;

export const reopenSchema = z.object({
  year: yearField,
  reason: z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(MOST_REASON, "length")),
});

/** A year is declared once it is over: its last purchases are known. */
export function canDeclare(year: number, today: IsoDate): boolean {
  return year < yearOf(today);
}

/** The year one comes to declare: the one before today's. */
export function yearToDeclare(today: IsoDate): number {
  return yearOf(today) - 1;
}

/** Amounts at the declared certainty that differ, in the form's order. */
export function lateDifferences(declared: AmountsByName, today: AmountsByName): LateDifference[] {
  return [...new Set([...Object.keys(declared), ...Object.keys(today)])]
    .map((name) => ({ name, declaredCents: declared[name] ?? 0, todayCents: today[name] ?? 0 }))
    .filter(({ declaredCents, todayCents }) => declaredCents !== todayCents);
}

/** Months of the year, up to today, and families without any purchase. */
export function silentParts(
  cells: readonly { month: IsoMonth; family: Family }[],
  { year, today }: { year: number; today: IsoDate },
): { months: IsoMonth[]; families: Family[] } {
  const months = new Set(cells.map(({ month }) => month));
  const families = new Set(cells.map(({ family }) => family));
  return {
    months: monthsOf(yearRange(year)).filter((month) => month <= today.slice(0, 7) && !months.has(month)),
    families: FAMILIES.filter((family) => !families.has(family)),
  };
}

/** Food cost of one meal and whether it is believable; a cost over no meal is null, and nothing is doubted. */
export function mealCost(
  totalCents: number,
  mealsPerYear: number | null,
): { centsPerMeal: number | null; plausible: boolean } {
  if (mealsPerYear === null || mealsPerYear === 0) return { centsPerMeal: null, plausible: true };
  const centsPerMeal = Math.round(totalCents / mealsPerYear);
  const { least, most } = MEAL_COST_BOUNDS;
  return { centsPerMeal, plausible: centsPerMeal >= least && centsPerMeal <= most };
}
