import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import {
  deleteCapacity,
  findCapacity,
  listCapacities,
  upsertCapacity,
} from "../../db/queries/legumerie-capacities.ts";
import { findLegumerie } from "../../db/queries/legumerie-places.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Capacity, CapacityCalendar } from "../../shared/legumerie/capacity.ts";
import { checkCapacity, tidyCapacity } from "../../shared/legumerie/capacity.ts";
import type { SchoolZone } from "../../shared/school-zones.ts";
import { schoolZoneOf } from "../../shared/school-zones.ts";
import type { ActionContext } from "../action-context.ts";
import type { LedgerOutcome } from "./legumerie-receive-lot.ts";
import { saveRecord } from "./save-record.ts";

/** Where the school calendar is the territory's own, pages say which zone is counted with. */
const ZONE_ELSEWHERE: SchoolZone = "B";

const NOUN = "legumerie-capacities";

/** Every capacity the workshop said, the latest first, and its school zone. */
export async function readCapacities(db: Kysely<Database>, legumerieId: Id): Promise<CapacityCalendar> {
  const { departement } = (await findLegumerie(db, legumerieId)) ?? { departement: null };
  const zone = departement === null ? null : schoolZoneOf(departement);
  return { capacities: await listCapacities(db, legumerieId), zone: zone ?? ZONE_ELSEWHERE };
}

/** Says what the workshop can work from a day on; said again for the same day, the last holds. */
export async function saveCapacity(
  ctx: ActionContext,
  legumerieId: Id,
  said: Capacity,
): Promise<LedgerOutcome> {
  const capacity = tidyCapacity(said);
  const { validFrom } = capacity;
  const issues = checkCapacity(said);
  if (issues.length > 0) return { saved: false, issues };
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    await saveRecord(trx, ctx, {
      stream: legumerieId,
      noun: NOUN,
      id: validFrom,
      before: await findCapacity(trx, { legumerieId, validFrom }),
      after: capacity,
      write: () => upsertCapacity(trx, { ...capacity, legumerieId, createdAt: ctx.now }),
    });
    return { saved: true, id: validFrom };
  });
}

/** Takes a capacity out: the one before it holds on. One that is not there is gone already. */
export async function removeCapacity(
  ctx: ActionContext,
  key: { legumerieId: Id; validFrom: IsoDate },
): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.legumerieId);
    const before = await findCapacity(trx, key);
    if (before === undefined) return;
    await deleteCapacity(trx, key);
    await appendAudit(trx, ctx, {
      stream: key.legumerieId,
      noun: NOUN,
      nounId: key.validFrom,
      action: "deleted",
      before,
      after: null,
    });
  });
}
