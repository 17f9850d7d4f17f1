import type { DateKind, IsoDate, Place } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Offer } from "../../shared/offers.ts";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import type { OrderTemplate } from "../../shared/order-templates.ts";
import type { OrderingTerms } from "../../shared/ordering-terms.ts";
import type { OrderKind, OrderLine } from "../../shared/orders.ts";
import type { PriceListWithLines } from "../../shared/price-lists.ts";
import type { Unit } from "../../shared/quantity.ts";
import type { Surroundings } from "../../shared/surroundings.ts";

/** The last time the canteen bought an article. */
export interface LastPurchase {
  offerId: Id;
  date: IsoDate;
  /** Ten-thousandths of a euro per unit, HT; null: only an amount was known. */
  unitPriceHtE4: number | null;
  unit: Unit | null;
  unitGrams: number | null;
}

/** What the page knows of one supplier for one canteen. */
export interface Catalogue {
  offers: readonly Offer[];
  offerById: ReadonlyMap<Id, Offer>;
  /** By search key of the name and of the item number; null: several articles share it. */
  offerByKey: ReadonlyMap<string, Offer | null>;
  lastPurchases: ReadonlyMap<Id, LastPurchase>;
  surroundings: Surroundings;
  /** The last order to the supplier; null: none yet. */
  lastOrder: { orderedOn: IsoDate; lines: readonly OrderLine[] } | null;
  templates: readonly OrderTemplate[];
  terms: OrderingTerms;
  /** What the supplier announced, over the last year. */
  priceLists: readonly PriceListWithLines[];
}

/** Everything a line is read among. */
export interface EntryContext {
  locale: Locale;
  supplierId: Id | null;
  kind: OrderKind;
  status: OrderStatus;
  date: IsoDate;
  dateKind: DateKind;
  /** Null: no supplier yet, or its articles are still on their way. */
  catalogue: Catalogue | null;
  places: ReadonlyMap<string, Place>;
}

/** The catalogue with its indexes. */
export function indexCatalogue(
  given: Pick<Catalogue, "offers" | "surroundings" | "lastOrder" | "templates" | "terms" | "priceLists"> & {
    lastPurchases: readonly LastPurchase[];
  },
): Catalogue {
  const offerByKey = new Map<string, Offer | null>();
  for (const offer of given.offers)
    for (const name of [offer.name, offer.code ?? ""]) {
      const key = searchKey(name);
      if (key !== "")
        offerByKey.set(key, offerByKey.has(key) && offerByKey.get(key) !== offer ? null : offer);
    }
  return {
    ...given,
    offerById: new Map(given.offers.map((offer) => [offer.id, offer])),
    offerByKey,
    lastPurchases: new Map(given.lastPurchases.map((purchase) => [purchase.offerId, purchase])),
  };
}

/** The one article of this name or number; null: none, or several. */
export function articleNamed(catalogue: Catalogue | null, text: string): Offer | null {
  return catalogue?.offerByKey.get(searchKey(text)) ?? null;
}
