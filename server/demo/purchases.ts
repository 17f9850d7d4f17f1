import { addDays, dayOfWeek, yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { lineAmountHtCents } from "../../shared/money.ts";
import type { OrderLine } from "../../shared/orders.ts";
import { createRandom } from "../../shared/random.ts";
import { REFUSAL_REASONS } from "../../shared/refusals.ts";
import { demoId } from "./ids.ts";
import type { Need } from "./menus.ts";
import { withMistakes } from "./mistakes.ts";
import type { DemoOffer } from "./offers.ts";
import { productId } from "./offers.ts";
import { orderingTermsOf } from "./ordering-terms.ts";
import { unitPriceHtE4 } from "./prices.ts";
import { batchProducers, recipeOf } from "./workshop-recipes.ts";

/** A need and the article that serves it. */
export interface Choice {
  need: Need;
  article: DemoOffer;
}

/** A choice as it was ordered, delivered and typed. */
export interface Purchase extends Choice {
  orderedOn: IsoDate;
  /** Day agreed. */
  expectedOn: IsoDate;
  deliveredOn: IsoDate;
  /** Days after the day agreed. */
  daysLate: number;
  line: OrderLine;
  /** Goods given back, with the day of the credit note; null: none. */
  returned: { on: IsoDate; line: OrderLine } | null;
}

const LATE_BP = 400;
const SHORT_DELIVERY_BP = 250;
const RETURN_BP = 50;
/** Of short deliveries: sent back at the door rather than not there. */
const REFUSED_BP = 5000;

/** How often a buyer says « not local » of goods from who knows where, by carelessness; else they stay to be checked. */
const SAYS_FAR_BP = [9600, 9000, 8000, 6500] as const;

/** The purchase that follows from a choice; nothing in it depends on the other choices. */
export function purchaseOf(choice: Choice): Purchase {
  const { need, article } = choice;
  const delivery = deliveryOf(choice);
  const random = createRandom(`line ${need.key}`);
  const quantityMilli = need.quantityMilli;
  const received = random.between(80, 96);
  const receivedMilli = random.chance(SHORT_DELIVERY_BP) ? portion(quantityMilli, received) : null;
  const refusal = receivedMilli === null ? null : refusalOf(choice);
  const price = priceOf(article, need.week.monday);
  const saysFar = random.chance(SAYS_FAR_BP[Math.min(3, need.canteen.carelessness)] ?? 0);
  const id = demoId(delivery.orderedOn, `line ${need.key}`);
  const goods = articleLine(choice);
  const claimedLocal = saysFar && isFromFar(goods) ? false : null;
  const clean = {
    ...goods,
    claimedLocal,
    id,
    quantityMilli,
    receivedMilli,
    refusal,
    unitPriceHtE4: price,
  };
  const counted = { quantityMilli: receivedMilli ?? quantityMilli, unitPriceHtE4: price };
  const priced = { ...clean, amountHtCents: lineAmountHtCents(counted) };
  // A légumerie's delivery writes the line itself: nobody types it.
  const carelessness = recipeOf(article) === undefined ? need.canteen.carelessness : 0;
  const line = withMistakes(priced, article, { carelessness, random });
  return { ...choice, ...delivery, line, returned: returnOf(choice, line, delivery.deliveredOn) };
}

function refusalOf({ need }: Choice): OrderLine["refusal"] {
  const random = createRandom(`refusal ${need.key}`);
  return random.chance(REFUSED_BP) ? { reason: random.pick(REFUSAL_REASONS), note: null } : null;
}

/** Bought through several owners, without a commune of production. */
function isFromFar({ family, originCommunes, intermediaries }: ArticleLine): boolean {
  return family !== null && originCommunes.length === 0 && (intermediaries ?? 0) > 1;
}

/** Price HT of one unit that week, the same for every canteen, ten-thousandths of a euro. */
export function priceOf(article: DemoOffer, monday: IsoDate): number {
  return unitPriceHtE4(article, monday, createRandom(`price ${article.offer.id} ${monday}`));
}

/** What an article says of a line, before its quantity and price. */
export type ArticleLine = Omit<
  OrderLine,
  "id" | "quantityMilli" | "receivedMilli" | "refusal" | "unitPriceHtE4" | "amountHtCents"
>;

/** What the article fills in; a légumerie's goods are those of its batch of the week. */
export function articleLine(choice: Choice): ArticleLine {
  const { offer, product } = choice.article;
  return {
    productId: productId(product),
    offerId: offer.id,
    description: offer.name,
    family: offer.family,
    unit: offer.unit,
    unitGrams: offer.packGrams,
    vatBp: offer.vatBp,
    origin: offer.origin,
    claims: [...offer.claims],
    organicStage: offer.organicStage,
    certifiedShareBp: offer.certifiedShareBp,
    claimedShort: null,
    claimedLocal: null,
    ...goodsOf(choice),
  };
}

function goodsOf({
  need,
  article,
}: Choice): Pick<OrderLine, "producerId" | "originCommunes" | "intermediaries"> {
  const { offer } = article;
  const recipe = recipeOf(article);
  if (recipe === undefined) {
    const { producerId, intermediaries } = offer;
    return { producerId, originCommunes: [...offer.originCommunes], intermediaries };
  }
  const producers = batchProducers(recipe, need.week.monday);
  const [only] = producers;
  return {
    producerId: producers.length === 1 && only !== undefined ? only.supplier.id : null,
    originCommunes: [
      ...new Set(producers.flatMap(({ supplier }) => supplier.productionCommune ?? [])),
    ].sort(),
    intermediaries: recipe.owned ? 1 : 0,
  };
}

/**
 * Each supplier has its day at each canteen, one of those on which it says that it delivers, in a week when the canteen
 * is closed on them all any other; now and then it comes on a later open day of the week. It is ordered in time.
 */
function deliveryOf({
  need,
  article,
}: Choice): Pick<Purchase, "orderedOn" | "expectedOn" | "deliveredOn" | "daysLate"> {
  const { days, monday } = need.week;
  const habit = createRandom(`day ${need.canteen.key} ${article.seller.key}`);
  const { deliveryDays, orderDaysBefore } = orderingTermsOf(article.seller.supplier.id);
  const agreed = days.filter((day) => deliveryDays.some((weekday) => weekday === dayOfWeek(day)));
  const possible = agreed.length > 0 ? agreed : days;
  const planned = possible[habit.below(4) % possible.length] ?? monday;
  const orderedOn = addDays(planned, -Math.max(habit.between(3, 6), orderDaysBefore ?? 0));
  const chance = createRandom(`late ${need.canteen.key} ${article.seller.key} ${monday}`);
  const later = days.find((day) => day > planned);
  const late = later !== undefined && chance.chance(LATE_BP);
  const deliveredOn = late ? later : planned;
  const daysLate = days.indexOf(deliveredOn) - days.indexOf(planned);
  return { orderedOn, expectedOn: planned, deliveredOn, daysLate };
}

/** Part of the goods is given back some days later, never in another year. */
function returnOf({ need, article }: Choice, line: OrderLine, deliveredOn: IsoDate): Purchase["returned"] {
  const random = createRandom(`return ${need.key}`);
  const on = addDays(deliveredOn, random.between(2, 6));
  const share = random.between(10, 40);
  const quantityMilli = line.receivedMilli ?? line.quantityMilli;
  if (!random.chance(RETURN_BP) || quantityMilli === null || line.unitPriceHtE4 === null) return null;
  if (line.family === null || recipeOf(article) !== undefined) return null;
  if (yearOf(on) !== yearOf(deliveredOn)) return null;
  const back = portion(quantityMilli, share);
  const amountHtCents = lineAmountHtCents({ quantityMilli: back, unitPriceHtE4: line.unitPriceHtE4 });
  const id = demoId(on, `returned ${need.key}`);
  return {
    on,
    line: { ...line, id, quantityMilli: back, receivedMilli: null, refusal: null, amountHtCents },
  };
}

/** That many percent of a quantity: whole units, or half kilos of big quantities; never nothing. */
function portion(quantityMilli: number, percent: number): number {
  const step = quantityMilli >= 2000 ? 1000 : 500;
  return Math.max(step, Math.round((quantityMilli * percent) / 100 / step) * step);
}
