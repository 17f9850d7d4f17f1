import type { KiloPrice } from "../../shared/comparison.ts";
import { centsPerKg, costOf } from "../../shared/comparison.ts";
import { boughtGrams, edibleGrams, edibleYield } from "../../shared/edible.ts";
import type { IsoMonth, Verdict } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { FigureCell } from "../../shared/indicators/shares.ts";
import type { Certainty } from "../../shared/marks.ts";
import type { AnnouncingList, WayWords } from "../../shared/optimiser/path-model.ts";
import type { Switch } from "../../shared/optimiser/problem.ts";
import type { Product } from "../../shared/products.ts";
import type { BoughtArticle } from "./path-posts.ts";
import { effectsOfCells, replacedEffects } from "./path-posts.ts";

/** What an article costs, and who says so. */
export interface OfferPrice extends KiloPrice {
  /** Lines that were paid; 0: none, its price is announced. */
  lines: number;
  /** The price list in force that announces it; null: it is the mean of what was paid. */
  list: AnnouncingList | null;
}

/** An article in use with what was paid for it and what a line bought today would be. */
export interface KnownOffer {
  offerId: Id;
  supplierId: Id;
  name: string;
  product: Product;
  family: Family;
  price: OfferPrice;
  verdict: Verdict;
}

/** Buying the article as this offer, in its season; null: nothing of it could be. */
export function switchTo(
  article: BoughtArticle,
  { product, offer, certainty }: { product: Product; offer: KnownOffer; certainty: Certainty },
): { way: Switch; words: WayWords } | null {
  const months = [...article.months.keys()].filter((month) => isInSeason(offer.product, month));
  const out = months.flatMap((month) => article.months.get(month) ?? []);
  const outGrams = out.reduce((sum, cell) => sum + cell.weightGrams, 0);
  const outCents = out.reduce((sum, cell) => sum + cell.amountCents, 0);
  const grams = equivalentGrams(outGrams, product, offer.product);
  if (grams === null || outGrams <= 0 || outCents <= 0) return null;
  const inCents = costOf(grams, offer.price);
  if (inCents <= 0) return null;
  const orders = ordersIn(article, months);
  const rest = [...article.months.keys()].filter((month) => !months.includes(month));
  return {
    way: {
      id: `${article.id}>${offer.offerId}`,
      supplierId: offer.supplierId,
      outCents,
      inCents,
      grams,
      orders,
      ordersLeft: ordersIn(article, rest),
      effects: replacedEffects(
        effectsOfCells([cellOf(offer, inCents, grams)], certainty),
        effectsOfCells(out, certainty),
      ),
    },
    words: {
      productName: offer.product.name,
      articleName: offer.name,
      gamme: offer.product.gamme,
      centsPerKg: centsPerKg(offer.price),
      lines: offer.price.lines,
      list: offer.price.list,
      months: rest.length === 0 ? null : months.toSorted(),
    },
  };
}

/** As much on the plate: by the shares that are eaten when the form differs; null: one of them is not known. */
function equivalentGrams(grams: number, from: Product, to: Product): number | null {
  if (from.id === to.id) return grams;
  const [out, into] = [edibleYield(from), edibleYield(to)];
  if (out === null || into === null || into.referenceBp <= 0) return null;
  return boughtGrams(edibleGrams(grams, out), into);
}

function isInSeason({ season }: Product, month: IsoMonth): boolean {
  return season.length === 0 || season.includes(Number(month.slice(5, 7)));
}

/** At least one delivery for what is bought. */
function ordersIn({ ordersByMonth }: BoughtArticle, months: readonly IsoMonth[]): number {
  if (months.length === 0) return 0;
  return Math.max(
    1,
    months.reduce((sum, month) => sum + (ordersByMonth.get(month) ?? 0), 0),
  );
}

function cellOf({ family, verdict }: KnownOffer, amountCents: number, weightGrams: number): FigureCell {
  const { strictCategory, declaredCategory, marks } = verdict;
  return {
    family,
    strictCategory,
    declaredCategory,
    marks,
    amountCents,
    weightGrams,
    weighedCents: amountCents,
  };
}
