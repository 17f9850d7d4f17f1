import type { ProofFilter, SupplierKind } from "../../shared/supplier-kinds.ts";
import { PROOF_FILTERS, SUPPLIER_KINDS } from "../../shared/supplier-kinds.ts";

/** Filters of the list, as the address says them. */
export interface SuppliersSearch {
  q?: string;
  type?: SupplierKind;
  preuves?: ProofFilter;
  inactifs?: true;
  page?: number;
}

export function validateSuppliersSearch(search: Record<string, unknown>): SuppliersSearch {
  const type = SUPPLIER_KINDS.find((kind) => kind === search.type);
  const preuves = PROOF_FILTERS.find((filter) => filter === search.preuves);
  const { q, page } = search;
  return {
    ...(typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {}),
    ...(type === undefined ? {} : { type }),
    ...(preuves === undefined ? {} : { preuves }),
    ...(search.inactifs === true ? { inactifs: true as const } : {}),
    ...(typeof page === "number" && Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}
