import { splitDate } from "../../shared/calendar.ts";
import type { Category } from "../../shared/categories.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Random } from "../../shared/random.ts";
import type { DemoOffer } from "./offers.ts";
import type { DemoProduct } from "./product-model.ts";

/** Food prices HT against 2023, basis points: a peak, a fall, then a slow rise. */
const YEARS_BP: Readonly<Record<number, number>> = { 2023: 10_000, 2024: 9_850, 2025: 10_050, 2026: 10_280 };
const LAST_YEAR = 2026;
const LATER_YEARLY_BP = 180;

/** What a mark adds to a price, basis points. */
const CLAIM_BP: Partial<Record<Category, number>> = {
  BIO: 13_200,
  LABEL_ROUGE: 12_400,
  AOCAOP: 10_600,
  IGP: 10_800,
  HVE: 10_400,
  PECHE_DURABLE: 10_700,
  COMMERCE_EQUITABLE: 11_000,
  FERMIER: 11_200,
};

/** Fruit and vegetables by month, January first: dear in early spring, cheap at the end of summer. */
const FRESH_MONTHS_BP = [
  10_400, 10_700, 11_000, 11_200, 10_800, 10_100, 9_500, 9_200, 9_200, 9_500, 9_900, 10_200,
];
const OUT_OF_SEASON_BP = 13_500;

/** Price HT of one unit on a day, in ten-thousandths of a euro, to the whole cent; within 4 % of the usual. */
export function unitPriceHtE4({ product, offer, seller }: DemoOffer, day: IsoDate, random: Random): number {
  const { year, month } = splitDate(day);
  const factors = [
    seller.priceBp,
    yearBp(year),
    monthBp(product, month),
    ...offer.claims.map((claim) => CLAIM_BP[claim] ?? 10_000),
    random.between(9_600, 10_400),
  ];
  const cents = factors.reduce((price, bp) => (price * bp) / 10_000, product.priceCents);
  return Math.max(1, Math.round(cents)) * 100;
}

function yearBp(year: number): number {
  const known = YEARS_BP[Math.min(year, LAST_YEAR)] ?? 10_000;
  return known + Math.max(0, year - LAST_YEAR) * LATER_YEARLY_BP;
}

function monthBp(product: DemoProduct, month: number): number {
  if (product.homogeneousFamily !== "10.10") return 10_000;
  if (product.season.length > 0 && !product.season.includes(month)) return OUT_OF_SEASON_BP;
  return FRESH_MONTHS_BP[month - 1] ?? 10_000;
}
