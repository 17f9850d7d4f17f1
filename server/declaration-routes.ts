import type { Request, Response } from "express";
import * as z from "zod/mini";
import { listCells } from "../db/queries/cells.ts";
import { isCanteenInScopes } from "../db/queries/scopes.ts";
import { idSchema } from "../shared/ids.ts";
import { LOCALES } from "../shared/locales.ts";
import { yearRange } from "../shared/periods.ts";
import { yearlyAmounts } from "../shared/yearly-form/amounts.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { requireRight } from "./trpc.ts";
import { writeDeclaration } from "./writers/declaration.ts";

/** The amounts of a canteen's yearly declaration as a file. */
export const DECLARATION_ROUTES = [
  { method: "get", path: "/declaration.csv", handle: sendDeclaration },
] as const;

const query = z.object({
  canteenId: idSchema,
  year: z.string().check(z.regex(/^20\d{2}$/)),
  locale: z._default(z.enum(LOCALES), "fr"),
});

async function sendDeclaration(ctx: AppContext, request: Request, response: Response): Promise<void> {
  const scopes = requireRight(ctx, "figures.read");
  const asked = query.safeParse(request.query);
  if (!asked.success) throw new AppError("INVALID");
  const { canteenId, locale } = asked.data;
  const year = Number(asked.data.year);
  const { reader } = ctx.action;
  if (!(await isCanteenInScopes(reader, { canteenId, scopes }))) throw new AppError("NOT_FOUND");
  const cells = await listCells(reader, { canteenIds: [canteenId], ...yearRange(year) });
  response
    .status(200)
    .set({
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''declaration-${year}.csv`,
      "X-Content-Type-Options": "nosniff",
    })
    .end(writeDeclaration(yearlyAmounts(cells, year), { year, locale }));
}
