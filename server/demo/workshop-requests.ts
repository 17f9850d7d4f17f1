import type {
  LegumerieDeliveryDetailsTable,
  LegumerieNoticesTable,
  LegumerieRequestsTable,
} from "../../db/tables/legumerie-requests.ts";
import { addDays, dayOfWeek } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { RequestStatus } from "../../shared/legumerie/requests.ts";
import { createRandom } from "../../shared/random.ts";
import { demoId } from "./ids.ts";
import { productId } from "./offers.ts";
import { orderIdOf } from "./orders.ts";
import type { Purchase } from "./purchases.ts";
import type { Recipe } from "./workshop-recipes.ts";
import { recipeOf } from "./workshop-recipes.ts";

/** What canteens asked, and what was told around the deliveries. */
export interface WorkshopTalk {
  requests: LegumerieRequestsTable[];
  details: LegumerieDeliveryDetailsTable[];
  notices: LegumerieNoticesTable[];
}

type Bought = Purchase & { recipe: Recipe };

/** Canteens with an order on its way, and those that wait for a place in the workshop's week. */
const DATED = 9;
const WAITING = 4;
const REPLACED_BP = 120;
/** Older notices were read the day after. */
const UNREAD_DAYS = 10;
const NOTICE_DAYS = 120;

/** What the orders on their way are made of. Grams ready to cook. */
export interface ExpectedOrder {
  recipe: Recipe;
  grams: number;
}

/** The talk around what was bought of the workshops up to `today`. */
export function workshopTalk(
  purchases: readonly Purchase[],
  today: IsoDate,
): WorkshopTalk & { expected: ExpectedOrder[] } {
  const bought = purchases.flatMap((purchase): Bought[] => {
    const recipe = recipeOf(purchase.article);
    return recipe === undefined || purchase.deliveredOn > today ? [] : [{ ...purchase, recipe }];
  });
  const details = bought.flatMap(detailOf);
  return {
    expected: lastOfEach(bought)
      .slice(0, DATED)
      .map(({ recipe, line }) => ({ recipe, grams: askedGrams(line) })),
    requests: [...datedRequests(bought, today), ...standingDemands(bought, today)],
    details,
    notices: bought.flatMap((purchase) => noticesOf(purchase, today)),
  };
}

/** The last purchase of each canteen, the latest first. */
function lastOfEach(bought: readonly Bought[]): Bought[] {
  const last = new Map<string, Bought>();
  for (const one of bought) {
    const known = last.get(one.need.canteen.id);
    if (known === undefined || known.deliveredOn <= one.deliveredOn) last.set(one.need.canteen.id, one);
  }
  return [...last.values()].sort((a, b) => (a.need.canteen.id < b.need.canteen.id ? -1 : 1));
}

function datedRequests(bought: readonly Bought[], today: IsoDate): LegumerieRequestsTable[] {
  return lastOfEach(bought)
    .slice(0, DATED)
    .map((one, index) => {
      const wantedOn = workingDay(addDays(today, 1 + (index % 4)));
      return requestOf(one, {
        key: "dated",
        wantedOn,
        askedOn: addDays(today, -1),
        weekly: 0,
        status: "WAITING",
      });
    });
}

/** What a canteen buys each month, it asks for every week; some still wait. */
function standingDemands(bought: readonly Bought[], today: IsoDate): LegumerieRequestsTable[] {
  const canteens = lastOfEach(bought).slice(DATED);
  return canteens.map((one, index) => {
    const status: RequestStatus = index < WAITING ? "WAITING" : index === WAITING ? "DECLINED" : "SERVED";
    const askedOn = addDays(today, -20 - 7 * index);
    const wantedOn = workingDay(addDays(askedOn, 7));
    return requestOf(one, { key: "standing", wantedOn, askedOn, weekly: 1, status });
  });
}

const ANSWERS: Partial<Record<RequestStatus, string>> = {
  SERVED: "Avec la tournée de votre secteur.",
  DECLINED: "Trop loin de nos tournées cette année.",
};

function requestOf(
  { need, recipe, line }: Bought,
  asked: Pick<LegumerieRequestsTable, "weekly" | "status"> & {
    key: string;
    wantedOn: IsoDate;
    askedOn: IsoDate;
  },
): LegumerieRequestsTable {
  const answered = asked.status === "SERVED" || asked.status === "DECLINED";
  return {
    canteen_id: need.canteen.id,
    id: demoId(asked.askedOn, `request ${asked.key} ${need.canteen.id}`),
    legumerie_id: recipe.workshop.supplier.id,
    product_id: productId(recipe.sold),
    cut: recipe.cut,
    grams: askedGrams(line),
    weekly: asked.weekly,
    organic: recipe.organic ? 1 : 0,
    asked_on: asked.askedOn,
    wanted_on: asked.wantedOn,
    note: null,
    status: asked.status,
    answer: answered ? (ANSWERS[asked.status as RequestStatus] ?? null) : null,
    answered_on: answered ? addDays(asked.askedOn, 2) : null,
    created_at: `${asked.askedOn}T09:00:00.000Z`,
  };
}

function askedGrams({ quantityMilli }: Purchase["line"]): number {
  return Math.max(5_000, Math.round((quantityMilli ?? 0) / 5_000) * 5_000);
}

function detailOf(purchase: Bought): LegumerieDeliveryDetailsTable[] {
  const { line, need } = purchase;
  const replaced = replacedBy(purchase);
  if (refusedGrams(purchase) === 0 && replaced === null) return [];
  return [
    {
      canteen_id: need.canteen.id,
      delivery_id: line.id,
      request_id: null,
      refusal_reason: refusedGrams(purchase) === 0 ? null : (line.refusal?.reason ?? "NOT_DELIVERED"),
      refusal_note: line.refusal?.note ?? null,
      replaced: replaced?.what ?? null,
      replaced_reason: replaced?.reason ?? null,
      out_of_area: 0,
    },
  ];
}

function noticesOf(purchase: Bought, today: IsoDate): LegumerieNoticesTable[] {
  const { line, need, recipe, deliveredOn } = purchase;
  if (deliveredOn < addDays(today, -NOTICE_DAYS)) return [];
  const about = {
    canteen_id: need.canteen.id,
    legumerie_id: recipe.workshop.supplier.id,
    day: deliveredOn,
    product_id: productId(recipe.sold),
    cut: recipe.cut,
    out_of_area: 0,
    order_id: orderIdOf(purchase),
    read_on: deliveredOn < addDays(today, -UNREAD_DAYS) ? addDays(deliveredOn, 1) : null,
    created_at: `${deliveredOn}T10:00:00.000Z`,
  };
  const notices: LegumerieNoticesTable[] = [];
  const replaced = replacedBy(purchase);
  const refused = refusedGrams(purchase);
  if (refused > 0)
    notices.push({
      ...about,
      id: demoId(deliveredOn, `notice refusal ${line.id}`),
      kind: "REFUSAL",
      grams: refused,
      reason: line.refusal?.reason ?? "NOT_DELIVERED",
      words: line.refusal?.note ?? null,
    });
  if (replaced !== null)
    notices.push({
      ...about,
      id: demoId(deliveredOn, `notice replaced ${line.id}`),
      kind: "SUBSTITUTION",
      grams: line.quantityMilli ?? 0,
      reason: replaced.reason,
      words: replaced.what,
    });
  return notices;
}

function replacedBy({ line }: Bought): { what: string; reason: string } | null {
  const random = createRandom(`replaced ${line.id}`);
  if (!random.chance(REPLACED_BP)) return null;
  return {
    what: random.pick(["carottes en rondelles", "céleri râpé", "poireaux émincés"]),
    reason: random.pick(["SHORTAGE", "HARVEST", "MACHINE"]),
  };
}

function refusedGrams({ line }: Bought): number {
  const grams = line.quantityMilli ?? 0;
  return grams - (line.receivedMilli ?? grams);
}

/** The day itself, or Monday after a week-end. */
function workingDay(day: IsoDate): IsoDate {
  const weekday = dayOfWeek(day);
  return weekday > 5 ? addDays(day, 8 - weekday) : day;
}
