import { isIsoDate } from "../../shared/calendar.ts";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import { ORDER_STATUSES } from "../../shared/order-statuses.ts";

/** Filters of the list, as the address says them; page from 1. */
export interface OrdersSearch {
  cantine?: string;
  fournisseur?: string;
  etat?: OrderStatus;
  du?: string;
  au?: string;
  q?: string;
  page?: number;
}

export function validateOrdersSearch(search: Record<string, unknown>): OrdersSearch {
  const etat = ORDER_STATUSES.find((status) => status === search.etat);
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

/** What the entry page opens on; nothing: the last order left unfinished, or a new one. */
export interface EntrySearch {
  /** Order to start from. */
  copie?: string;
  /** Draft of this browser. */
  brouillon?: string;
  /** Refused rows of an import, to be corrected. */
  lignes?: string;
  /** Photo or PDF that is seen while its lines are typed. */
  piece?: string;
}

export function validateEntrySearch(search: Record<string, unknown>): EntrySearch {
  const { copie, brouillon, lignes, piece } = search;
  return {
    ...(isId(copie) ? { copie } : {}),
    ...(isId(brouillon) ? { brouillon } : {}),
    ...(isId(lignes) ? { lignes } : {}),
    ...(isId(piece) ? { piece } : {}),
  };
}

/** How the page of an order opens. */
export interface OrderSearch {
  /** On the reception of its goods. */
  reception?: true;
}

export function validateOrderSearch({ reception }: Record<string, unknown>): OrderSearch {
  return reception === true ? { reception } : {};
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);
}
