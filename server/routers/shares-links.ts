import * as z from "zod/mini";
import { listSharesLinks } from "../../db/queries/shares-links.ts";
import { idSchema } from "../../shared/ids.ts";
import { sharesLinkSaveSchema } from "../../shared/shares-links.ts";
import { createSharesLink, ownerOfCanteen, revokeSharesLink } from "../actions/shares-links.ts";
import { canteenProcedure, organisationProcedure, router } from "../trpc.ts";

const linkId = z.object({ id: idSchema });

/** Public pages: of a canteen by who manages it, of the organisation by its administrators. */
export const sharesLinksRouter = router({
  listOfCanteen: canteenProcedure("shares.write").query(async ({ ctx }) =>
    listSharesLinks(ctx.action.reader, await ownerOfCanteen(ctx.action, ctx.canteenId)),
  ),

  createOfCanteen: canteenProcedure("shares.write")
    .input(sharesLinkSaveSchema)
    .mutation(async ({ ctx, input }) =>
      createSharesLink(ctx.action, await ownerOfCanteen(ctx.action, ctx.canteenId), {
        id: input.id,
        input: input.input,
      }),
    ),

  revokeOfCanteen: canteenProcedure("shares.write")
    .input(linkId)
    .mutation(async ({ ctx, input }) =>
      revokeSharesLink(ctx.action, await ownerOfCanteen(ctx.action, ctx.canteenId), input.id),
    ),

  listOfOrganisation: organisationProcedure("organisation.write").query(({ ctx }) =>
    listSharesLinks(ctx.action.reader, { organisationId: ctx.organisationId, canteenId: null }),
  ),

  createOfOrganisation: organisationProcedure("organisation.write")
    .input(sharesLinkSaveSchema)
    .mutation(({ ctx, input }) =>
      createSharesLink(
        ctx.action,
        { organisationId: ctx.organisationId, canteenId: null },
        { id: input.id, input: input.input },
      ),
    ),

  revokeOfOrganisation: organisationProcedure("organisation.write")
    .input(linkId)
    .mutation(({ ctx, input }) =>
      revokeSharesLink(ctx.action, { organisationId: ctx.organisationId, canteenId: null }, input.id),
    ),
});
