import { provenSchema } from "../shared/two-step.ts";
import { requirePassword } from "./actions/two-step.ts";
import { unbatchedOwnAccountProcedure } from "./trpc.ts";

/** Anyone signed in, with their password once more: for what a screen left open must not allow. */
export const provenProcedure = unbatchedOwnAccountProcedure
  .input(provenSchema)
  .use(async ({ ctx, input, next }) => {
    await requirePassword(ctx.action, ctx.limits, { ...ctx.user, ...input });
    return await next();
  });
