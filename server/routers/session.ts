import { publicProcedure, router } from "../trpc.ts";

export const sessionRouter = router({
  current: publicProcedure.query(({ ctx }) => ({ user: ctx.user })),
});
