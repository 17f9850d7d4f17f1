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
  /** Indicators: length of the period, a day of it, raw product, grams of a portion, the figure followed. */
  par?: string;
  jour?: string;
  legume?: string;
  portion?: number;
  indicateur?: string;
}

const TEXTS = ["atelier", "onglet", "mois", "semaine", "lot", "produit", "par", "jour", "legume", "indicateur"] as const;
const NUMBERS = ["annee", "page", "portion"] as const;

/** Texts as they are, whole numbers as numbers: what is shown of them is the page's to check. */
export function validateLegumerieSearch(search: Record<string, unknown>): LegumerieSearch {
  const texts = TEXTS.filter((key) => search[key] && search[key] === `${search[key]}`);
  const numbers = NUMBERS.filter((key) => Number.isInteger(search[key]) && Number(search[key]) > 0);
  return Object.fromEntries([...texts, ...numbers].map((key) => [key, search[key]]));
}
