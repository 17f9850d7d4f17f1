import { findErasureAsked, updateErasureAsked } from "../../db/queries/personal-data.ts";
import { deleteSessionOfUser, deleteSessionsOfUser, listLiveSessions } from "../../db/queries/sessions.ts";
import { askErasureSchema, closeSessionSchema } from "../../shared/account.ts";
import { withReach } from "../action-context.ts";
import { readOwnData } from "../actions/erase-user.ts";
import { refuseDemoAccount } from "../demo-account.ts";
import { idleSince } from "../security/session-token.ts";
import { ownAccountProcedure, router, signedInProcedure } from "../trpc.ts";

/** One's own account, as its page shows it. */
export const accountRouter = router({
  sessions: signedInProcedure.query(async ({ ctx }) => {
    const { reader, now } = ctx.action;
    const live = await listLiveSessions(reader, { userId: ctx.user.id, now, idleSince: idleSince(now) });
    return live.map((session) => ({ ...session, current: session.id === ctx.session.tokenHash }));
  }),

  /** Everything that is held about the person. */
  ownData: signedInProcedure.query(({ ctx }) => readOwnData(withReach(ctx.action, "many"), ctx.user.id)),

  /** Since when the person asks to be forgotten; null: they do not. */
  erasureAskedAt: signedInProcedure.query(({ ctx }) => findErasureAsked(ctx.action.reader, ctx.user.id)),

  /** Asked again, it keeps its first date. An administrator answers. */
  askErasure: ownAccountProcedure.input(askErasureSchema).mutation(async ({ ctx, input }) => {
    const { db, now } = ctx.action;
    const former = await findErasureAsked(db, ctx.user.id);
    await updateErasureAsked(db, { id: ctx.user.id, askedAt: input.asked ? (former ?? now) : null });
  }),

  /** A session of someone else, like one that has ended, is left as it is. */
  closeSession: signedInProcedure.input(closeSessionSchema).mutation(async ({ ctx, input }) => {
    if (input.sessionId !== ctx.session.tokenHash) refuseDemoAccount(ctx, ctx.user.email);
    await deleteSessionOfUser(ctx.action.db, { userId: ctx.user.id, tokenHash: input.sessionId });
    if (input.sessionId === ctx.session.tokenHash) ctx.session.clear();
  }),

  /** Every session but the one that asks. */
  closeOtherSessions: ownAccountProcedure.mutation(async ({ ctx }) => {
    await deleteSessionsOfUser(ctx.action.db, { userId: ctx.user.id, keep: ctx.session.tokenHash });
  }),
});
