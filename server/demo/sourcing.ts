import { yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { distanceM } from "../../shared/geo/distance.ts";
import { lineAmountHtCents } from "../../shared/money.ts";
import { createRandom } from "../../shared/random.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import type { OpenWeek } from "./calendar.ts";
import type { Aim, DemoCanteen } from "./canteens.ts";
import { AIMS, aimBp } from "./canteens.ts";
import type { Sums } from "./measure.ts";
import { addSums, meetsAims, NOTHING } from "./measure.ts";
import type { Need } from "./menus.ts";
import { weeklyNeeds } from "./menus.ts";
import type { DemoOffer } from "./offers.ts";
import { DEMO_OFFERS } from "./offers.ts";
import type { DemoProduct, Role } from "./product-model.ts";
import type { Choice } from "./purchases.ts";
import { priceOf } from "./purchases.ts";
import type { Places } from "./surroundings.ts";
import { placeOf } from "./surroundings.ts";
import { recipeOf, WORKSHOPS_OPEN_ON } from "./workshop-recipes.ts";

/** Articles a canteen can buy, by product. */
export type Catalogue = ReadonlyMap<DemoProduct, readonly DemoOffer[]>;

/** Weight of one basis point that is missing to an aim, of an order already made, of a habit and of chance. */
const PULL: Record<Aim, number> = { organic: 3, egalim: 2, near: 2 };
const FURTHEST_PULL_BP = 900;
const SAME_WEEK = 1300;
const HABIT = 600;
const CHANCE = 900;
const DOUBT = 400;
/** Shares are steered from the year's first week as if so many cents had been bought at the aim. */
const HEAD_START_CENTS = 300_000;

/** The articles of suppliers that deliver to the canteen; a hurried canteen takes nothing from a légumerie. */
export function catalogueOf(canteen: DemoCanteen, places: Places): Catalogue {
  const home = placeOf(places, canteen.commune).position;
  const catalogue = new Map<DemoProduct, DemoOffer[]>();
  for (const article of DEMO_OFFERS) {
    const { seller, product } = article;
    const from = placeOf(places, seller.supplier.productionCommune ?? seller.supplier.commune ?? "").position;
    const reached =
      seller.reachM === null || (home !== null && from !== null && distanceM(home, from) <= seller.reachM);
    if (!reached || (recipeOf(article) !== undefined && canteen.carelessness === 3)) continue;
    catalogue.set(product, [...(catalogue.get(product) ?? []), article]);
  }
  return catalogue;
}

/** What the canteen needs each week and the article chosen for each, steering towards its aims of the year. */
export function chooseArticles(
  canteen: DemoCanteen,
  weeks: readonly OpenWeek[],
  { catalogue, surroundings }: { catalogue: Catalogue; surroundings: Surroundings },
): Choice[] {
  const expect = expectationsIn(surroundings);
  const choices: Choice[] = [];
  let year = 0;
  let bought: Sums = NOTHING;
  for (const week of weeks) {
    const weekYear = yearOf(week.monday);
    if (weekYear !== year) bought = headStart(canteen, weekYear);
    year = weekYear;
    const sellers = new Set<string>();
    for (const need of weeklyNeeds(canteen, week, soldByRole(catalogue, week.monday))) {
      const articles = catalogue.get(need.product) ?? [];
      const scored = articles.map((article) => {
        const sums = expect({ need, article });
        const wish = pull(canteen, { bought, sums, year });
        return { article, sums, score: wish + taste(need, article, sellers) - doubt(need, article, sums) };
      });
      const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
      bought = addSums(bought, best.sums);
      sellers.add(best.article.seller.key);
      choices.push({ need, article: best.article });
    }
  }
  return choices;
}

/** How much the article brings the running shares towards the aims. */
function pull(
  canteen: DemoCanteen,
  { bought, sums, year }: { bought: Sums; sums: Sums; year: number },
): number {
  return AIMS.reduce((total, aim) => {
    const missing = aimBp(canteen, aim, year) - (bought[aim] * 10_000) / bought.all;
    const bounded = Math.max(-FURTHEST_PULL_BP, Math.min(FURTHEST_PULL_BP, missing));
    return total + (sums[aim] > 0 ? PULL[aim] * bounded : 0);
  }, 0);
}

/** Habits, an order that is already being made, and chance. */
function taste({ key, canteen }: Need, { seller, offer }: DemoOffer, sellers: ReadonlySet<string>): number {
  const habit = createRandom(`habit ${canteen.key} ${seller.key}`).below(HABIT);
  const chance = createRandom(`taste ${key} ${offer.id}`).below(CHANCE);
  return habit + chance + (sellers.has(seller.key) ? SAME_WEEK : 0);
}

/** A careful buyer avoids a mark whose proof is not there. */
function doubt({ canteen }: Need, { offer }: DemoOffer, { egalim }: Sums): number {
  return offer.claims.length > 0 && egalim === 0 ? DOUBT * (3 - canteen.carelessness) : 0;
}

function headStart(canteen: DemoCanteen, year: number): Sums {
  const share = (aim: Aim) => (HEAD_START_CENTS * aimBp(canteen, aim, year)) / 10_000;
  return { all: HEAD_START_CENTS, organic: share("organic"), egalim: share("egalim"), near: share("near") };
}

/** What a choice would add up to; whether it counts for an aim is found once per article and quarter. */
function expectationsIn(surroundings: Surroundings): (choice: Choice) => Sums {
  const known = new Map<string, Record<Aim, boolean>>();
  return (choice) => {
    const { need, article } = choice;
    if (article.offer.family === null) return NOTHING;
    const [year, month] = need.week.monday.split("-").map(Number);
    const key = `${article.offer.id} ${year} ${Math.ceil((month ?? 1) / 3)}`;
    const met = known.get(key) ?? meetsAims(choice, surroundings);
    known.set(key, met);
    const unitPriceHtE4 = priceOf(article, need.week.monday);
    const all = lineAmountHtCents({ quantityMilli: need.quantityMilli, unitPriceHtE4 });
    return { all, organic: met.organic ? all : 0, egalim: met.egalim ? all : 0, near: met.near ? all : 0 };
  };
}

/** Products that somebody sells that week, by role. */
function soldByRole(catalogue: Catalogue, monday: IsoDate): Map<Role, DemoProduct[]> {
  const roles = new Map<Role, DemoProduct[]>();
  for (const [product, articles] of catalogue) {
    const open = monday >= WORKSHOPS_OPEN_ON || articles.some((article) => recipeOf(article) === undefined);
    if (open) roles.set(product.role, [...(roles.get(product.role) ?? []), product]);
  }
  return roles;
}
