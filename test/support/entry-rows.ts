import type { EntryContext } from "../../client/orders/entry-context.ts";
import { indexCatalogue } from "../../client/orders/entry-context.ts";
import type { Field, Row } from "../../client/orders/row.ts";
import { blankRow } from "../../client/orders/row.ts";
import type { Place } from "../../shared/facts.ts";
import { newId } from "../../shared/ids.ts";
import type { Offer } from "../../shared/offers.ts";
import { NO_ORDERING_TERMS } from "../../shared/ordering-terms.ts";

export const TODAY = "2026-11-22";
export const SUPPLIER = newId();
const PRODUCT = newId();
const ARRAS: Place = {
  commune: "62041",
  communeName: "Arras",
  epci: "200033579",
  departement: "62",
  region: "32",
  pats: [],
  position: { latE6: 50_291_000, lngE6: 2_777_000, uncertaintyM: 0 },
};
const LENS: Place = { ...ARRAS, commune: "62498", communeName: "Lens", epci: "200033580" };

/** An article of the farm of Arras: organic carrots in boxes of 10 kg. */
export function offer(changes: Partial<Offer> = {}): Offer {
  return {
    id: newId(),
    supplierId: SUPPLIER,
    productId: PRODUCT,
    code: null,
    name: "Carotte bio",
    family: "FRUITS_ET_LEGUMES",
    unit: "BOX",
    packGrams: 10_000,
    vatBp: 550,
    claims: ["BIO"],
    organicStage: "AB",
    certifiedShareBp: null,
    producerId: SUPPLIER,
    originCommunes: ["62041"],
    origin: "FRANCE",
    intermediaries: 0,
    active: true,
    ...changes,
  };
}

/** A canteen of Arras whose supplier is a certified farm; the first article was bought at 12,50 €. */
export function context(offers: Offer[] = [], changes: Partial<EntryContext> = {}): EntryContext {
  const places = new Map([ARRAS, LENS].map((place) => [place.commune, place]));
  const [first] = offers;
  const catalogue = indexCatalogue({
    offers,
    lastOrder: null,
    templates: [],
    priceLists: [],
    terms: NO_ORDERING_TERMS,
    lastPurchases:
      first === undefined
        ? []
        : [
            {
              offerId: first.id,
              date: "2026-10-12",
              unitPriceHtE4: 125_000,
              unit: first.unit,
              unitGrams: null,
            },
          ],
    surroundings: {
      canteen: ARRAS,
      definitions: [{ scope: "KM", radiusM: 80_000, validFrom: "2020-01-01" }],
      suppliers: new Map([
        [
          SUPPLIER,
          {
            id: SUPPLIER,
            name: "Ferme",
            isProducer: true,
            productionCommune: "62041",
            ownPosition: null,
            certificates: [
              {
                id: newId(),
                scheme: "BIO",
                number: "1",
                families: [],
                offerIds: [],
                validFrom: "2020-01-01",
                validTo: null,
              },
            ],
          },
        ],
      ]),
      products: new Map([[PRODUCT, { id: PRODUCT, composition: "RAW", plant: true, farmKind: null }]]),
      places,
    },
  });
  return {
    locale: "fr",
    supplierId: SUPPLIER,
    kind: "ORDER",
    status: "DRAFT",
    date: TODAY,
    dateKind: "order",
    catalogue,
    places,
    ...changes,
  };
}

/** A row as typed. */
export function row(texts: Partial<Record<Field, string>>): Row {
  const blank = blankRow(newId());
  return { ...blank, texts: { ...blank.texts, ...texts } };
}

/** A row without error. */
export const FULL = { article: "Sel", quantity: "2", unit: "kg", price: "1,5", family: "Épicerie et autres" };
