import { splitDate } from "../../shared/calendar.ts";
import type { Random } from "../../shared/random.ts";
import { createRandom } from "../../shared/random.ts";
import type { OpeningKind, OpenWeek } from "./calendar.ts";
import type { DemoCanteen } from "./canteens.ts";
import type { DemoProduct, Role } from "./product-model.ts";
import { isInSeason } from "./products.ts";

/** One thing a canteen needs for one week; who sells it is chosen later. */
export interface Need {
  key: string;
  canteen: DemoCanteen;
  week: OpenWeek;
  product: DemoProduct;
  /** Thousandths of the product's unit. */
  quantityMilli: number;
}

/** How many lines of a role a full week has, per 100 weeks. */
type Menu = Readonly<Record<Role, number>>;
const MENUS: Record<OpeningKind, Menu> = {
  COLLEGE: {
    POULTRY: 100,
    RED_MEAT: 100,
    FISH: 100,
    VEGGIE_MAIN: 100,
    VEGETABLE: 190,
    STARCH: 180,
    RAW_STARTER: 190,
    CHARCUTERIE: 75,
    CHEESE: 100,
    YOGURT: 100,
    FRUIT: 165,
    DESSERT: 95,
    BREAD: 100,
    PANTRY: 105,
    DRINK: 15,
    SUPPLY: 12,
  },
  OFFICE: {
    POULTRY: 100,
    RED_MEAT: 200,
    FISH: 130,
    VEGGIE_MAIN: 130,
    VEGETABLE: 400,
    STARCH: 300,
    RAW_STARTER: 400,
    CHARCUTERIE: 100,
    CHEESE: 200,
    YOGURT: 200,
    FRUIT: 300,
    DESSERT: 200,
    BREAD: 100,
    PANTRY: 300,
    DRINK: 50,
    SUPPLY: 25,
  },
};

/** Servings of one line for 100 diners a day. */
const SERVINGS: Readonly<Record<Role, number>> = {
  POULTRY: 94,
  RED_MEAT: 92,
  FISH: 88,
  VEGGIE_MAIN: 90,
  VEGETABLE: 140,
  STARCH: 130,
  RAW_STARTER: 120,
  CHARCUTERIE: 100,
  CHEESE: 210,
  YOGURT: 220,
  FRUIT: 140,
  DESSERT: 130,
  BREAD: 380,
  PANTRY: 400,
  DRINK: 150,
  SUPPLY: 1,
};

const FULL_WEEK: Record<OpeningKind, number> = { COLLEGE: 4, OFFICE: 5 };
/** Civil servants are away in summer and between the year's end feasts. */
const QUIET_MONTHS: Readonly<Record<number, number>> = { 7: 75, 8: 45, 12: 85 };

/** What the canteen needs for a week, among the products that somebody sells to it. */
export function weeklyNeeds(
  canteen: DemoCanteen,
  week: OpenWeek,
  sold: ReadonlyMap<Role, readonly DemoProduct[]>,
): Need[] {
  const random = createRandom(`menu ${canteen.key} ${week.monday}`);
  const month = splitDate(week.monday).month;
  const served = new Set<string>();
  const needs: Need[] = [];
  for (const [role, per100] of Object.entries(MENUS[canteen.opening]) as [Role, number][]) {
    const lines = linesOf(per100 * week.days.length, FULL_WEEK[canteen.opening], random);
    for (let line = 0; line < lines; line++) {
      const choice = (sold.get(role) ?? []).filter((p) => isInSeason(p, month) && !served.has(p.key));
      const product = choice[random.below(Math.max(1, choice.length))];
      if (product === undefined) continue;
      served.add(product.key);
      const servings = servingsOf(canteen, role, { month, random });
      const key = `${canteen.key} ${week.monday} ${role} ${line}`;
      needs.push({ key, canteen, week, product, quantityMilli: quantityOf(product, servings, random) });
    }
  }
  return needs;
}

function linesOf(per100Days: number, fullWeek: number, random: Random): number {
  const hundredths = Math.round(per100Days / fullWeek);
  return Math.floor(hundredths / 100) + (random.chance((hundredths % 100) * 100) ? 1 : 0);
}

function servingsOf(
  canteen: DemoCanteen,
  role: Role,
  { month, random }: { month: number; random: Random },
): number {
  const quiet = canteen.opening === "OFFICE" ? (QUIET_MONTHS[month] ?? 100) : 100;
  const diners = (canteen.diners * quiet * random.between(94, 106)) / 10_000;
  return Math.max(1, Math.round((diners * SERVINGS[role]) / 100));
}

/** Servings turned into what can be ordered: half kilos, kilos above 20 kg, whole pieces and litres. */
function quantityOf(product: DemoProduct, servings: number, random: Random): number {
  if (product.role === "SUPPLY") return random.between(1, 4) * 1000;
  const grams = servings * product.portionGrams;
  if (product.unitGrams !== null) return Math.max(1, Math.round(grams / product.unitGrams)) * 1000;
  const step = grams < 20_000 ? 500 : 1000;
  return Math.max(step, Math.round(grams / step) * step);
}
