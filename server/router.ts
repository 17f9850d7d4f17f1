import { sessionRouter } from "./routers/session.ts";
import { territoriesRouter } from "./routers/territories.ts";
import { router } from "./trpc.ts";

/** Register of routers: a feature adds its line. */
export const appRouter = router({
  session: sessionRouter,
  territories: territoriesRouter,
});

export type AppRouter = typeof appRouter;
