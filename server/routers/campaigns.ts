import { campaignSchema } from "../../shared/campaigns.ts";
import { compareCampaign } from "../actions/campaigns.ts";
import { router, territoryProcedure } from "../trpc.ts";

/** Published declarations of every canteen of France. */
export const campaignsRouter = router({
  compare: territoryProcedure("figures.read")
    .input(campaignSchema)
    .query(({ ctx, input }) => compareCampaign(ctx.action.reader, ctx.canteenIds, input)),
});
