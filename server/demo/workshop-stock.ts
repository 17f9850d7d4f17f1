import type { LegumerieLotsTable } from "../../db/tables/legumerie-lots.ts";
import { addDays, daysBetween } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { createRandom } from "../../shared/random.ts";
import { demoId } from "./ids.ts";
import { productId } from "./offers.ts";
import type { DemoSupplier } from "./suppliers.ts";
import type { Recipe } from "./workshop-recipes.ts";

/** Grams taken out of a lot for a batch. */
export interface Taken {
  lot: LegumerieLotsTable;
  grams: number;
}

interface Held {
  lot: LegumerieLotsTable;
  left: number;
}

/** Lots of one vegetable from one producer, oldest first. */
export interface Stock {
  lots: LegumerieLotsTable[];
  /** A lot of at least that weight comes in for what will be made next. */
  receive(grams: number, day: IsoDate): void;
  /** Takes what a batch of that day needs, from stock then from a new lot. */
  take(grams: number, day: IsoDate): Taken[];
  /** Takes out what is too old to be used. */
  clear(day: IsoDate): Taken[];
}

const TOO_OLD_DAYS = 28;
/** What a workshop pays, against the usual price of the raw vegetable. */
const BUYING_PERCENT = 58;
const VARIETIES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  carotte: ["Bolero", "Nantaise", "Maestro"],
  "pomme-de-terre": ["Agria", "Bintje", "Monalisa"],
  betterave: ["Pablo"],
  oignon: ["Jaune paille"],
};

export function createStock(recipe: Recipe, producer: DemoSupplier): Stock {
  const lots: LegumerieLotsTable[] = [];
  let held: Held[] = [];
  const receive = (grams: number, day: IsoDate): Held => {
    const lot = lotOf({ recipe, producer }, { grams, day, rank: lots.length + 1 });
    lots.push(lot);
    return { lot, left: lot.gross_grams };
  };
  return {
    lots,
    receive(grams, day) {
      held.push(receive(grams, day));
    },
    take(grams, day) {
      const missing = grams - held.reduce((sum, { left }) => sum + left, 0);
      if (missing > 0) held.push(receive(missing, day));
      const taken: Taken[] = [];
      let wanted = grams;
      for (const one of held) {
        const part = Math.min(one.left, wanted);
        if (part > 0) taken.push({ lot: one.lot, grams: part });
        one.left -= part;
        wanted -= part;
      }
      held = held.filter(({ left }) => left > 0);
      return taken;
    },
    clear(day) {
      const isOld = ({ lot }: Held) => daysBetween(lot.received_on, day) > TOO_OLD_DAYS;
      const old = held.filter(isOld);
      held = held.filter((one) => !isOld(one));
      return old.map(({ lot, left }) => ({ lot, grams: left }));
    },
  };
}

function lotOf(
  { recipe, producer }: { recipe: Recipe; producer: DemoSupplier },
  { grams, day, rank }: { grams: number; day: IsoDate; rank: number },
): LegumerieLotsTable {
  const key = `lot ${recipe.key} ${producer.key} ${rank}`;
  const random = createRandom(key);
  const receivedOn = addDays(day, -random.between(0, 4));
  const gross = (Math.ceil(grams / 10_000) + random.between(0, 1)) * 10_000;
  const centsPerKg = Math.round((recipe.raw.priceCents * BUYING_PERCENT * random.between(92, 108)) / 10_000);
  const pricedKg = recipe.raw.unitGrams === null ? gross / 1000 : gross / recipe.raw.unitGrams;
  return {
    legumerie_id: recipe.workshop.supplier.id,
    id: demoId(receivedOn, key),
    producer_id: producer.supplier.id,
    product_id: productId(recipe.raw),
    variety: VARIETIES[recipe.raw.key] ? random.pick(VARIETIES[recipe.raw.key] ?? [""]) : null,
    gross_grams: gross,
    price_ht_cents: recipe.owned ? Math.round(pricedKg * centsPerKg) : 0,
    harvested_on: addDays(receivedOn, -random.between(0, 3)),
    received_on: receivedOn,
    origin_commune: producer.supplier.productionCommune,
    organic_stage: recipe.organic ? "AB" : null,
    supplier_lot: `L${receivedOn.slice(2).replaceAll("-", "")}-${String(rank).padStart(2, "0")}`,
    intermediaries: 0,
    owned: recipe.owned ? 1 : 0,
    created_at: `${receivedOn}T07:00:00.000Z`,
  };
}
