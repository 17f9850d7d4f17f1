import type { InvoiceState } from "../../shared/invoices/states.ts";
import { INVOICE_STATES } from "../../shared/invoices/states.ts";
import type { ListSearch } from "../list-search.ts";
import { isId, readListSearch } from "../list-search.ts";

/** Filters of the list, as the address says them. */
export interface InvoicesSearch extends ListSearch<InvoiceState> {
  /** SHA-256 of a file just dropped: it is taken in, then its own page opens. */
  fichier?: string;
  /** Only those that differ from what they declare. */
  ecart?: true;
}

export function validateInvoicesSearch(search: Record<string, unknown>): InvoicesSearch {
  const { fichier, ecart } = search;
  return {
    ...readListSearch(search, INVOICE_STATES),
    ...(typeof fichier === "string" && /^[0-9a-f]{64}$/.test(fichier) ? { fichier } : {}),
    ...(ecart === true ? { ecart } : {}),
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
