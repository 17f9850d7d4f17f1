import type { LossCause } from "../legumerie.ts";
import { LOSS_CAUSES } from "../legumerie.ts";

/** What the figures of a workshop are about, in the order they are shown. */
export const INDICATOR_GROUPS = [
  "tonnes",
  "losses",
  "sourcing",
  "prices",
  "service",
  "work",
  "stock",
] as const;
export type IndicatorGroup = (typeof INDICATOR_GROUPS)[number];

/**
 * How the quotient of a figure reads. `kilos`: grams; `share`: per cent; `euros`: HT cents over grams, told a kilo;
 * `hours`: hundredths; `pace`: grams over hundredths of an hour, told kilos an hour; `distance`: metres.
 */
export type IndicatorUnit =
  | "kilos"
  | "share"
  | "euros"
  | "count"
  | "hours"
  | "people"
  | "pace"
  | "distance"
  | "days";

/** What a numerator or a denominator counts. `twelfths`: hundredths of an hour times twelve. */
export type IndicatorPart = "grams" | "cents" | "count" | "hours" | "twelfths";

interface Described {
  group: IndicatorGroup;
  unit: IndicatorUnit;
  /** Of the numerator and the denominator; absent: a plain amount. */
  parts?: readonly [IndicatorPart, IndicatorPart];
}

const KILOS = ["grams", "grams"] as const;
const EUROS = ["cents", "cents"] as const;
const COUNTS = ["count", "count"] as const;
const PRICE = ["cents", "grams"] as const;

const ONE = {
  received: { group: "tonnes", unit: "kilos" },
  packed: { group: "tonnes", unit: "kilos" },
  delivered: { group: "tonnes", unit: "kilos" },
  yield: { group: "tonnes", unit: "share", parts: KILOS },
  meals: { group: "tonnes", unit: "count" },
  capacity: { group: "tonnes", unit: "share", parts: KILOS },
  loss: { group: "losses", unit: "share", parts: KILOS },
  putToUse: { group: "losses", unit: "share", parts: KILOS },
  gap: { group: "losses", unit: "share", parts: KILOS },
  localKilos: { group: "sourcing", unit: "share", parts: KILOS },
  localEuros: { group: "sourcing", unit: "share", parts: EUROS },
  shortKilos: { group: "sourcing", unit: "share", parts: KILOS },
  shortEuros: { group: "sourcing", unit: "share", parts: EUROS },
  organicKilos: { group: "sourcing", unit: "share", parts: KILOS },
  organicEuros: { group: "sourcing", unit: "share", parts: EUROS },
  producers: { group: "sourcing", unit: "count" },
  distance: { group: "sourcing", unit: "distance" },
  priceIn: { group: "prices", unit: "euros", parts: PRICE },
  priceOut: { group: "prices", unit: "euros", parts: PRICE },
  canteens: { group: "service", unit: "share", parts: COUNTS },
  demand: { group: "service", unit: "kilos" },
  onTime: { group: "service", unit: "share", parts: COUNTS },
  refused: { group: "service", unit: "share", parts: KILOS },
  substituted: { group: "service", unit: "share", parts: COUNTS },
  hours: { group: "work", unit: "hours" },
  insertionHours: { group: "work", unit: "hours" },
  fullTime: { group: "work", unit: "people", parts: ["twelfths", "twelfths"] },
  pace: { group: "work", unit: "pace", parts: ["grams", "hours"] },
  oldest: { group: "stock", unit: "days" },
  expired: { group: "stock", unit: "kilos" },
} as const satisfies Record<string, Described>;

export type IndicatorKey = keyof typeof ONE | `loss-${LossCause}`;

/** Figures of a workshop; those of losses by cause follow the whole. */
export const WORKSHOP_INDICATORS: readonly IndicatorKey[] = (
  Object.keys(ONE) as (keyof typeof ONE)[]
).flatMap((key): IndicatorKey[] => (key === "loss" ? [key, ...LOSS_CAUSES.map(lossKey)] : [key]));

/** The loss of one cause. */
export function lossKey(cause: LossCause): `loss-${LossCause}` {
  return `loss-${cause}`;
}

/** The cause of a key of `lossKey`; null: it is another figure. */
export function causeOf(key: IndicatorKey): LossCause | null {
  return LOSS_CAUSES.find((cause) => lossKey(cause) === key) ?? null;
}

/** What an indicator is about, and how it reads. */
export function describeIndicator(key: IndicatorKey): Described {
  return causeOf(key) === null
    ? ONE[key as keyof typeof ONE]
    : { group: "losses", unit: "share", parts: KILOS };
}

export function isIndicator(text: string | undefined): text is IndicatorKey {
  return WORKSHOP_INDICATORS.some((key) => key === text);
}
