import { auditRouter } from "./routers/audit.ts";
import { grantsRouter } from "./routers/grants.ts";
import { ordersRouter } from "./routers/orders.ts";
import { sessionRouter } from "./routers/session.ts";
import { territoriesRouter } from "./routers/territories.ts";
import { usersRouter } from "./routers/users.ts";
import { router } from "./trpc.ts";

/** Register of routers: a feature adds its line. */
export const appRouter = router({
  orders: ordersRouter,
  audit: auditRouter,
  grants: grantsRouter,
  session: sessionRouter,
  users: usersRouter,
  territories: territoriesRouter,
});

export type AppRouter = typeof appRouter;
