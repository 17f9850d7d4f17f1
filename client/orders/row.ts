import type { OrganicStage, Origin } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Refusal } from "../../shared/refusals.ts";

/** What a person types on a line. `vat` and `unitWeight` stand in the panel, the others in the grid. */
export const FIELDS = [
  "article",
  "quantity",
  "unit",
  "price",
  "amount",
  "received",
  "family",
  "marks",
  "origin",
  "intermediaries",
  "vat",
  "unitWeight",
] as const;
export type Field = (typeof FIELDS)[number];

/** Known article behind the text of the article cell; it holds only while that text is its name. */
export interface ArticleLink {
  name: string;
  offerId: Id | null;
  productId: Id | null;
}

/** Facts of the article that have no cell of their own. */
export interface HiddenFacts {
  producerId: Id | null;
  /** Origin said beside communes; without communes it is a word of the origin cell. */
  origin: Origin | null;
  /** AB or null; a conversion is a word of the marks cell. */
  organicStage: OrganicStage | null;
  certifiedShareBp: number | null;
  /** The supplier said no: the cell can only say yes or nothing. */
  deniedShort: boolean;
  deniedLocal: boolean;
}

/** One line of the grid: what was typed, character by character, and what choosing an article added. */
export interface Row {
  /** Id of the order line it becomes. */
  id: Id;
  texts: Readonly<Record<Field, string>>;
  link: ArticleLink | null;
  hidden: HiddenFacts;
  /** INSEE codes of the communes chosen by name on this line, by search key of the word shown. */
  communes: Readonly<Record<string, string>>;
  /** Price filled from the last purchase; it is « repris » while the cell still says it. */
  carriedPrice: { text: string; date: string } | null;
  /** Why less was kept than was ordered; absent in a draft older than this field. */
  refusal?: Refusal | null;
}

export const NO_HIDDEN_FACTS: HiddenFacts = {
  producerId: null,
  origin: null,
  organicStage: null,
  certifiedShareBp: null,
  deniedShort: false,
  deniedLocal: false,
};

const NO_TEXTS: Row["texts"] = {
  article: "",
  quantity: "",
  unit: "",
  price: "",
  amount: "",
  received: "",
  family: "",
  marks: "",
  origin: "",
  intermediaries: "",
  vat: "",
  unitWeight: "",
};

/** The always-open line. */
export function blankRow(id: Id): Row {
  return { id, texts: NO_TEXTS, link: null, hidden: NO_HIDDEN_FACTS, communes: {}, carriedPrice: null };
}

/** Nothing was typed on it: it is not a line yet. */
export function isBlankRow(row: Row): boolean {
  return FIELDS.every((field) => row.texts[field].trim() === "");
}

/** The article still behind the text; null: free text. */
export function articleOf(row: Row): ArticleLink | null {
  return row.link !== null && row.link.name === row.texts.article.trim() ? row.link : null;
}

/** Whether the price is still the one of the last purchase. */
export function isPriceCarried(row: Row): boolean {
  return row.carriedPrice !== null && row.carriedPrice.text === row.texts.price;
}

/** The row with one text changed. Another article takes its hidden facts away with it. */
export function withText(row: Row, field: Field, text: string): Row {
  if (row.texts[field] === text) return row;
  const changed = { ...row, texts: { ...row.texts, [field]: text } };
  if (field !== "article" || row.link === null || articleOf(changed) !== null) return changed;
  return { ...changed, link: null, hidden: NO_HIDDEN_FACTS };
}
