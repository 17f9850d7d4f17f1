import { expect, test } from "vitest";
import type { DeliveredFact, LedgerFact, ReceivedFact } from "../../../shared/legumerie/facts.ts";
import { WORKSHOP_INDICATORS } from "../../../shared/legumerie/indicator-list.ts";
import { reckonFigures } from "../../../shared/legumerie/reckon.ts";
import type { FactSurroundings, FactsAsked } from "../../../shared/legumerie/reckoned.ts";

const YEAR = { from: "2026-01-01", to: "2026-12-31" };

/** Two farms, one of them organic and near; carrots and leeks. */
const LOT: ReceivedFact = {
  kind: "RECEIVED",
  day: "2026-03-02",
  productId: "carrot",
  producerId: "near",
  departement: "62",
  point: { latE6: 50_000_000, lngE6: 2_000_000 },
  organicStage: "AB",
  intermediaries: 0,
  owned: true,
  grams: 300_000,
  priceHtCents: 30_000,
};
const FAR: ReceivedFact = {
  ...LOT,
  productId: "leek",
  producerId: "far",
  departement: "80",
  point: null,
  organicStage: null,
  intermediaries: 1,
  grams: 100_000,
  priceHtCents: 20_000,
};
const DELIVERY: DeliveredFact = {
  kind: "DELIVERED",
  day: "2026-03-05",
  productId: "carrot",
  canteenId: "a",
  grams: 60_000,
  refusedGrams: 10_000,
  priceHtCents: 12_500,
  wantedOn: "2026-03-05",
  substituted: false,
  portionGrams: 100,
};

const FACTS: LedgerFact[] = [
  LOT,
  FAR,
  {
    kind: "WORKED",
    day: "2026-03-04",
    productId: "carrot",
    inputGrams: 200_000,
    outputGrams: 150_000,
    lossGrams: 48_000,
  },
  {
    kind: "LOSS",
    day: "2026-03-04",
    productId: "carrot",
    cause: "PEELING",
    destination: "FEED",
    grams: 36_000,
  },
  {
    kind: "LOSS",
    day: "2026-03-04",
    productId: "carrot",
    cause: "EARTH",
    destination: "WASTE",
    grams: 12_000,
  },
  { kind: "PACKED", day: "2026-03-04", productId: "carrot", grams: 150_000 },
  DELIVERY,
  {
    ...DELIVERY,
    canteenId: "b",
    wantedOn: "2026-03-04",
    refusedGrams: 0,
    priceHtCents: 15_000,
    substituted: true,
  },
  {
    ...DELIVERY,
    productId: "leek",
    wantedOn: null,
    refusedGrams: 0,
    priceHtCents: 15_000,
    portionGrams: null,
  },
  { kind: "HOURS", day: "2026-03-01", status: "CDDI", hoursE2: 400 },
  { kind: "HOURS", day: "2026-03-01", status: "PERMANENT", hoursE2: 100 },
  {
    kind: "DEMAND",
    day: "2026-02-01",
    productId: "carrot",
    status: "WAITING",
    answeredOn: null,
    grams: 25_000,
  },
  {
    kind: "DEMAND",
    day: "2026-02-01",
    productId: "leek",
    status: "SERVED",
    answeredOn: "2026-04-01",
    grams: 5_000,
  },
  { kind: "STOCK", day: "2026-12-20", productId: "carrot", useBy: "2027-01-03", grams: 40_000 },
  { kind: "STOCK", day: "2026-03-04", productId: "carrot", useBy: "2026-03-14", grams: 2_000 },
];

const AROUND: FactSurroundings = {
  departement: "62",
  point: { latE6: 50_000_000, lngE6: 2_000_000 },
  proofs: new Map([["near", [{ families: [], validFrom: "2026-01-01", validTo: null }]]]),
  eligible: 10,
  capacityOf: ({ from, to }) => (from === YEAR.from && to === YEAR.to ? 1_000_000 : null),
  mealGrams: null,
};

function told(asked: Partial<FactsAsked> = {}, around: Partial<FactSurroundings> = {}) {
  const figures = reckonFigures(
    FACTS,
    { ...AROUND, ...around },
    { kind: "year", period: YEAR, productId: null, stockOn: YEAR.to, ...asked },
  );
  return Object.fromEntries(
    WORKSHOP_INDICATORS.map((key) => {
      const { ratio, why } = figures[key];
      return [key, ratio === null ? why : [ratio.numerator, ratio.denominator]];
    }),
  );
}

test("every figure of a year, by hand", () => {
  expect(told()).toEqual({
    received: [400_000, 1],
    packed: [150_000, 1],
    delivered: [170_000, 1],
    yield: [150_000, 200_000],
    // 110 kg of carrots in portions of 100 g, 60 kg of leeks in portions of 150 g.
    meals: [1_500, 1],
    capacity: [200_000, 1_000_000],
    loss: [48_000, 200_000],
    "loss-PEELING": [36_000, 200_000],
    "loss-TRIMMING": [0, 200_000],
    "loss-SORTING": [0, 200_000],
    "loss-EARTH": [12_000, 200_000],
    "loss-BREAKAGE": [0, 200_000],
    "loss-EXPIRED": [0, 200_000],
    putToUse: [36_000, 48_000],
    gap: [2_000, 200_000],
    localKilos: [300_000, 400_000],
    localEuros: [30_000, 50_000],
    // The workshop buys: a lot that had an owner before it is at two intermediaries.
    shortKilos: [300_000, 400_000],
    shortEuros: [30_000, 50_000],
    organicKilos: [300_000, 400_000],
    organicEuros: [30_000, 50_000],
    producers: [2, 1],
    distance: [0, 1],
    priceIn: [50_000, 400_000],
    priceOut: [42_500, 170_000],
    canteens: [2, 10],
    demand: [25_000, 1],
    onTime: [1, 2],
    refused: [10_000, 180_000],
    substituted: [1, 3],
    hours: [500, 1],
    insertionHours: [400, 1],
    fullTime: [4_800, 160_700],
    pace: [200_000, 500],
    oldest: [3, 1],
    expired: [2_000, 1],
  });
});

test("of one vegetable, its own rows; what is the whole workshop's is not told", () => {
  expect(told({ productId: "leek" })).toMatchObject({
    received: [100_000, 1],
    delivered: [60_000, 1],
    yield: "NOTHING_WORKED",
    localKilos: [0, 100_000],
    distance: "NO_PLACE",
    canteens: [1, 10],
    capacity: "WHOLE_WORKSHOP_ONLY",
    hours: "WHOLE_WORKSHOP_ONLY",
    oldest: "NO_STOCK",
  });
});

test("a week has no hours, and a month under way has none yet", () => {
  const period = { from: "2026-03-02", to: "2026-03-08" };
  expect(told({ kind: "week", period })).toMatchObject({
    received: [400_000, 1],
    hours: "HOURS_ARE_OF_MONTHS",
    fullTime: "HOURS_ARE_OF_MONTHS",
    oldest: "STOCK_OF_LATEST",
    capacity: "NO_CAPACITY",
    // Answered in April only.
    demand: [30_000, 1],
  });
  const begun = { from: "2026-03-01", to: "2026-03-30" };
  expect(told({ kind: "month", period: begun })).toMatchObject({ hours: "HOURS_ARE_OF_MONTHS" });
  const over = { from: "2026-03-01", to: "2026-03-31" };
  expect(told({ kind: "month", period: over })).toMatchObject({ hours: [500, 1] });
});

test("nothing is no zero", () => {
  const period = { from: "2020-01-01", to: "2020-12-31" };
  expect(told({ period, stockOn: period.to }, { eligible: 0, departement: null })).toMatchObject({
    received: [0, 1],
    loss: "NOTHING_WORKED",
    putToUse: "NOTHING_LOST",
    localKilos: "NO_PLACE",
    shortKilos: "NOTHING_RECEIVED",
    shortEuros: "NOTHING_BOUGHT",
    distance: "NOTHING_RECEIVED",
    priceOut: "NOTHING_DELIVERED",
    canteens: "NO_CANTEEN",
    onTime: "NOTHING_DELIVERED",
    hours: "NO_HOURS",
  });
});

test("a portion asked for stands for every product's own", () => {
  expect(told({}, { mealGrams: 200 })).toMatchObject({ meals: [850, 1] });
});
