/** The page's state, as the address says it. Read before the page is loaded: `tabs.ts` knows which parts there are. */
export interface LegumerieSearch {
  /** Workshop (supplier id); absent: the first. */
  atelier?: string;
  onglet?: string;
  annee?: number;
  /** Month whose hours are being typed, `YYYY-MM`. */
  mois?: string;
  /** A day of the week shown; absent: this week. */
  semaine?: string;
  page?: number;
  /** Received lot to follow. */
  lot?: string;
  /** Finished product to trace back. */
  produit?: string;
}

/** Texts as they are, whole numbers as numbers: what is shown of them is the page's to check. */
export function validateLegumerieSearch(search: Record<string, unknown>): LegumerieSearch {
  const { atelier, onglet, annee, mois, semaine, page, lot, produit } = search;
  const kept = { atelier, onglet, annee, mois, semaine, page, lot, produit };
  const entries = Object.entries(kept).filter(([key, value]) =>
    key === "annee" || key === "page"
      ? Number.isInteger(value) && Number(value) > 0
      : value && value === `${value}`,
  );
  return Object.fromEntries(entries);
}
