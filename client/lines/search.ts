import type { LineFilter, LineSearch } from "../../shared/drill-down.ts";
import { FAMILIES } from "../../shared/families.ts";
import { COURT_OU_PROXIMITE_CELLS, INDICATORS } from "../../shared/indicators/indicators.ts";
import { SOCIAL_INDICATORS } from "../../shared/indicators/social.ts";
import { LINE_SORTS, LINE_STATUSES, LINE_TEXT_LENGTH, PARTS } from "../../shared/line-filter-words.ts";
import { LINE_FACTS } from "../../shared/moves.ts";

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const AMOUNT = /^valeur_[a-z_]{1,80}$/;
const TERRITORY = /^(EPCI|DEP|REG|PAT)-[A-Za-z0-9-]{1,60}$/;
const WORDS = new RegExp(`^(?=.*\\S).{1,${LINE_TEXT_LENGTH}}$`, "u");

/** What of the address is understood; the rest is left out. */
export function validateLineSearch(search: Record<string, unknown>): LineSearch {
  const { page } = search;
  return {
    ...text("canteen", search, ID),
    ...text("territory", search, TERRITORY),
    ...text("group", search, ID),
    ...text("from", search, MONTH),
    ...text("to", search, MONTH),
    ...one("indicator", search, INDICATORS),
    ...one("part", search, PARTS),
    ...one("cell", search, COURT_OU_PROXIMITE_CELLS),
    ...one("family", search, FAMILIES),
    ...text("amount", search, AMOUNT),
    ...one("social", search, SOCIAL_INDICATORS),
    ...text("supplier", search, ID),
    ...text("text", search, WORDS),
    ...one("status", search, LINE_STATUSES),
    ...one("fact", search, LINE_FACTS),
    ...one("sort", search, LINE_SORTS),
    ...(typeof page === "number" && Number.isInteger(page) && page > 0 ? { page } : {}),
  };
}

/** The part of the address that filters lines, as the server takes it. */
export function filterOf({ canteen: _c, territory: _t, group: _g, ...filter }: LineSearch): LineFilter {
  return filter;
}

function text<Key extends string>(
  key: Key,
  search: Record<string, unknown>,
  form: RegExp,
): { [K in Key]?: string } {
  const value = search[key];
  return typeof value === "string" && form.test(value) ? ({ [key]: value } as { [K in Key]: string }) : {};
}

function one<Key extends string, Value>(
  key: Key,
  search: Record<string, unknown>,
  values: readonly Value[],
): { [K in Key]?: Value } {
  const value = values.find((candidate) => candidate === search[key]);
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
}
