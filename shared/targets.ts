import * as z from "zod/mini";
import { shareBpField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { Basis, Indicator } from "./indicators/indicators.ts";
import { BASES, INDICATORS } from "./indicators/indicators.ts";
import { legalTargetBp } from "./indicators/legal-target.ts";
import type { LawId } from "./law/sources.ts";
import type { Regime } from "./law/targets.ts";
import { legalTargetsOn } from "./law/targets.ts";
import { yearField } from "./periods.ts";

/** A target that an organisation sets itself, for a year, beside the legal ones. */
export interface OwnTarget {
  id: Id;
  organisationId: Id;
  /** Null: every canteen of the organisation together. */
  canteenId: Id | null;
  indicator: Indicator;
  basis: Basis;
  year: number;
  /** Basis points, 0 to 10 000. */
  shareBp: number;
}

export const targetInputSchema = z.object({
  indicator: z.enum(INDICATORS),
  basis: z.enum(BASES),
  year: yearField,
  shareBp: shareBpField,
});
export type TargetInput = z.infer<typeof targetInputSchema>;

export const targetSaveSchema = z.object({ id: idSchema, input: targetInputSchema });

/** Who set a target. */
export const TARGET_SOURCES = ["law", "organisation", "canteen"] as const;
export type TargetSource = (typeof TARGET_SOURCES)[number];

/** A share to reach, whoever asks for it. */
export interface AppliedTarget {
  source: TargetSource;
  /** Basis points. */
  shareBp: number;
  /** The text behind a legal target; null for one's own. */
  law: LawId | null;
}

/** What a figure is about, when targets are looked up for it. */
export interface TargetScope {
  year: number;
  basis: Basis;
  /** Null: canteens of several regimes, for which no single legal share exists. */
  regime: Regime | null;
  /** Null: a territory or an organisation as a whole. */
  canteenId: Id | null;
}

/**
 * The targets in force for an indicator: the law's first (by value only), the organisation's, the canteen's.
 * A canteen follows its organisation's targets beside its own.
 */
export function targetsInForce(
  own: readonly OwnTarget[],
  indicator: Indicator,
  scope: TargetScope,
): AppliedTarget[] {
  return [...legalTargets(indicator, scope), ...ownTargets(own, indicator, scope)];
}

/** The law measures shares by value; by weight it asks for nothing. @law rural-R230-30-1 */
function legalTargets(indicator: Indicator, { year, basis, regime }: TargetScope): AppliedTarget[] {
  if (basis !== "value" || regime === null) return [];
  const step = legalTargetsOn({ regime, year });
  const shareBp = legalTargetBp(step, indicator);
  return step === null || shareBp === null ? [] : [{ source: "law", shareBp, law: step.law }];
}

function ownTargets(own: readonly OwnTarget[], indicator: Indicator, scope: TargetScope): AppliedTarget[] {
  return own
    .filter((target) => target.indicator === indicator && target.basis === scope.basis)
    .filter((target) => target.year === scope.year)
    .filter((target) => target.canteenId === null || target.canteenId === scope.canteenId)
    .toSorted((a, b) => Number(a.canteenId !== null) - Number(b.canteenId !== null))
    .map(({ canteenId, shareBp }) => ({
      source: canteenId === null ? "organisation" : "canteen",
      shareBp,
      law: null,
    }));
}
