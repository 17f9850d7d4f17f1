import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { FactGround } from "../../db/queries/legumerie-fact-surroundings.ts";
import { readFactGround } from "../../db/queries/legumerie-fact-surroundings.ts";
import { listLedgerFacts } from "../../db/queries/legumerie-facts.ts";
import { readSnapshot } from "../../db/transaction.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { capacityBetween } from "../../shared/legumerie/capacity.ts";
import type { Period, PeriodKind } from "../../shared/legumerie/indicator-periods.ts";
import { comparedPeriods, periodsUpTo } from "../../shared/legumerie/indicator-periods.ts";
import { reckonFigures } from "../../shared/legumerie/reckon.ts";
import type { ReckonedFigures } from "../../shared/legumerie/reckoned.ts";
import type { YieldReference } from "../../shared/legumerie/yield.ts";
import { yieldReference } from "../../shared/legumerie/yield.ts";
import { schoolZoneOf } from "../../shared/school-zones.ts";

/** Which figures of a workshop. */
export interface IndicatorsAsked {
  legumerieId: Id;
  kind: PeriodKind;
  /** A day of the period. */
  day: IsoDate;
  /** Raw product; null: all of them. */
  productId: Id | null;
  /** Grams of a meal's portion, for all products; null: each product's own. */
  mealGrams: number | null;
}

export interface WorkshopIndicators {
  kind: PeriodKind;
  now: Period;
  before: Period;
  /** The period is not over: both are told up to the same day. */
  underWay: boolean;
  figures: ReckonedFigures;
  figuresBefore: ReckonedFigures;
  /** Oldest first; the last is `now`. */
  curve: { period: Period; figures: ReckonedFigures }[];
  products: { id: Id; name: string; nameEn: string }[];
  departementName: string | null;
  /** Of the product asked; null: none was, or it has none. */
  reference: YieldReference | null;
}

/** The figures of a workshop over a period, the one before and the curve up to it: two statements, one state. */
export async function readWorkshopIndicators(
  reader: Kysely<Database>,
  asked: IndicatorsAsked & { today: IsoDate },
): Promise<WorkshopIndicators> {
  const { legumerieId, kind, day, productId, today } = asked;
  const periods = periodsUpTo(kind, day);
  const last = periods.at(-1) ?? { from: day, to: day };
  const { now, before, underWay } = comparedPeriods(kind, { period: last, today });
  const from = [before, ...periods].map((period) => period.from).sort()[0] ?? before.from;
  const { facts, ground } = await readSnapshot(reader, async (db) => ({
    facts: await listLedgerFacts(db, { legumerieId, from, to: now.to }),
    ground: await readFactGround(db, legumerieId),
  }));
  const around = { ...surroundingsOf(ground), mealGrams: asked.mealGrams };
  const figuresOf = (period: Period) =>
    reckonFigures(facts, around, { kind, period, productId, stockOn: now.to });
  const figures = figuresOf(now);
  const product = ground.products.find(({ id }) => id === productId);
  return {
    ...{ kind, now, before, underWay, figures, figuresBefore: figuresOf(before) },
    curve: [
      ...periods.slice(0, -1).map((period) => ({ period, figures: figuresOf(period) })),
      { period: now, figures },
    ],
    products: ground.products.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    departementName: ground.departementName,
    reference: yieldReference(product?.refuseBp ?? null),
  };
}

function surroundingsOf(ground: FactGround) {
  const { departement, point, proofs, eligible, capacities } = ground;
  const zone = (departement === null ? null : schoolZoneOf(departement)) ?? "B";
  return {
    ...{ departement, point, proofs, eligible },
    capacityOf: (period: Period) => capacityBetween({ capacities, zone }, period),
  };
}
