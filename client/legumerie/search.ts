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
  /** Scenario: tonnes a year, then an integer of the smallest unit of each assumption. */
  tonnes?: number;
  semaines?: number;
  jours?: number;
  perte?: number;
  achat?: number;
  cadence?: number;
  heure?: number;
  variable?: number;
  fixe?: number;
  cantine?: number;
  insertion?: number;
}

const TEXTS = [
  "atelier",
  "onglet",
  "mois",
  "semaine",
  "lot",
  "produit",
  "par",
  "jour",
  "legume",
  "indicateur",
] as const;
const NUMBERS = ["annee", "page", "portion", "tonnes"] as const;
/** Nothing may be said of these too: 0. */
const AMOUNTS = [
  ...["semaines", "jours", "perte", "achat", "cadence"],
  ...["heure", "variable", "fixe", "cantine", "insertion"],
];

/** Texts as they are, whole numbers as numbers: what is shown of them is the page's to check. */
export function validateLegumerieSearch(search: Record<string, unknown>): LegumerieSearch {
  const texts = TEXTS.filter((key) => search[key] && search[key] === `${search[key]}`);
  const numbers = NUMBERS.filter((key) => Number.isInteger(search[key]) && Number(search[key]) > 0);
  const amounts = AMOUNTS.filter((key) => Number.isInteger(search[key]) && Number(search[key]) >= 0);
  return Object.fromEntries([...texts, ...numbers, ...amounts].map((key) => [key, search[key]]));
}
