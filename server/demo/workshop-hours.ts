import type { LegumerieBatchesTable, LegumerieBatchInputsTable } from "../../db/tables/legumerie-batches.ts";
import type { LegumerieHoursTable } from "../../db/tables/legumerie-hours.ts";
import { monthOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { WorkStatus } from "../../shared/legumerie/hours.ts";
import { createRandom } from "../../shared/random.ts";
import { supplierOf } from "./suppliers.ts";

/**
 * Kilos of raw vegetables per hour paid. Somebody who washes, peels and cuts on small machines does 60 to 100 kg an
 * hour; about as much time again goes to reception, cleaning, packing, deliveries, training and social support, all of
 * it paid. Hence half.
 */
const KG_PER_PAID_HOUR = [30, 50] as const;
/** Cleaning, upkeep and the team's meeting, however little is worked, hundredths of an hour a month. */
const STANDING_HOURS_E2 = 1_400;
/** Under this many hours a month the team is smaller. */
const QUIET_HOURS_E2 = 5_000;

interface Crew {
  workshop: string;
  status: WorkStatus;
  percent: number;
  people: readonly [low: number, high: number];
}

/** An ACI and an ESAT: each has its supervisor, and shares its people with its gardens or its laundry. */
const CREWS: readonly Crew[] = [
  { workshop: "legumerie-artois", status: "CDDI", percent: 76, people: [7, 9] },
  { workshop: "legumerie-artois", status: "PERMANENT", percent: 24, people: [2, 2] },
  { workshop: "legumerie-littoral", status: "ESAT", percent: 83, people: [6, 7] },
  { workshop: "legumerie-littoral", status: "PERMANENT", percent: 17, people: [1, 1] },
];
const QUIET_PEOPLE = 4;

/** Hours of the months that are over, from what the batches worked. */
export function workshopHours(
  {
    batches,
    inputs,
  }: { batches: readonly LegumerieBatchesTable[]; inputs: readonly LegumerieBatchInputsTable[] },
  today: IsoDate,
): LegumerieHoursTable[] {
  const grams = gramsByMonth(batches, inputs);
  return CREWS.flatMap(({ workshop, status, percent, people: [low, high] }) => {
    const legumerie_id = supplierOf(workshop).supplier.id;
    const months = [...(grams.get(legumerie_id) ?? [])].filter(([month]) => month < monthOf(today));
    return months.map(([month, worked]): LegumerieHoursTable => {
      const shared = createRandom(`hours ${workshop} ${month}`);
      const total = Math.round(worked / (10 * shared.between(...KG_PER_PAID_HOUR))) + STANDING_HOURS_E2;
      const usual = createRandom(`people ${workshop} ${status} ${month}`).between(low, high);
      const people = total < QUIET_HOURS_E2 ? Math.min(usual, QUIET_PEOPLE) : usual;
      // A quarter of an hour is what a time sheet knows.
      return { legumerie_id, month, status, hours_e2: Math.round((total * percent) / 2_500) * 25, people };
    });
  });
}

function gramsByMonth(
  batches: readonly LegumerieBatchesTable[],
  inputs: readonly LegumerieBatchInputsTable[],
): Map<string, Map<string, number>> {
  const months = new Map(batches.map(({ id, started_on }) => [id, monthOf(started_on)]));
  const sums = new Map<string, Map<string, number>>();
  for (const { legumerie_id, batch_id, grams } of inputs) {
    const month = months.get(batch_id) ?? "";
    const known = sums.get(legumerie_id) ?? new Map<string, number>();
    known.set(month, (known.get(month) ?? 0) + grams);
    sums.set(legumerie_id, known);
  }
  return sums;
}
