import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { listLinkedOffers } from "../../db/queries/offers.ts";
import { listArticlePrices } from "../../db/queries/path-purchases.ts";
import { listPriceListsWithLines } from "../../db/queries/price-lists.ts";
import { listProductsById } from "../../db/queries/products.ts";
import { listSuppliersById } from "../../db/queries/suppliers.ts";
import { articleOfOffer, verdictOfArticle } from "../../shared/compared-article.ts";
import { comparisonWindow } from "../../shared/comparison.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import type { Offer } from "../../shared/offers.ts";
import { listInForce } from "../../shared/price-lists.ts";
import type { Product } from "../../shared/products.ts";
import { gramsOfOne } from "../../shared/quantity.ts";
import type { KnownOffer, OfferPrice } from "../optimiser/path-switches.ts";
import { loadSurroundings } from "./surroundings.ts";

export interface PathOffersAsked {
  canteenId: Id;
  organisationId: Id;
  /** Canteens whose prices the caller may read. */
  priceCanteenIds: readonly Id[];
  /** Products that the canteen buys. */
  bought: readonly Id[];
  today: IsoDate;
}

/** The linked articles whose price is known, as they would count today, and the products of all that is named. */
export async function readPathOffers(
  trx: Transaction<Database>,
  asked: PathOffersAsked,
): Promise<{ known: KnownOffer[]; products: Map<Id, Product> }> {
  const { canteenId, bought, today } = asked;
  const prices = await readPrices(trx, asked);
  const offers = (await listLinkedOffers(trx)).filter(({ id, family }) => prices.has(id) && family !== null);
  const productIds = [...offers.flatMap(({ productId }) => productId ?? []), ...bought];
  const products = new Map((await listProductsById(trx, productIds)).map((product) => [product.id, product]));
  const around = await loadSurroundings(trx, canteenId, sourcesOf(offers, await producersOf(trx, offers)));
  const known = offers.flatMap((offer): KnownOffer[] => {
    const { id, supplierId, productId, family, name } = offer;
    const price = prices.get(id);
    const product = productId === null ? undefined : products.get(productId);
    if (price === undefined || product === undefined || family === null) return [];
    const verdict = verdictOfArticle(articleOfOffer(offer), today, around);
    return [{ offerId: id, supplierId, name, product, family, price, verdict }];
  });
  return { known, products };
}

/** What was paid over a year, mean of all its seasons; else what the price list in force announces. */
async function readPrices(
  trx: Transaction<Database>,
  { organisationId, priceCanteenIds, today }: PathOffersAsked,
): Promise<Map<Id, OfferPrice>> {
  const { from } = comparisonWindow(today);
  const paid = await listArticlePrices(trx, { canteenIds: priceCanteenIds, from });
  const lists = await listPriceListsWithLines(trx, {
    organisationId,
    supplierId: null,
    from: today,
    to: today,
  });
  const prices = new Map<Id, OfferPrice>();
  for (const ofSupplier of groupBy(lists, (list) => list.supplierId).values()) {
    const list = listInForce(ofSupplier, today);
    for (const { offerId, unit, unitGrams, unitPriceHtE4 } of list?.lines ?? []) {
      const grams = gramsOfOne(unit, unitGrams);
      if (list === undefined || offerId === null || grams === null || unitPriceHtE4 <= 0) continue;
      // Ten-thousandths of a euro for one are as many cents for a hundred.
      const price = { amountCents: unitPriceHtE4, weightGrams: grams * 100, lines: 0 };
      prices.set(offerId, { ...price, list: { name: list.name, from: list.validFrom } });
    }
  }
  for (const { offerId, ...price } of paid) prices.set(offerId, { ...price, list: null });
  return prices;
}

/** The suppliers of the articles and whoever produces them: their places count too. */
async function producersOf(trx: Transaction<Database>, offers: readonly Offer[]) {
  const ids = offers.flatMap(({ supplierId, producerId }) => [supplierId, producerId ?? supplierId]);
  return await listSuppliersById(trx, ids);
}

function sourcesOf(offers: readonly Offer[], suppliers: Awaited<ReturnType<typeof producersOf>>) {
  return {
    supplierIds: suppliers.map(({ id }) => id),
    productIds: [...new Set(offers.flatMap(({ productId }) => productId ?? []))],
    communes: [
      ...offers.flatMap(({ originCommunes }) => originCommunes),
      ...suppliers.flatMap(({ productionCommune }) => productionCommune ?? []),
    ],
  };
}
