import { sessionRouter } from "./routers/session.ts";
import { router } from "./trpc.ts";

/** Register of routers: a feature adds its line. */
export const appRouter = router({
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
