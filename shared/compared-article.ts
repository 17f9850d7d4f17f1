import type { ProductionDistance } from "./comparison.ts";
import { productionDistance } from "./comparison.ts";
import type { IsoDate, Place, Verdict } from "./facts.ts";
import type { Id } from "./ids.ts";
import type { Offer } from "./offers.ts";
import type { LineOfOrder, Surroundings } from "./surroundings.ts";
import { classifyLine } from "./surroundings.ts";

/** What a line of this supplier would say if it were entered today. */
export interface Article {
  supplierId: Id;
  line: LineOfOrder["line"];
}

const NO_AMOUNT = {
  quantityMilli: null,
  unit: null,
  receivedMilli: null,
  unitGrams: null,
  unitPriceHtE4: null,
} as const;

/** The line that choosing this article fills in. */
export function articleOfOffer(offer: Offer): Article {
  return {
    supplierId: offer.supplierId,
    line: {
      ...NO_AMOUNT,
      productId: offer.productId,
      offerId: offer.id,
      description: offer.name,
      family: offer.family,
      vatBp: offer.vatBp,
      producerId: offer.producerId,
      originCommunes: offer.originCommunes,
      origin: offer.origin,
      intermediaries: offer.intermediaries,
      claims: offer.claims,
      organicStage: offer.organicStage,
      certifiedShareBp: offer.certifiedShareBp,
      claimedShort: null,
      claimedLocal: null,
    },
  };
}

/** The same again as a line already bought; « local » said by another canteen says nothing here. */
export function articleOfLine(supplierId: Id, line: LineOfOrder["line"]): Article {
  return { supplierId, line: { ...line, claimedLocal: null } };
}

/** The verdict of the article bought today. */
export function verdictOfArticle(article: Article, today: IsoDate, around: Surroundings): Verdict {
  const { line, supplierId } = article;
  return classifyLine({ line, supplierId, date: today, dateKind: "order" }, around);
}

/** How far the article is produced; when it names no commune, where its producer produces. */
export function articleDistance(
  { line, supplierId }: Article,
  around: Surroundings,
): ProductionDistance | null {
  const producer = producerOf({ line, supplierId }, around);
  const assumed = line.originCommunes.length === 0;
  const codes = assumed ? [producer?.productionCommune ?? ""] : line.originCommunes;
  const places: Place[] = [];
  for (const code of codes) {
    const place = around.places.get(code);
    if (place === undefined) return null;
    const own = producer?.productionCommune === code ? producer.ownPosition : null;
    places.push(own === null ? place : { ...place, position: own });
  }
  return productionDistance(around.canteen, places, assumed);
}

/** The producer named, else the supplier when it produces itself. */
function producerOf({ line, supplierId }: Article, around: Surroundings) {
  const named = line.producerId === null ? undefined : around.suppliers.get(line.producerId);
  if (named !== undefined) return named;
  const supplier = around.suppliers.get(supplierId);
  return supplier?.isProducer ? supplier : undefined;
}
