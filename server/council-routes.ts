import { TRPCError } from "@trpc/server";
import type { Request, Response } from "express";
import * as z from "zod/mini";
import { idSchema } from "../shared/ids.ts";
import { LOCALES } from "../shared/locales.ts";
import { semesterField } from "../shared/semesters.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { councilReportData } from "./pdf/council-report-data.ts";
import { writePdfAside } from "./pdf/write-pdf-aside.ts";
import { appRouter } from "./router.ts";
import { asRefusal, createCallerFactory } from "./trpc.ts";

/** The report of the departmental council, for paper. */
export const COUNCIL_ROUTES = [{ method: "get", path: "/rapport-cdess.pdf", handle: sendReport }] as const;

const asked = z.object({
  semestre: semesterField,
  organisationId: z.optional(idSchema),
  locale: z._default(z.enum(LOCALES), "fr"),
});

const createCaller = createCallerFactory(appRouter);

/** The page's own procedure answers: whoever may read the one may print the other. */
async function sendReport(ctx: AppContext, request: Request, response: Response): Promise<void> {
  const query = asked.safeParse(request.query);
  if (!query.success) throw new AppError("INVALID");
  const { semestre, organisationId, locale } = query.data;
  const organisation = organisationId === undefined ? {} : { organisationId };
  const { report, kept } = await createCaller(ctx)
    .council.report({ semester: semestre, ...organisation })
    .catch(throwRefusal);
  const closedOn = kept?.closedAt.slice(0, 10) ?? null;
  const bytes = await writePdfAside({
    template: "rapport-cdess",
    data: JSON.stringify(councilReportData(report, { locale, closedOn })),
    createdAt: Math.floor(Date.parse(ctx.action.now) / 1000),
  });
  response
    .status(200)
    .set({
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename*=UTF-8''rapport-cdess-${semestre}.pdf`,
      "X-Content-Type-Options": "nosniff",
    })
    .end(Buffer.from(bytes));
}

function throwRefusal(error: unknown): never {
  throw (error instanceof TRPCError && asRefusal(error)) || error;
}
