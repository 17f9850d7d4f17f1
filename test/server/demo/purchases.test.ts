import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { isPublicHoliday } from "../../../server/demo/calendar.ts";
import { orderingTermsOf } from "../../../server/demo/ordering-terms.ts";
import { demoSurroundings } from "../../../server/demo/surroundings.ts";
import { dayOfWeek, daysBetween } from "../../../shared/calendar.ts";
import type { Verdict } from "../../../shared/facts.ts";
import { FAMILIES } from "../../../shared/families.ts";
import type { Certainty } from "../../../shared/marks.ts";
import { hasMark } from "../../../shared/marks.ts";
import { lineAmounts, verdictDate } from "../../../shared/order-amounts.ts";
import type { Order } from "../../../shared/orders.ts";
import { checkOrder, orderSchema } from "../../../shared/orders.ts";
import { isSchoolHoliday } from "../../../shared/school-holidays.ts";
import { classifyLine } from "../../../shared/surroundings.ts";
import type { Story } from "./story.ts";
import { tellStory } from "./story.ts";

const TODAY = "2026-11-22";
let story: Story;
let orders: Order[] = [];
beforeAll(() => {
  story = tellStory(TODAY);
  orders = story.canteens.flatMap((canteen) => canteen.orders);
});

function digest(told: Story): string {
  return createHash("sha256")
    .update(JSON.stringify(told.canteens.map((canteen) => canteen.orders)))
    .digest("hex");
}

describe("the story", () => {
  test("is the same whenever it is told from the same day", () => {
    expect(digest(tellStory(TODAY))).toBe(digest(story));
  });

  test("told from an earlier day, has the same past", () => {
    const settled = (told: Story) =>
      told.canteens.flatMap((canteen) =>
        canteen.orders.filter((order) => (order.invoicedOn ?? "9") <= "2023-05-31"),
      );
    const early = settled(tellStory("2023-07-01"));
    expect(early.length).toBeGreaterThan(2000);
    expect(early).toEqual(settled(story));
  });

  test("has about 60 000 lines from 2023 on, in orders of several suppliers a week", () => {
    const lines = orders.flatMap((order) => order.lines);
    expect(lines.length).toBeGreaterThanOrEqual(55_000);
    expect(lines.length).toBeLessThanOrEqual(65_000);
    expect(lines.length / orders.length).toBeGreaterThan(1.8);
    expect(new Set(orders.map((order) => order.supplierId)).size).toBe(40);
    expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
    expect(new Set(orders.map((order) => order.id)).size).toBe(orders.length);
  });

  test("has its deliveries agreed on days of the supplier, ordered in time, but where none of them is open", () => {
    const agreed = orders.filter(({ kind, expectedOn }) => kind === "ORDER" && expectedOn !== null);
    const astray = agreed.filter(({ supplierId, expectedOn }) => {
      const { deliveryDays } = orderingTermsOf(supplierId);
      return !deliveryDays.some((day) => day === dayOfWeek(expectedOn ?? ""));
    });
    const known = astray.filter(({ supplierId }) => orderingTermsOf(supplierId).deliveryDays.length > 0);
    expect(known.length / agreed.length).toBeLessThan(0.03);
    const late = agreed.filter(({ supplierId, orderedOn, expectedOn }) => {
      const { orderDaysBefore } = orderingTermsOf(supplierId);
      return daysBetween(orderedOn, expectedOn ?? "") < (orderDaysBefore ?? 0);
    });
    expect(late).toEqual([]);
  });

  test("would be accepted by the product, order by order, with nothing in the future", () => {
    const refused = orders.filter(
      (order) => checkOrder(order, TODAY).length > 0 || !orderSchema.safeParse(order).success,
    );
    expect(refused).toEqual([]);
  });
});

describe("orders", () => {
  test("of collèges are delivered on school days only", () => {
    const colleges = story.canteens.filter(({ canteen }) => canteen.opening === "COLLEGE");
    const days = colleges.flatMap((canteen) =>
      canteen.orders.flatMap(({ kind, deliveredOn }) =>
        kind === "ORDER" && deliveredOn ? [deliveredOn] : [],
      ),
    );
    const closed = days.filter(
      (day) => isSchoolHoliday(day, "B") || isPublicHoliday(day) || [3, 6, 7].includes(dayOfWeek(day)),
    );
    expect(closed).toEqual([]);
  });

  test("are as far as their age allows: old ones invoiced, the last ones on their way", () => {
    const inStatus = (status: Order["status"]) => orders.filter((order) => order.status === status);
    expect(
      inStatus("DRAFT").every((order) => order.deliveredOn === null && order.orderedOn > "2026-11-15"),
    ).toBe(true);
    expect(inStatus("ORDERED").every((order) => order.deliveredOn === null)).toBe(true);
    expect(inStatus("RECEIVED").every((order) => (order.deliveredOn ?? "") >= "2026-10-01")).toBe(true);
    expect(inStatus("INVOICED").length).toBeGreaterThan(25_000);
    const old = orders.filter((order) => order.orderedOn < "2026-09-01" && order.status !== "INVOICED");
    expect(old).toEqual([]);
  });

  test("have credit notes that take away part of an earlier line, late deliveries and short ones", () => {
    const notes = orders.filter((order) => order.kind === "CREDIT_NOTE");
    expect(notes.length).toBeGreaterThan(100);
    const amounts = notes.flatMap((note) =>
      note.lines.map((line) => lineAmounts(line, note.kind).amountHtCents),
    );
    expect(amounts.filter((cents) => cents >= 0)).toEqual([]);
    expect(orders.filter((order) => order.note?.startsWith("Livraison en retard")).length).toBeGreaterThan(
      300,
    );
    const short = orders.flatMap((order) => order.lines.filter((line) => line.receivedMilli !== null));
    expect(short.every((line) => (line.receivedMilli ?? 0) <= (line.quantityMilli ?? 0))).toBe(true);
    expect(short.length).toBeGreaterThan(800);
  });

  test("have the slips of real life, and most lines without one", () => {
    const lines = orders.flatMap((order) => order.lines).filter((line) => line.family !== null);
    const share = (count: number) => count / lines.length;
    const withoutQuantity = share(lines.filter((line) => line.quantityMilli === null).length);
    const withoutWeight = share(lines.filter((line) => line.unit !== "KG" && line.unitGrams === null).length);
    expect(withoutQuantity).toBeGreaterThan(0.002);
    expect(withoutQuantity).toBeLessThan(0.03);
    expect(withoutWeight).toBeGreaterThan(0.002);
    expect(withoutWeight).toBeLessThan(0.03);
    expect(new Set(lines.map((line) => line.family))).toEqual(new Set(FAMILIES));
  });
});

interface Rates {
  all: number;
  near: Record<Certainty, number>;
  organic: Record<Certainty, number>;
  egalim: number;
}

/** The counted lines of a canteen's year: what each is worth in cents, and the product's own verdict. */
function judgedLines(key: string, year: string): { cents: number; verdict: Verdict }[] {
  const told = story.canteens.find(({ canteen }) => canteen.key === key);
  if (told === undefined) throw new Error(`no canteen ${key}`);
  const surroundings = demoSurroundings(TODAY, story.places)(told.canteen);
  return told.orders.flatMap((order) => {
    const { date, kind } = verdictDate(order);
    if (!date.startsWith(year) || order.status === "DRAFT") return [];
    const food = order.lines.filter((line) => line.family !== null);
    return food.map((line) => ({
      cents: lineAmounts(line, order.kind).amountHtCents,
      verdict: classifyLine({ line, supplierId: order.supplierId, date, dateKind: kind }, surroundings),
    }));
  });
}

/** Shares of a canteen's year in percent; `all` in cents. */
function ratesOf(key: string, year: string): Rates {
  const lines = judgedLines(key, year);
  const sum = (counts: (verdict: Verdict) => boolean) =>
    lines.reduce((total, { cents, verdict }) => total + (counts(verdict) ? cents : 0), 0);
  const all = sum(() => true);
  const percent = (counts: (verdict: Verdict) => boolean) => (sum(counts) * 100) / all;
  const near = (certainty: Certainty) =>
    percent(({ marks }) => hasMark(marks, "SHORT", certainty) || hasMark(marks, "LOCAL", certainty));
  const organic = (certainty: Certainty) => percent(({ marks }) => hasMark(marks, "ORGANIC", certainty));
  return {
    all,
    near: { strict: near("strict"), declared: near("declared") },
    organic: { strict: organic("strict"), declared: organic("declared") },
    egalim: percent((verdict) => verdict.strictCategory !== "NON_EGALIM"),
  };
}

describe("the shares that the lines give", () => {
  test("are 48.0 % short or proximity and 18.0 % organic at the restaurant in 2025, confirmed", () => {
    const { near, organic } = ratesOf("restaurant", "2025");
    expect(near.strict.toFixed(1)).toBe("48.0");
    expect(organic.strict.toFixed(1)).toBe("18.0");
    expect(near.declared - near.strict).toBeGreaterThan(0);
    expect(near.declared - near.strict).toBeLessThan(4);
    expect(organic.declared - organic.strict).toBeGreaterThan(0);
    expect(organic.declared - organic.strict).toBeLessThan(3);
  });

  test("are as published whatever the later day the story is told from", () => {
    const kept = story;
    story = tellStory("2026-02-03");
    const { near, organic } = ratesOf("restaurant", "2025");
    story = kept;
    expect([near.strict.toFixed(1), organic.strict.toFixed(1)]).toEqual(["48.0", "18.0"]);
  });

  test("rise at the restaurant from 2023 to 2026", () => {
    const years = ["2023", "2024", "2025", "2026"].map((year) => ratesOf("restaurant", year));
    for (const pick of [(one: Rates) => one.near.strict, (one: Rates) => one.organic.strict]) {
      const shares = years.map(pick);
      expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    }
  });

  test("spread between the canteens as the collèges of France do", () => {
    const rates = story.canteens.map(({ canteen }) => ratesOf(canteen.key, "2025"));
    const organic = rates.map((one) => one.organic.strict).sort((a, b) => a - b);
    const mean = organic.reduce((sum, share) => sum + share, 0) / organic.length;
    expect(Math.abs(mean - 14.8)).toBeLessThan(1.5);
    expect(Math.abs((organic[12] ?? 0) - 11.8)).toBeLessThan(1.5);
    const egalim = rates.map((one) => one.egalim);
    expect(Math.min(...egalim)).toBeGreaterThan(18);
    expect(Math.min(...egalim)).toBeLessThan(27);
    expect(Math.max(...egalim)).toBeGreaterThan(55);
    expect(Math.max(...egalim)).toBeLessThan(65);
  });

  test("cost between 1.80 and 3.20 euros a meal", () => {
    for (const { canteen } of story.canteens) {
      const days = canteen.opening === "OFFICE" ? 251 : 138;
      const euros = ratesOf(canteen.key, "2025").all / 100 / (canteen.diners * days);
      expect(euros).toBeGreaterThan(1.8);
      expect(euros).toBeLessThan(3.2);
    }
  });
});
