import { auditFilterSchema } from "../../shared/audit.ts";
import { listPeopleIds } from "../actions/organisation-people.ts";
import { readAudit } from "../actions/read-audit.ts";
import { SHARED_STREAM } from "../actions/save-record.ts";
import { canteenProcedure, organisationProcedure, router } from "../trpc.ts";

/** Who changed what, when, and from what. The only procedures that name who acted. */
export const auditRouter = router({
  listOfCanteen: canteenProcedure("audit.read")
    .input(auditFilterSchema)
    .query(({ ctx, input }) => {
      const { canteenId } = ctx;
      const reading = { streams: [canteenId], nameable: null, canteenIds: [canteenId], filter: input };
      return readAudit(ctx.action.reader, reading);
    }),

  /** Changes of the organisation and of what all organisations share; only its own people are named. */
  listOfOrganisation: organisationProcedure("audit.read")
    .input(auditFilterSchema)
    .query(async ({ ctx, input }) => {
      const { reader } = ctx.action;
      const nameable = await listPeopleIds(reader, ctx.organisationId);
      const streams = [ctx.organisationId, SHARED_STREAM];
      const canteenIds = await ctx.visibleCanteenIds("audit.read");
      return await readAudit(reader, { streams, nameable, canteenIds, filter: input });
    }),
});
