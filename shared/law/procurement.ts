import type { IsoDate } from "../facts.ts";
import type { Translated } from "../locales.ts";
import type { LawId } from "./sources.ts";

/** A step of the rules of public procurement for supplies, reached by the need of one homogeneous family. */
export const PROCUREMENT_STEPS = ["CONTRACT", "COMPETITION", "FORMAL"] as const;
export type ProcurementStep = (typeof PROCUREMENT_STEPS)[number];

export const PROCUREMENT_STEP_LABELS: Readonly<Record<ProcurementStep, Translated>> = {
  CONTRACT: { fr: "contrat écrit", en: "written contract" },
  COMPETITION: {
    fr: "publicité et mise en concurrence adaptées",
    en: "adapted publicity and competition",
  },
  FORMAL: { fr: "procédure formalisée", en: "formal procedure" },
};

/** An amount from which a step applies. */
export interface ProcurementThreshold {
  step: ProcurementStep;
  /** First day it holds. */
  from: IsoDate;
  /** HT, cents: the step applies from this amount on. */
  amountHtCents: number;
  law: LawId;
  /** Its amount was read in secondary sources only: shown as to be confirmed. */
  toConfirm: boolean;
}

/**
 * Thresholds of local bodies and their establishments for supplies, oldest first within a step.
 * @law commande-publique-R2112-1 @law commande-publique-R2122-8 @law commande-publique-R2124-1
 */
export const PROCUREMENT_THRESHOLDS: readonly ProcurementThreshold[] = [
  {
    step: "CONTRACT",
    from: "2019-04-01",
    amountHtCents: 25_000_00,
    law: "commande-publique-R2112-1",
    toConfirm: false,
  },
  {
    step: "COMPETITION",
    from: "2020-01-01",
    amountHtCents: 40_000_00,
    law: "commande-publique-R2122-8",
    toConfirm: true,
  },
  {
    step: "COMPETITION",
    from: "2026-04-01",
    amountHtCents: 60_000_00,
    law: "commande-publique-R2122-8",
    toConfirm: true,
  },
  {
    step: "FORMAL",
    from: "2026-01-01",
    amountHtCents: 216_000_00,
    law: "commande-publique-R2124-1",
    toConfirm: false,
  },
];

/** The thresholds in force on a day, lowest amount first; a step that is not dated yet is left out. */
export function thresholdsOn(date: IsoDate): ProcurementThreshold[] {
  return PROCUREMENT_STEPS.flatMap((step) => {
    const known = PROCUREMENT_THRESHOLDS.filter((one) => one.step === step && one.from <= date);
    return known.at(-1) ?? [];
  }).sort((one, other) => one.amountHtCents - other.amountHtCents);
}

/** The highest step that a need reaches on a day; null: it is under all of them. */
export function stepReached(amountHtCents: number, date: IsoDate): ProcurementStep | null {
  return thresholdsOn(date).findLast((one) => amountHtCents >= one.amountHtCents)?.step ?? null;
}
