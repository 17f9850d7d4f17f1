import { addDays } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import { openWeeks } from "./calendar.ts";
import { calibrate, PUBLISHED } from "./calibration.ts";
import type { DemoCanteen } from "./canteens.ts";
import { DEMO_CANTEENS, RESTAURANT } from "./canteens.ts";
import { FIRST_DAY } from "./ids.ts";
import type { Choice, Purchase } from "./purchases.ts";
import { purchaseOf } from "./purchases.ts";
import type { Catalogue } from "./sourcing.ts";
import { catalogueOf, chooseArticles } from "./sourcing.ts";
import type { Places } from "./surroundings.ts";
import { demoSurroundings } from "./surroundings.ts";

/** Orders are made up to a week ahead. */
const AHEAD_DAYS = 7;

/** What the story needs: how far it goes, and the places of DEMO_COMMUNES. */
export interface DemoSetting {
  today: IsoDate;
  places: Places;
}

/** Everything a canteen bought or is about to buy, from the first day to a week after `today`. */
export function purchasesOf(canteen: DemoCanteen, { today, places }: DemoSetting): Purchase[] {
  const surroundings = demoSurroundings(today, places)(canteen);
  const catalogue = catalogueOf(canteen, places);
  const weeks = openWeeks(canteen.opening, { from: FIRST_DAY, to: addDays(today, AHEAD_DAYS) });
  const choices = chooseArticles(canteen, weeks, { catalogue, surroundings });
  const settled =
    canteen.key === RESTAURANT ? asPublished(choices, { catalogue, surroundings, today }) : choices;
  return settled.map(purchaseOf);
}

/** Once over, the restaurant's published year has its published shares. */
function asPublished(
  choices: readonly Choice[],
  { today, ...around }: { today: IsoDate; catalogue: Catalogue; surroundings: Surroundings },
): readonly Choice[] {
  const [from, to] = [`${PUBLISHED.year}-01-01`, `${PUBLISHED.year}-12-31`];
  return today <= to ? choices : calibrate(choices, PUBLISHED, { ...around, from, to });
}

/** Purchases of every canteen, in the order of the canteens. */
export function allPurchases(setting: DemoSetting): { canteen: DemoCanteen; purchases: Purchase[] }[] {
  return DEMO_CANTEENS.map((canteen) => ({ canteen, purchases: purchasesOf(canteen, setting) }));
}
