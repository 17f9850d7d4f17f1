import * as z from "zod/mini";
import { listCanteenIdsInScopes } from "../../db/queries/scopes.ts";
import { yearField } from "../../shared/periods.ts";
import { comparePeers } from "../actions/compare-peers.ts";
import { amongCanteensProcedure, router } from "../trpc.ts";

/** A canteen among its like. */
export const peersRouter = router({
  compare: amongCanteensProcedure("figures.read")
    .input(z.object({ year: yearField }))
    .query(async ({ ctx, input }) => {
      const { reader } = ctx.action;
      const readable = await listCanteenIdsInScopes(reader, ctx.scopes);
      return await comparePeers(reader, ctx.canteenId, { year: input.year, readable });
    }),
});
