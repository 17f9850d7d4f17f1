import type { Family } from "../../shared/families.ts";
import { FAMILIES } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATORS } from "../../shared/indicators/indicators.ts";

/** The nearest: beyond, circles of one commune stand apart and outlines say no more. */
export const MOST_ZOOM = 16;

/** What the map's address says. */
export interface MapSearch {
  territory?: string;
  year?: number;
  /** 1 to 12; absent: the whole year. */
  month?: number;
  family?: Family;
  indicator?: Indicator;
  /** The circle that is open: one of the two at most. */
  canteen?: Id;
  supplier?: Id;
  /** Flows are drawn unless it says otherwise. */
  flows?: "none";
  /** How many times the whole map; with `at`. */
  zoom?: number;
  /** Latitude and longitude of the middle, degrees. */
  at?: string;
}

const ID = /^[0-9a-f-]{36}$/;
const TERRITORY = /^(EPCI|DEP|REG|PAT)-[A-Za-z0-9-]{1,60}$/;
const AT = /^-?\d{1,2}\.\d{1,4},-?\d{1,3}\.\d{1,4}$/;
const MONTHS = 12;

/** What of the address is understood; the rest is left out. */
export function validateMapSearch(search: Record<string, unknown>): MapSearch {
  const { territory, year, month, canteen, supplier, flows, zoom, at } = search;
  const family = FAMILIES.find((one) => one === search.family);
  const indicator = INDICATORS.find((one) => one === search.indicator);
  return {
    ...(typeof territory === "string" && TERRITORY.test(territory) ? { territory } : {}),
    ...(isWhole(year, 2000, 2100) ? { year } : {}),
    ...(isWhole(month, 1, MONTHS) ? { month } : {}),
    ...(family === undefined ? {} : { family }),
    ...(indicator === undefined ? {} : { indicator }),
    ...(isId(canteen) ? { canteen } : isId(supplier) ? { supplier } : {}),
    ...(flows === "none" ? { flows } : {}),
    ...(isZoom(zoom) && typeof at === "string" && AT.test(at) ? { zoom, at } : {}),
  };
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

function isZoom(value: unknown): value is number {
  return typeof value === "number" && value > 1 && value <= MOST_ZOOM;
}

function isId(value: unknown): value is Id {
  return typeof value === "string" && ID.test(value);
}
