import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import { BASES, INDICATORS } from "../../shared/indicators/indicators.ts";

/** What a dashboard's address says. */
export interface DashboardSearch {
  canteen?: string;
  territory?: string;
  year?: number;
  basis?: Basis;
  /** The indicator that the details are about. */
  indicator?: Indicator;
}

const ID = /^[0-9a-f-]{36}$/;
const TERRITORY = /^(EPCI|DEP|REG|PAT)-[A-Za-z0-9-]{1,60}$/;

export function validateDashboardSearch(search: Record<string, unknown>): DashboardSearch {
  const { canteen, territory, year } = search;
  const basis = BASES.find((one) => one === search.basis);
  const indicator = INDICATORS.find((one) => one === search.indicator);
  return {
    ...(typeof canteen === "string" && ID.test(canteen) ? { canteen } : {}),
    ...(typeof territory === "string" && TERRITORY.test(territory) ? { territory } : {}),
    ...(typeof year === "number" && year >= 2000 && year <= 2100 ? { year: Math.floor(year) } : {}),
    ...(basis === undefined ? {} : { basis }),
    ...(indicator === undefined ? {} : { indicator }),
  };
}
