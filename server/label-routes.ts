import type { Request, Response } from "express";
import * as z from "zod/mini";
import { isLegumerieInScopes } from "../db/queries/scopes.ts";
import { idSchema } from "../shared/ids.ts";
import { LOCALES } from "../shared/locales.ts";
import { withReach } from "./action-context.ts";
import { readLabelledOutput } from "./actions/legumerie-label.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { labelData } from "./pdf/label-data.ts";
import { writePdfAside } from "./pdf/write-pdf-aside.ts";
import { requireRight } from "./trpc.ts";

/** Labels of the output lots of a légumerie. */
export const LABEL_ROUTES = [{ method: "get", path: "/etiquette.pdf", handle: sendLabel }] as const;

/** Labels in one document. */
const MOST_COPIES = 200;

const asked = z.object({
  legumerieId: idSchema,
  outputId: idSchema,
  locale: z._default(z.enum(LOCALES), "fr"),
  nombre: z._default(z.string().check(z.regex(/^\d{1,3}$/)), "1"),
});

async function sendLabel(ctx: AppContext, request: Request, response: Response): Promise<void> {
  const scopes = requireRight(ctx, "legumerie.read");
  const query = asked.safeParse(request.query);
  if (!query.success) throw new AppError("INVALID");
  const { legumerieId, outputId, locale } = query.data;
  if (!(await isLegumerieInScopes(ctx.action.reader, { legumerieId, scopes })))
    throw new AppError("NOT_FOUND");
  const { reader } = withReach(ctx.action, "many");
  const output = await readLabelledOutput(reader, { legumerieId, outputId, locale });
  const copies = Math.min(MOST_COPIES, Math.max(1, Number(query.data.nombre)));
  const bytes = await writePdfAside({
    template: "etiquette",
    data: JSON.stringify(labelData(output, { locale, copies })),
    createdAt: Math.floor(Date.parse(ctx.action.now) / 1000),
  });
  response
    .status(200)
    .set({
      "Content-Type": "application/pdf",
      "Content-Disposition": "inline; filename*=UTF-8''etiquette.pdf",
      "X-Content-Type-Options": "nosniff",
    })
    .end(Buffer.from(bytes));
}
