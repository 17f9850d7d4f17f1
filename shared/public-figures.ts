import type { Cell, Ratio } from "./cells.ts";
import type { IsoDate } from "./facts.ts";
import type { Family } from "./families.ts";
import type { Figures } from "./figures.ts";
import type { Indicator } from "./indicators/indicators.ts";
import { everyCell } from "./indicators/predicate.ts";
import type { Share } from "./indicators/shares.ts";
import { sumOf } from "./indicators/shares.ts";
import type { Certainty } from "./marks.ts";
import { markBit } from "./marks.ts";
import type { AppliedTarget } from "./targets.ts";

/** What diners are told first, in this order. @law rural-L230-5-3 */
export const PUBLIC_INDICATORS = ["EGALIM", "ORGANIC", "MEAT_FISH", "SHORT_OR_LOCAL"] as const;
export type PublicIndicator = (typeof PUBLIC_INDICATORS)[number];

/** A rate as the public reads it. */
export interface PublicRate {
  indicator: PublicIndicator;
  share: Share;
  /** A year before, confirmed; null: nothing was bought then. */
  before: Ratio | null;
  /** Of the law first, else own; null: none. */
  targetBp: number | null;
}

/** What a public page, a poster and a leaflet say of a year: no person, no supplier. */
export interface PublicFigures {
  /** Of the canteen, or of the organisation. */
  name: string;
  /** Null: the organisation as a whole. */
  communeName: string | null;
  /** Canteens the figures are of. */
  canteens: number;
  year: number;
  /** The year is over: its figures are whole. */
  isOver: boolean;
  totalCents: number;
  rates: PublicRate[];
  fairTrade: Share;
  /** Of food projects; null: « local » means something else here. */
  pat: Share | null;
  families: { family: Family; share: Share; part: Ratio }[];
  months: { month: string; share: Share }[];
  today: IsoDate;
}

/** The rates that the public is told, with the one target of each. */
export function publicRates(
  { shares, comparison }: Pick<Figures, "shares" | "comparison">,
  targets: Record<Indicator, readonly AppliedTarget[]>,
): PublicRate[] {
  return PUBLIC_INDICATORS.map((indicator) => ({
    indicator,
    share: shares[indicator],
    before: comparison?.sharesBefore[indicator].strict ?? null,
    targetBp:
      (targets[indicator].find(({ source }) => source === "law") ?? targets[indicator][0])?.shareBp ?? null,
  }));
}

/** Share of fair trade in all that was bought, whatever it counts as. @law rural-L230-5-1 */
export function fairTradeShare(cells: readonly Cell[]): Share {
  const at = (certainty: Certainty): Ratio => ({
    numerator: sumOf(cells, {
      predicate: { ...everyCell(certainty), allOf: markBit("FAIR_TRADE", certainty) },
      basis: "value",
    }),
    denominator: sumOf(cells, { predicate: everyCell(certainty), basis: "value" }),
  });
  return { strict: at("strict"), declared: at("declared") };
}
