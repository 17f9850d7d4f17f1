import { divideHalfUp, toSafeInteger } from "../rounding.ts";

/** The three terms that turn an amount into hours. */
export interface HoursFormula {
  /** Labour in the amount HT, basis points. */
  labourShareBp: number;
  /** Insertion in the labour, basis points. */
  insertionShareBp: number;
  /** What an hour costs its employer, cents; above 0. */
  hourlyCostCents: number;
}

/** How many hours a clause asks for: the formula's, unless others were agreed. Null: it does not say. */
export interface HoursPlan {
  formula: HoursFormula | null;
  /** Hundredths of an hour. */
  agreedHoursE2: number | null;
}

/** Basis points x basis points, in hundredths of an hour. */
const SCALE = 1_000_000n;

/** Amount x labour share x insertion share / hourly cost, in hundredths of an hour. Source: DOMAIN section 8. */
export function formulaHoursE2(amountHtCents: number, formula: HoursFormula): number {
  const { labourShareBp, insertionShareBp, hourlyCostCents } = formula;
  const shared = BigInt(amountHtCents) * BigInt(labourShareBp) * BigInt(insertionShareBp);
  return toSafeInteger(divideHalfUp(shared, SCALE * BigInt(hourlyCostCents)));
}

/** Hundredths of an hour; null: the clause counts no hours. */
export function plannedHoursE2(amountHtCents: number, plan: HoursPlan): number | null {
  if (plan.agreedHoursE2 !== null) return plan.agreedHoursE2;
  return plan.formula === null ? null : formulaHoursE2(amountHtCents, plan.formula);
}
