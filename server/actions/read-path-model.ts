import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import { listMinimumOrders } from "../../db/queries/ordering-terms.ts";
import { listBoughtCells, listBoughtOrders } from "../../db/queries/path-purchases.ts";
import { listSuppliersById } from "../../db/queries/suppliers.ts";
import { listTargetsOfCanteens } from "../../db/queries/targets.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { yearOf } from "../../shared/calendar.ts";
import type { Canteen } from "../../shared/canteens.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { INDICATORS } from "../../shared/indicators/indicators.ts";
import type { Certainty } from "../../shared/marks.ts";
import type { PathModel } from "../../shared/optimiser/path-model.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { monthsOf } from "../../shared/periods.ts";
import { openingOf, serviceDaysOf } from "../../shared/service-days.ts";
import { targetsInForce } from "../../shared/targets.ts";
import { AppError } from "../app-error.ts";
import { assemblePath } from "../optimiser/assemble-path.ts";
import { articlesOf, effectsOfCells } from "../optimiser/path-posts.ts";
import { readPathOffers } from "./read-path-offers.ts";

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
  const { canteenId, range, certainty } = asked;
  const [canteen] = await listCanteens(trx, [canteenId]);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  const period = { canteenId, ...range };
  const cells = await listBoughtCells(trx, period);
  const articles = articlesOf(cells, await listBoughtOrders(trx, period));
  const bought = articles.flatMap(({ productId }) => productId ?? []);
  const { organisationId } = canteen;
  const offers = await readPathOffers(trx, { ...asked, organisationId, bought });
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
      minimums: await listMinimumOrders(trx, organisationId),
    }),
  };
}

/** Meals of the year as the days of service of these months share them; null: not known. */
function mealsOver(canteen: Canteen, range: MonthRange): number | null {
  const { mealsPerYear } = canteen;
  if (mealsPerYear === null) return null;
  const months = monthsOf(range);
  const opening = openingOf(canteen);
  const days = (of: readonly string[]): number =>
    of.reduce((sum, month) => sum + serviceDaysOf(opening, month), 0);
  const ofYear = days(
    monthsOf({ fromMonth: `${yearOf(range.toMonth)}-01`, toMonth: `${yearOf(range.toMonth)}-12` }),
  );
  if (months.length === 12 || ofYear === 0) return mealsPerYear;
  return Math.round((mealsPerYear * days(months)) / ofYear);
}
