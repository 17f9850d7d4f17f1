import { isIsoMonth } from "../../shared/calendar.ts";
import type { LineSearch } from "../../shared/drill-down.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import { FAMILIES } from "../../shared/families.ts";
import type { ShownPartName } from "../../shared/indicators/change-parts.ts";
import { SHOWN_PARTS } from "../../shared/indicators/change-parts.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import { BASES, INDICATORS } from "../../shared/indicators/indicators.ts";

/** What a dashboard's address says. */
export interface DashboardSearch {
  canteen?: string;
  territory?: string;
  /** A group of canteens. */
  group?: string;
  family?: Family;
  supplier?: string;
  year?: number;
  /** Any months instead of a year; both or none. */
  from?: IsoMonth;
  to?: IsoMonth;
  basis?: Basis;
  /** The indicator that the details are about. */
  indicator?: Indicator;
}

/** The address of « why did the rate move »: the period now as on the dashboards, and the one before. */
export interface ChangeSearch extends DashboardSearch {
  beforeFrom?: IsoMonth;
  beforeTo?: IsoMonth;
  /** The part whose lines are shown. */
  part?: ShownPartName;
}

/** The changes that a control asks of the address; undefined: the filter goes. */
export type SearchChange = { [Key in keyof DashboardSearch]?: DashboardSearch[Key] | undefined };

const ID = /^[0-9a-f-]{36}$/;
const TERRITORY = /^(EPCI|DEP|REG|PAT)-[A-Za-z0-9-]{1,60}$/;

export function validateDashboardSearch(search: Record<string, unknown>): DashboardSearch {
  const { canteen, territory, group, supplier, year } = search;
  const basis = BASES.find((one) => one === search.basis);
  const indicator = INDICATORS.find((one) => one === search.indicator);
  const family = FAMILIES.find((one) => one === search.family);
  return {
    ...(isText(canteen, ID) ? { canteen } : {}),
    ...(isText(territory, TERRITORY) ? { territory } : {}),
    ...(isText(group, ID) ? { group } : {}),
    ...(isText(supplier, ID) ? { supplier } : {}),
    ...(family === undefined ? {} : { family }),
    ...(typeof year === "number" && year >= 2000 && year <= 2100 ? { year: Math.floor(year) } : {}),
    ...readMonths(search.from, search.to, (from, to) => ({ from, to })),
    ...(basis === undefined ? {} : { basis }),
    ...(indicator === undefined ? {} : { indicator }),
  };
}

export function validateChangeSearch(search: Record<string, unknown>): ChangeSearch {
  const part = SHOWN_PARTS.find((one) => one === search.part);
  return {
    ...validateDashboardSearch(search),
    ...readMonths(search.beforeFrom, search.beforeTo, (beforeFrom, beforeTo) => ({ beforeFrom, beforeTo })),
    ...(part === undefined ? {} : { part }),
  };
}

/** The address after a change; what is undefined goes. */
export function withChange<Search extends DashboardSearch>(search: Search, change: SearchChange): Search {
  const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(next) as Search;
}

/** Whose purchases, and which of them: what every link of the page carries along. */
export function scopeOf(
  search: DashboardSearch,
): Pick<LineSearch, "canteen" | "territory" | "group" | "family" | "supplier"> {
  const { canteen, territory, group, family, supplier } = search;
  return {
    ...(canteen === undefined ? {} : { canteen }),
    ...(territory === undefined ? {} : { territory }),
    ...(group === undefined ? {} : { group }),
    ...(family === undefined ? {} : { family }),
    ...(supplier === undefined ? {} : { supplier }),
  };
}

function isText(value: unknown, form: RegExp): value is string {
  return typeof value === "string" && form.test(value);
}

function readMonths<Read>(
  from: unknown,
  to: unknown,
  read: (from: IsoMonth, to: IsoMonth) => Read,
): Read | Record<string, never> {
  if (typeof from !== "string" || typeof to !== "string") return {};
  return isIsoMonth(from) && isIsoMonth(to) && from <= to ? read(from, to) : {};
}
