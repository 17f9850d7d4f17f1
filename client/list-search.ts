import { isIsoDate } from "../shared/calendar.ts";

/** Filters that lists of dated papers share, as the address says them; page from 1. */
export interface ListSearch<State extends string = string> {
  cantine?: string;
  fournisseur?: string;
  etat?: State;
  du?: string;
  au?: string;
  q?: string;
  page?: number;
}

/** What of these filters an address says; what makes no sense is left out. */
export function readListSearch<State extends string>(
  search: Record<string, unknown>,
  states: readonly State[],
): ListSearch<State> {
  const etat = states.find((state) => state === search.etat);
  const { cantine, fournisseur, du, au, q, page } = search;
  return {
    ...(isId(cantine) ? { cantine } : {}),
    ...(isId(fournisseur) ? { fournisseur } : {}),
    ...(etat === undefined ? {} : { etat }),
    ...(typeof du === "string" && isIsoDate(du) ? { du } : {}),
    ...(typeof au === "string" && isIsoDate(au) ? { au } : {}),
    ...(typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {}),
    ...(typeof page === "number" && Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

/** Whether a word of the address has the form of an id. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);
}
