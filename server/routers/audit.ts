import { listAudit } from "../../db/queries/audit.ts";
import { auditFilterSchema } from "../../shared/audit.ts";
import { listPeopleIds } from "../actions/organisation-people.ts";
import { canteenProcedure, organisationProcedure, router } from "../trpc.ts";

/** Who changed what, when, and from what. The only procedures that name who acted. */
export const auditRouter = router({
  listOfCanteen: canteenProcedure("audit.read")
    .input(auditFilterSchema)
    .query(({ ctx, input }) =>
      listAudit(ctx.action.reader, { streams: [ctx.canteenId], nameable: null, filter: input }),
    ),

  /** Changes of the organisation and of what all organisations share; only its own people are named. */
  listOfOrganisation: organisationProcedure("audit.read")
    .input(auditFilterSchema)
    .query(async ({ ctx, input }) => {
      const { reader } = ctx.action;
      const nameable = await listPeopleIds(reader, ctx.organisationId);
      const streams = [ctx.organisationId, "organisation"];
      return await listAudit(reader, { streams, nameable, filter: input });
    }),
});
