import type { DemoCanteen } from "../../../server/demo/canteens.ts";
import { allPurchases } from "../../../server/demo/generate.ts";
import { ordersOf } from "../../../server/demo/orders.ts";
import type { Purchase } from "../../../server/demo/purchases.ts";
import type { Places } from "../../../server/demo/surroundings.ts";
import { DEMO_COMMUNES } from "../../../server/demo/surroundings.ts";
import { referenceCommunes } from "../../../server/reference/communes.ts";
import { readDecoupage, readPlaces } from "../../../server/reference/packages.ts";
import { FRENCH_COUNTRIES, townCentres } from "../../../server/reference/towns.ts";
import type { IsoDate } from "../../../shared/facts.ts";
import type { Order } from "../../../shared/orders.ts";

/** The whole demonstration as it is told on a day, without a database. */
export interface Story {
  today: IsoDate;
  places: Places;
  canteens: { canteen: DemoCanteen; purchases: Purchase[]; orders: Order[] }[];
}

export function tellStory(today: IsoDate): Story {
  const places = readDemoPlaces();
  const canteens = allPurchases({ today, places }).map(({ canteen, purchases }) => ({
    canteen,
    purchases,
    orders: ordersOf(purchases, today),
  }));
  return { today, places, canteens };
}

/** Read once: all of France is gone through for a few dozen communes. */
export function readDemoPlaces(): Places {
  demoPlaces ??= placeDemoCommunes();
  return demoPlaces;
}

let demoPlaces: Places | undefined;

function placeDemoCommunes(): Places {
  const decoupage = readDecoupage();
  const communes = referenceCommunes(
    decoupage,
    townCentres(readPlaces(FRENCH_COUNTRIES), decoupage.communes),
  );
  const wanted = communes.filter(({ code }) => DEMO_COMMUNES.includes(code));
  return new Map(
    wanted.map(({ code, name, epci, departement, region, position }) => [
      code,
      { commune: code, communeName: name, epci, departement, region, pats: [], position },
    ]),
  );
}
