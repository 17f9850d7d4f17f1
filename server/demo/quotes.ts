import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { upsertQuoteRequest } from "../../db/queries/quotes.ts";
import { addDays, dayOfWeek } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { QuoteRequest } from "../../shared/quotes.ts";
import { DEMO_PEOPLE } from "./accounts.ts";
import { demoId } from "./ids.ts";
import { DEMO_OFFERS } from "./offers.ts";
import { productOf } from "./products.ts";
import { priceOf } from "./purchases.ts";
import { supplierOf } from "./suppliers.ts";
import { required } from "./table.ts";

const ASKED = ["carotte", "poireau", "pomme-de-terre", "oignon"] as const;
const SELLERS = ["nord-primeurs", "coop-lys", "jardins-vitry"] as const;
const CRITERIA = [
  ["PRICE", 5000],
  ["QUALITY", 2000],
  ["DELIVERY", 1500],
  ["ENVIRONMENT", 1500],
] as const;
const QUANTITY_MILLI = 200_000;
const DAYS_AGO = 12;

/** A canteen's request to three suppliers, answered and not decided yet. */
export function demoQuoteRequest(today: IsoDate): QuoteRequest {
  const askedOn = addDays(today, -DAYS_AGO);
  const monday = addDays(askedOn, 1 - dayOfWeek(askedOn));
  const lineId = (key: string) => demoId(askedOn, `asked ${key}`);
  return {
    id: demoId(askedOn, "quote request"),
    version: 1,
    title: "Légumes de garde, de janvier à mars",
    askedOn,
    content: {
      lines: ASKED.map((key) => ({
        id: lineId(key),
        description: productOf(key).name,
        quantityMilli: QUANTITY_MILLI,
        unit: "KG",
      })),
      quotes: SELLERS.map((seller, index) => ({
        id: demoId(askedOn, `quote ${seller}`),
        supplierId: supplierOf(seller).supplier.id,
        supplierName: supplierOf(seller).supplier.name,
        receivedOn: addDays(askedOn, 2 + index),
        validUntil: addDays(askedOn, 60),
        carriageHtCents: index === 0 ? 0 : 1500,
        delivery: index === 0 ? "Chaque jour ouvré, sous 24 h" : "Deux fois par semaine, sous 48 h",
        prices: Object.fromEntries(
          ASKED.flatMap((key) => {
            const article = DEMO_OFFERS.find((one) => one.seller.key === seller && one.product.key === key);
            return article === undefined ? [] : [[lineId(key), priceOf(article, monday)]];
          }),
        ),
      })),
      criteria: CRITERIA.map(([kind, weightBp]) => ({ kind, detail: "", weightBp })),
      award: null,
    },
  };
}

/** Of the canteen whose kitchen has an account. */
export async function insertDemoQuotes(trx: Transaction<Database>, today: IsoDate): Promise<void> {
  const cook = required(
    DEMO_PEOPLE.find(({ grant }) => grant.role === "kitchen"),
    "kitchen",
  );
  const request = demoQuoteRequest(today);
  const now = `${request.askedOn}T08:00:00.000Z`;
  await upsertQuoteRequest(trx, { canteenId: cook.grant.scopeId, request, userId: cook.id, now });
}
