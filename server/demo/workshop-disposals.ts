import type {
  LegumerieDeliveriesTable,
  LegumerieDisposalsTable,
  LegumerieOutputsTable,
} from "../../db/tables/legumerie-outputs.ts";
import { addDays, dayOfWeek } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { DISPOSAL_CAUSE } from "../../shared/legumerie/disposals.ts";
import type { LossDestination } from "../../shared/legumerie.ts";
import { createRandom } from "../../shared/random.ts";
import { demoId } from "./ids.ts";

/** What is past its use-by date is taken out once a week, on Fridays. */
const CLEARED_ON = 5;
const DESTINATIONS: readonly [LossDestination, ...LossDestination[]] = [
  "COMPOST",
  "COMPOST",
  "BIOGAS",
  "FEED",
  "WASTE",
];

/** Finished goods nobody took in time, each taken out on the Friday after its use-by date, up to `today`. */
export function disposalsOf(
  {
    outputs,
    deliveries,
  }: { outputs: readonly LegumerieOutputsTable[]; deliveries: readonly LegumerieDeliveriesTable[] },
  today: IsoDate,
): LegumerieDisposalsTable[] {
  const kept = new Map<string, number>();
  for (const { output_id, grams, refused_grams } of deliveries)
    kept.set(output_id, (kept.get(output_id) ?? 0) + grams - refused_grams);
  return outputs.flatMap((output): LegumerieDisposalsTable[] => {
    const grams = output.net_grams - (kept.get(output.id) ?? 0);
    const disposed_on = clearedOn(output.use_by);
    if (grams <= 0 || disposed_on >= today) return [];
    const key = `disposal ${output.id}`;
    return [
      {
        legumerie_id: output.legumerie_id,
        id: demoId(disposed_on, key),
        output_id: output.id,
        disposed_on,
        grams,
        cause: DISPOSAL_CAUSE,
        destination: createRandom(key).pick(DESTINATIONS),
        created_at: `${disposed_on}T16:00:00.000Z`,
      },
    ];
  });
}

/** The first Friday after the use-by date. */
function clearedOn(useBy: IsoDate): IsoDate {
  const next = addDays(useBy, 1);
  return addDays(next, (CLEARED_ON - dayOfWeek(next) + 7) % 7);
}
