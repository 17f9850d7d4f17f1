import * as z from "zod/mini";
import { collegesSchema } from "../../shared/council-colleges.ts";
import { reopenReportSchema } from "../../shared/council-report.ts";
import { idSchema } from "../../shared/ids.ts";
import { semesterField } from "../../shared/semesters.ts";
import {
  closeCouncilReport,
  readCouncilReport,
  reopenCouncilReport,
  saveColleges,
} from "../actions/close-council-report.ts";
import { organisationProcedure, router } from "../trpc.ts";

/** The report of the departmental council for the social economy, semester by semester. */
export const councilRouter = router({
  report: organisationProcedure("council.read")
    .input(z.object({ semester: semesterField }))
    .query(({ ctx, input }) =>
      readCouncilReport(ctx.action, { organisationId: ctx.organisationId, semester: input.semester }),
    ),

  close: organisationProcedure("organisation.write")
    .input(z.object({ id: idSchema, semester: semesterField }))
    .mutation(({ ctx, input: { id, semester } }) =>
      closeCouncilReport(ctx.action, { organisationId: ctx.organisationId, id, semester }),
    ),

  reopen: organisationProcedure("organisation.write")
    .input(reopenReportSchema)
    .mutation(({ ctx, input: { semester, reason } }) =>
      reopenCouncilReport(ctx.action, { organisationId: ctx.organisationId, semester, reason }),
    ),

  saveColleges: organisationProcedure("organisation.write")
    .input(z.object({ colleges: collegesSchema }))
    .mutation(({ ctx, input }) => saveColleges(ctx.action, ctx.organisationId, input.colleges)),
});
