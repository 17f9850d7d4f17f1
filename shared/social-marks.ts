import type { IsoDate } from "./facts.ts";
import type { Certainty } from "./marks.ts";
import type { SocialStatus } from "./social-statuses.ts";

/**
 * The bit set `social` of a cell and of a line: what its supplier is on the line's day. Each mark has two bits:
 * bit 2k: confirmed; bit 2k+1: at least declared (always set when confirmed is).
 */
export const SOCIAL_MARKS = ["SIAE", "ADAPTED", "ESAT", "GEIQ", "ESUS", "ESS", "LABEL", "CHARTER"] as const;
export type SocialMark = (typeof SOCIAL_MARKS)[number];

/** A status of a supplier, and when it holds. */
export interface DatedStatus {
  status: SocialStatus;
  /** What proves it (number of the decision, of the agreement, of the register); null: it is only declared. */
  reference: string | null;
  /** First day; null: always before. */
  validFrom: IsoDate | null;
  /** Last day; null: open-ended. */
  validTo: IsoDate | null;
}

/** What each status counts as. ESUS is given to companies of the social economy only. @law travail-L3332-17-1 */
const MARKS_OF: Readonly<Record<SocialStatus, readonly SocialMark[]>> = {
  ASSOCIATION: ["ESS"],
  COOPERATIVE: ["ESS"],
  MUTUELLE: ["ESS"],
  FONDATION: ["ESS"],
  SOCIETE_ESS: ["ESS"],
  SOCIETE: [],
  EXPLOITATION_AGRICOLE: [],
  ENTREPRISE_INDIVIDUELLE: [],
  PUBLIC: [],
  EI: ["SIAE"],
  ACI: ["SIAE"],
  AI: ["SIAE"],
  ETTI: ["SIAE"],
  EA: ["ADAPTED"],
  EATT: ["ADAPTED"],
  ESAT: ["ESAT"],
  GEIQ: ["GEIQ"],
  ESUS: ["ESUS", "ESS"],
  LABEL: ["LABEL"],
  CHARTER: ["CHARTER"],
};

/** The bit of `mark` at that certainty: 1, 2, 4, ... 32768. */
export function socialBit(mark: SocialMark, certainty: Certainty): number {
  return 1 << (2 * SOCIAL_MARKS.indexOf(mark) + (certainty === "strict" ? 0 : 1));
}

/** The bits of a status: confirmed when something proves it, else only declared; 0: it counts as nothing. */
export function bitsOfStatus({ status, reference }: Pick<DatedStatus, "status" | "reference">): number {
  let bits = 0;
  for (const mark of MARKS_OF[status])
    bits |= socialBit(mark, "declared") | (reference === null ? 0 : socialBit(mark, "strict"));
  return bits;
}

/** Whether the status holds on that day: its first and its last day do. */
export function holdsOn(
  { validFrom, validTo }: Pick<DatedStatus, "validFrom" | "validTo">,
  date: IsoDate,
): boolean {
  return (validFrom === null || validFrom <= date) && (validTo === null || validTo >= date);
}

/** What a supplier is on that day, of all that it ever was: the bit set of a line of that day. @law loi-2014-856-1 */
export function socialMarksOn(statuses: readonly DatedStatus[], date: IsoDate): number {
  let bits = 0;
  for (const status of statuses) if (holdsOn(status, date)) bits |= bitsOfStatus(status);
  return bits;
}
