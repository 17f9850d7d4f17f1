import { deleteSessionOfUser, deleteSessionsOfUser, listLiveSessions } from "../../db/queries/sessions.ts";
import { closeSessionSchema } from "../../shared/account.ts";
import { idleSince } from "../security/session-token.ts";
import { router, signedInProcedure } from "../trpc.ts";

/** One's own account, as its page shows it. */
export const accountRouter = router({
  sessions: signedInProcedure.query(async ({ ctx }) => {
    const { reader, now } = ctx.action;
    const live = await listLiveSessions(reader, { userId: ctx.user.id, now, idleSince: idleSince(now) });
    return live.map((session) => ({ ...session, current: session.id === ctx.session.tokenHash }));
  }),

  /** A session of someone else, like one that has ended, is left as it is. */
  closeSession: signedInProcedure.input(closeSessionSchema).mutation(async ({ ctx, input }) => {
    await deleteSessionOfUser(ctx.action.db, { userId: ctx.user.id, tokenHash: input.sessionId });
    if (input.sessionId === ctx.session.tokenHash) ctx.session.clear();
  }),

  /** Every session but the one that asks. */
  closeOtherSessions: signedInProcedure.mutation(async ({ ctx }) => {
    await deleteSessionsOfUser(ctx.action.db, { userId: ctx.user.id, keep: ctx.session.tokenHash });
  }),
});
