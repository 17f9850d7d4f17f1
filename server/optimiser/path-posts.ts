import type { BoughtCell, BoughtOf } from "../../db/queries/path-purchases.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATORS } from "../../shared/indicators/indicators.ts";
import { basePredicate, indicatorPredicate } from "../../shared/indicators/predicate.ts";
import type { FigureCell } from "../../shared/indicators/shares.ts";
import { sumOf } from "../../shared/indicators/shares.ts";
import type { Certainty } from "../../shared/marks.ts";
import type { Effect, Effects } from "../../shared/optimiser/problem.ts";

/** An article the canteen bought, with its months. */
export interface BoughtArticle extends BoughtOf {
  id: string;
  months: ReadonlyMap<IsoMonth, FigureCell[]>;
  ordersByMonth: ReadonlyMap<IsoMonth, number>;
}

/** The article of a line, as one text. */
export function boughtKey({ supplierId, productId, offerId }: BoughtOf): string {
  return `${supplierId}/${productId ?? ""}/${offerId ?? ""}`;
}

/** The cells article by article, in order of first meeting. */
export function articlesOf(
  cells: readonly BoughtCell[],
  orders: readonly (BoughtOf & { month: IsoMonth; orders: number })[],
): BoughtArticle[] {
  const found = new Map<
    string,
    BoughtOf & { id: string; months: Map<IsoMonth, FigureCell[]>; ordersByMonth: Map<IsoMonth, number> }
  >();
  for (const cell of cells) {
    const id = boughtKey(cell);
    const { supplierId, productId, offerId } = cell;
    const article = found.get(id) ?? {
      id,
      supplierId,
      productId,
      offerId,
      months: new Map(),
      ordersByMonth: new Map(),
    };
    article.months.set(cell.month, [...(article.months.get(cell.month) ?? []), cell]);
    found.set(id, article);
  }
  for (const each of orders) found.get(boughtKey(each))?.ordersByMonth.set(each.month, each.orders);
  return [...found.values()];
}

/** What some cells add to every indicator, cents HT. */
export function effectsOfCells(cells: readonly FigureCell[], certainty: Certainty): Effects {
  return perIndicator((indicator) => ({
    base: sumOf(cells, { predicate: basePredicate(indicator), basis: "value" }),
    counted: sumOf(cells, { predicate: indicatorPredicate(indicator, certainty), basis: "value" }),
  }));
}

/** What comes in less what goes out. */
export function replacedEffects(into: Effects, out: Effects): Effects {
  return perIndicator((indicator) => ({
    base: into[indicator].base - out[indicator].base,
    counted: into[indicator].counted - out[indicator].counted,
  }));
}

function perIndicator(make: (indicator: Indicator) => Effect): Effects {
  return Object.fromEntries(INDICATORS.map((indicator) => [indicator, make(indicator)])) as Record<
    Indicator,
    Effect
  >;
}
