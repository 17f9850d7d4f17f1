import type { Category } from "../../shared/categories.ts";
import type { Origin } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import { newId } from "../../shared/ids.ts";
import type { InvoicePurchase } from "../../shared/invoices/purchases.ts";
import type { OfferInput } from "../../shared/offers.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import type { Unit } from "../../shared/quantity.ts";
import type { SearchOption } from "../ui/search-select.tsx";

/** What a person says of an article that is not known; « » in `family`: not answered yet. */
export interface Answer {
  /** Of the article that will be made. */
  id: string;
  /** An article the supplier has already; null: a new one. */
  existing: SearchOption | null;
  family: Family | "NOT_FOOD" | "";
  product: SearchOption | null;
  claims: readonly Category[];
  producer: SearchOption | null;
  commune: string | null;
  origin: Origin | null;
  /** As typed. */
  intermediaries: string;
}

/** Lines of one article that nobody has told about yet. */
export interface UnknownArticle {
  key: string;
  name: string;
  /** The supplier's own item number; null: none. */
  code: string | null;
  purchases: readonly InvoicePurchase[];
}

/** The articles of the lines that are not known, each once, in the invoice's order. */
export function unknownArticles(
  purchases: readonly InvoicePurchase[],
  known: Readonly<Record<string, string>>,
): UnknownArticle[] {
  const found = new Map<string, UnknownArticle & { purchases: InvoicePurchase[] }>();
  for (const purchase of purchases) {
    if (purchase.kind === "charge" || known[purchase.key] !== undefined) continue;
    const key = purchase.aliases[0] ?? purchase.key;
    const article = found.get(key) ?? {
      key,
      name: purchase.name,
      code: purchase.sellerItemId,
      purchases: [],
    };
    article.purchases.push(purchase);
    found.set(key, article);
  }
  return [...found.values()];
}

/** Nothing said yet, but what the invoice itself says of origin. */
export function emptyAnswer({ purchases }: UnknownArticle): Answer {
  return {
    id: newId(),
    existing: null,
    family: "",
    product: null,
    claims: [],
    producer: null,
    commune: null,
    origin: purchases.some(({ originCountry }) => originCountry === "FR") ? "FRANCE" : null,
    intermediaries: "",
  };
}

/** The same answers for another article: where it comes from and through whom, its family, its marks. */
export function sameAnswers(answer: Answer, from: Answer): Answer {
  const { family, claims, producer, commune, origin, intermediaries } = from;
  return { ...answer, family, claims, producer, commune, origin, intermediaries };
}

/** Whether enough is said to make a line of it. */
export function isAnswered({ existing, family, intermediaries }: Answer): boolean {
  return existing !== null || (family !== "" && readIntermediaries(intermediaries) !== "unreadable");
}

/** Null: not said. */
export function readIntermediaries(typed: string): number | null | "unreadable" {
  if (typed.trim() === "") return null;
  const reading = parseScaled(typed, 0);
  return reading.ok && reading.value >= 0 && reading.value <= 9 ? reading.value : "unreadable";
}

/** The article that an answer makes. */
export function offerOfAnswer(
  answer: Answer,
  { article, unitGrams }: { article: UnknownArticle; unitGrams: number | null },
): OfferInput {
  const [first] = article.purchases;
  const unit: Unit = first?.unit ?? "PIECE";
  const intermediaries = readIntermediaries(answer.intermediaries);
  return {
    productId: answer.product?.value ?? null,
    code: article.code === null || article.code.trim() === "" ? null : article.code.trim().slice(0, 60),
    name: article.name.trim().slice(0, 200),
    family: answer.family === "" || answer.family === "NOT_FOOD" ? null : answer.family,
    unit,
    packGrams: unit === "KG" || unit === "G" ? null : unitGrams,
    vatBp: first?.vatBp ?? 0,
    claims: [...answer.claims],
    organicStage: answer.claims.includes("BIO") ? "AB" : null,
    certifiedShareBp: null,
    producerId: answer.producer?.value ?? null,
    originCommunes: answer.commune === null ? [] : [answer.commune],
    origin: answer.origin,
    intermediaries: intermediaries === "unreadable" ? null : intermediaries,
    active: true,
  };
}
