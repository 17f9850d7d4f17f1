import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { insertPriceList } from "../../db/queries/price-lists.ts";
import { addDays, dayOfWeek } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import type { PriceListWithLines } from "../../shared/price-lists.ts";
import { createRandom } from "../../shared/random.ts";
import { DEMO_ORGANISATION_ID } from "./accounts.ts";
import { demoId } from "./ids.ts";
import type { DemoOffer } from "./offers.ts";
import { DEMO_OFFERS } from "./offers.ts";
import { priceOf } from "./purchases.ts";
import { supplierOf } from "./suppliers.ts";

/** Suppliers that announce their prices week by week. */
const ANNOUNCING = ["nord-primeurs", "froid-flandres", "legumerie-artois"] as const;
const WEEKS = 10;
/** Now and then what is invoiced is not what was announced. */
const LEAVES_BP = 300;
const ANNOUNCED_PERCENT = 94;

/** The weekly lists of some suppliers, up to the week of `today`. */
export function demoPriceLists(today: IsoDate): PriceListWithLines[] {
  const thisMonday = addDays(today, 1 - dayOfWeek(today));
  return ANNOUNCING.flatMap((key) =>
    Array.from({ length: WEEKS }, (_, ago) => listOf(key, addDays(thisMonday, -7 * ago))),
  );
}

function listOf(key: string, monday: IsoDate): PriceListWithLines {
  return {
    id: demoId(monday, `price list ${key}`),
    supplierId: supplierOf(key).supplier.id,
    name: `Mercuriale de la semaine du ${formatDateShort(monday, "fr")}`,
    validFrom: monday,
    validTo: addDays(monday, 6),
    lines: DEMO_OFFERS.filter((article) => article.seller.key === key).map((article) =>
      lineOf(article, monday),
    ),
  };
}

function lineOf(article: DemoOffer, monday: IsoDate): PriceListWithLines["lines"][number] {
  const { id, code, name, unit, packGrams } = article.offer;
  const price = priceOf(article, monday);
  const leaves = createRandom(`announced ${id} ${monday}`).chance(LEAVES_BP);
  const announced = leaves ? Math.round((price * ANNOUNCED_PERCENT) / 10_000) * 100 : price;
  return { code, name, unit, unitGrams: packGrams, unitPriceHtE4: announced, offerId: id };
}

export async function insertDemoPriceLists(trx: Transaction<Database>, today: IsoDate): Promise<void> {
  for (const list of demoPriceLists(today))
    await insertPriceList(trx, {
      organisationId: DEMO_ORGANISATION_ID,
      list,
      createdBy: null,
      createdAt: `${list.validFrom}T08:00:00.000Z`,
    });
}
