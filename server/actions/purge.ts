import { listCanteenIds } from "../../db/queries/canteens.ts";
import { deleteUnusedLineTexts, listUnusedLineTexts } from "../../db/queries/line-texts.ts";
import { deleteOutdated, listGoneSince, noteGone } from "../../db/queries/personal-data.ts";
import { deleteEndedSessions } from "../../db/queries/sessions.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { ActionContext } from "../action-context.ts";
import { hashPassword, makePassword } from "../security/passwords.ts";
import { idleSince, instantAfter } from "../security/session-token.ts";
import { forget } from "./erase-user.ts";

const DAY_MS = 24 * 3_600_000;
const YEAR_DAYS = 365.25;

/** How long what is no longer of use is kept. */
export interface Retention {
  /** Names of people who may no longer sign in. 0: for ever. */
  goneYears: number;
  /** Refused rows of imports that nobody corrected. 0: for ever. */
  draftDays: number;
}

export interface Purged {
  people: number;
  drafts: number;
  /** What lines were called, and none is any more. */
  names: number;
}

/** Forgets what has been kept for long enough; ended sessions, links that are over and names of no line always are. */
export async function purge(ctx: ActionContext, { goneYears, draftDays }: Retention): Promise<Purged> {
  const { db, now } = ctx;
  const before = (days: number): string => instantAfter(now, -days * DAY_MS);
  await noteGone(db, now);
  await deleteEndedSessions(db, { now, idleSince: idleSince(now) });
  const drafts = await deleteOutdated(db, { ended: now, drafts: draftDays === 0 ? "" : before(draftDays) });
  const gone = goneYears === 0 ? [] : await listGoneSince(db, before(goneYears * YEAR_DAYS));
  for (const userId of gone) {
    const passwordHash = await hashPassword(makePassword());
    await inTransaction(db, (trx) => forget(trx, { userId, passwordHash, now }));
  }
  return { people: gone.length, drafts, names: await forgetNames(ctx) };
}

/** A canteen after the other: orders are saved in between. */
async function forgetNames(ctx: ActionContext): Promise<number> {
  let forgotten = 0;
  for (const canteenId of await listCanteenIds(ctx.reader)) {
    const names = await listUnusedLineTexts(ctx.reader, canteenId);
    if (names.length > 0)
      forgotten += await inTransaction(ctx.db, async (trx) => {
        await lockCanteen(trx, ctx.engine, canteenId);
        return await deleteUnusedLineTexts(trx, { canteenId, names });
      });
  }
  return forgotten;
}
