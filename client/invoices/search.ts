import { isIsoDate } from "../../shared/calendar.ts";
import type { InvoiceState } from "../../shared/invoices/states.ts";
import { INVOICE_STATES } from "../../shared/invoices/states.ts";

/** Filters of the list, as the address says them; page from 1. */
export interface InvoicesSearch {
  /** SHA-256 of a file just dropped: it is taken in, then its own page opens. */
  fichier?: string;
  cantine?: string;
  etat?: InvoiceState;
  fournisseur?: string;
  du?: string;
  au?: string;
  /** Only those that differ from what they declare. */
  ecart?: true;
  q?: string;
  page?: number;
}

export function validateInvoicesSearch(search: Record<string, unknown>): InvoicesSearch {
  const etat = INVOICE_STATES.find((state) => state === search.etat);
  const { fichier, cantine, fournisseur, du, au, ecart, q, page } = search;
  return {
    ...(typeof fichier === "string" && /^[0-9a-f]{64}$/.test(fichier) ? { fichier } : {}),
    ...(isId(cantine) ? { cantine } : {}),
    ...(etat === undefined ? {} : { etat }),
    ...(isId(fournisseur) ? { fournisseur } : {}),
    ...(typeof du === "string" && isIsoDate(du) ? { du } : {}),
    ...(typeof au === "string" && isIsoDate(au) ? { au } : {}),
    ...(ecart === true ? { ecart } : {}),
    ...(typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {}),
    ...(typeof page === "number" && Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

/** What a review is made for, so that a reload keeps it. */
export interface InvoiceSearch {
  /** The supplier a person says it is. */
  fournisseur?: string;
}

export function validateInvoiceSearch({ fournisseur }: Record<string, unknown>): InvoiceSearch {
  return isId(fournisseur) ? { fournisseur } : {};
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);
}
