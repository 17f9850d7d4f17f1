import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import { BASES, INDICATORS } from "../../shared/indicators/indicators.ts";
import type { Certainty } from "../../shared/marks.ts";

/** What the address of the targets page says. */
export interface TargetsSearch {
  /** A canteen's id, or « all » for all of them together. */
  canteen?: string;
  year?: number;
  basis?: Basis;
  /** The indicator that the curve is about. */
  indicator?: Indicator;
  certainty?: Certainty;
}

export const ALL_CANTEENS = "all";
const ID = /^[0-9a-f-]{36}$/;

export function validateTargetsSearch(search: Record<string, unknown>): TargetsSearch {
  const { canteen, year, certainty } = search;
  const basis = BASES.find((one) => one === search.basis);
  const indicator = INDICATORS.find((one) => one === search.indicator);
  const isCanteen = typeof canteen === "string" && (canteen === ALL_CANTEENS || ID.test(canteen));
  return {
    ...(isCanteen ? { canteen } : {}),
    ...(typeof year === "number" && year >= 2000 && year <= 2100 ? { year: Math.floor(year) } : {}),
    ...(basis === undefined ? {} : { basis }),
    ...(indicator === undefined ? {} : { indicator }),
    ...(certainty === "declared" || certainty === "strict" ? { certainty } : {}),
  };
}
