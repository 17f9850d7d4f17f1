import type { AuditNoun } from "../../shared/audit-nouns.ts";
import { AUDIT_NOUNS } from "../../shared/audit-nouns.ts";
import { isIsoDate } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";

/** What the page's address says: whose record, about what, by whom, between which days. */
export interface HistorySearch {
  journal?: "organisation";
  cantine?: string;
  quoi?: AuditNoun;
  /** One thing only: an order's id, a supplier's. */
  objet?: string;
  personne?: string;
  du?: IsoDate;
  au?: IsoDate;
  page?: number;
}

const ID = /^[0-9a-f-]{36}$/;

export function validateHistorySearch(search: Record<string, unknown>): HistorySearch {
  const quoi = AUDIT_NOUNS.find((noun) => noun === search.quoi);
  const { page } = search;
  return {
    ...(search.journal === "organisation" ? { journal: "organisation" as const } : {}),
    ...idIn("cantine", search),
    ...(quoi === undefined ? {} : { quoi }),
    ...idIn("objet", search),
    ...idIn("personne", search),
    ...dayIn("du", search),
    ...dayIn("au", search),
    ...(typeof page === "number" && Number.isInteger(page) && page > 1 && page <= 100_000 ? { page } : {}),
  };
}

function idIn<Key extends "cantine" | "objet" | "personne">(
  key: Key,
  search: Record<string, unknown>,
): { [key in Key]?: string } {
  const value = search[key];
  return typeof value === "string" && ID.test(value) ? ({ [key]: value } as { [key in Key]?: string }) : {};
}

/** The record begins in this century; an older day would be refused. */
function dayIn<Key extends "du" | "au">(
  key: Key,
  search: Record<string, unknown>,
): { [key in Key]?: IsoDate } {
  const value = search[key];
  const isDay = typeof value === "string" && isIsoDate(value) && value.startsWith("2");
  return isDay ? ({ [key]: value } as { [key in Key]?: IsoDate }) : {};
}
