import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import { listLinkedOffers } from "../../db/queries/offers.ts";
import { listMinimumOrders } from "../../db/queries/ordering-terms.ts";
import { listArticlePrices, listBoughtCells, listBoughtOrders } from "../../db/queries/path-purchases.ts";
import { listProductsById } from "../../db/queries/products.ts";
import { listSuppliersById } from "../../db/queries/suppliers.ts";
import { listTargetsOfCanteens } from "../../db/queries/targets.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { yearOf } from "../../shared/calendar.ts";
import type { Canteen } from "../../shared/canteens.ts";
import { articleOfOffer, verdictOfArticle } from "../../shared/compared-article.ts";
import { comparisonWindow } from "../../shared/comparison.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { INDICATORS } from "../../shared/indicators/indicators.ts";
import type { Certainty } from "../../shared/marks.ts";
import type { Offer } from "../../shared/offers.ts";
import type { PathModel } from "../../shared/optimiser/path-model.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { monthsOf } from "../../shared/periods.ts";
import type { Product } from "../../shared/products.ts";
import { openingOf, serviceDaysOf } from "../../shared/service-days.ts";
import { targetsInForce } from "../../shared/targets.ts";
import { AppError } from "../app-error.ts";
import { assemblePath } from "../optimiser/assemble-path.ts";
import { articlesOf, effectsOfCells } from "../optimiser/path-posts.ts";
import type { KnownOffer } from "../optimiser/path-switches.ts";
import { loadSurroundings } from "./surroundings.ts";

export interface PathAsked {
  canteenId: Id;
  /** Canteens whose prices the caller may read. */
  priceCanteenIds: readonly Id[];
  range: MonthRange;
  certainty: Certainty;
  today: IsoDate;
}

/** The canteen's purchases over the months, and at what known prices each could be bought otherwise. NOT_FOUND. */
export async function readPathModel(reader: Kysely<Database>, asked: PathAsked): Promise<PathModel> {
  return await readSnapshot(reader, (trx) => read(trx, asked));
}

async function read(trx: Transaction<Database>, asked: PathAsked): Promise<PathModel> {
  const { canteenId, range, certainty, today } = asked;
  const [canteen] = await listCanteens(trx, [canteenId]);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  const period = { canteenId, ...range };
  const cells = await listBoughtCells(trx, period);
  const articles = articlesOf(cells, await listBoughtOrders(trx, period));
  const offers = await readOffers(trx, asked);
  const supplierIds = [...articles, ...offers.known].map(({ supplierId }) => supplierId);
  const year = yearOf(range.toMonth);
  const own = await listTargetsOfCanteens(trx, { canteenIds: [canteenId], year });
  const scope = { year, basis: "value", regime: canteen.regime, canteenId } as const;
  return {
    range,
    certainty,
    meals: mealsOver(canteen, range),
    targets: INDICATORS.flatMap((indicator) =>
      targetsInForce(own, indicator, scope).map(({ shareBp, source }) => ({ indicator, shareBp, source })),
    ),
    startCents: cells.reduce((sum, { amountCents }) => sum + amountCents, 0),
    start: effectsOfCells(cells, certainty),
    ...assemblePath({
      articles,
      offers: offers.known,
      products: offers.products,
      certainty,
      suppliers: await listSuppliersById(trx, supplierIds),
      minimums: await listMinimumOrders(trx, canteen.organisationId),
    }),
  };

  async function readOffers(
    db: Transaction<Database>,
    { priceCanteenIds }: PathAsked,
  ): Promise<{ known: KnownOffer[]; products: Map<Id, Product> }> {
    const { from } = comparisonWindow(today);
    const prices = new Map(
      (await listArticlePrices(db, { canteenIds: priceCanteenIds, from })).map((price) => [
        price.offerId,
        price,
      ]),
    );
    const offersInUse = (await listLinkedOffers(db)).filter(
      ({ id, family }) => prices.has(id) && family !== null,
    );
    const bought = articles.flatMap(({ productId }) => productId ?? []);
    const productIds = [...offersInUse.flatMap(({ productId }) => productId ?? []), ...bought];
    const products = new Map(
      (await listProductsById(db, productIds)).map((product) => [product.id, product]),
    );
    const around = await loadSurroundings(
      db,
      canteenId,
      sourcesOf(offersInUse, await producersOf(db, offersInUse)),
    );
    const known = offersInUse.flatMap((offer): KnownOffer[] => {
      const { id, supplierId, productId, family, name } = offer;
      const price = prices.get(id);
      const product = productId === null ? undefined : products.get(productId);
      if (price === undefined || product === undefined || family === null) return [];
      const verdict = verdictOfArticle(articleOfOffer(offer), today, around);
      return [{ offerId: id, supplierId, name, product, family, price, verdict }];
    });
    return { known, products };
  }
}

/** The suppliers of the articles and whoever produces them: their places count too. */
async function producersOf(db: Transaction<Database>, offers: readonly Offer[]) {
  const ids = offers.flatMap(({ supplierId, producerId }) => [supplierId, producerId ?? supplierId]);
  return await listSuppliersById(db, ids);
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

/** Meals of the year as the days of service of these months share them; null: not known. */
function mealsOver({ mealsPerYear, sector }: Canteen, range: MonthRange): number | null {
  if (mealsPerYear === null) return null;
  const months = monthsOf(range);
  const opening = openingOf(sector);
  const days = (of: readonly string[]): number =>
    of.reduce((sum, month) => sum + serviceDaysOf(opening, month), 0);
  const ofYear = days(
    monthsOf({ fromMonth: `${yearOf(range.toMonth)}-01`, toMonth: `${yearOf(range.toMonth)}-12` }),
  );
  if (months.length === 12 || ofYear === 0) return mealsPerYear;
  return Math.round((mealsPerYear * days(months)) / ofYear);
}
