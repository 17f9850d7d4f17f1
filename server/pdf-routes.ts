import type { Request, Response } from "express";
import * as z from "zod/mini";
import type { SharesLinkOwner } from "../db/queries/shares-links.ts";
import { findSharesLinkByToken } from "../db/queries/shares-links.ts";
import { idSchema } from "../shared/ids.ts";
import { LOCALES } from "../shared/locales.ts";
import { sharesLinkPath, sharesLinkState } from "../shared/shares-links.ts";
import type { ActionContext } from "./action-context.ts";
import { withReach } from "./action-context.ts";
import { readPublicFigures } from "./actions/read-public-figures.ts";
import { ownerOfCanteen } from "./actions/shares-links.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { documentData } from "./pdf/document-data.ts";
import type { PdfTemplate } from "./pdf/write-pdf-aside.ts";
import { writePdfAside } from "./pdf/write-pdf-aside.ts";
import { hashToken } from "./security/session-token.ts";
import { requireCanteen, requireRight } from "./trpc.ts";

/** Documents that tell diners of a year: of a canteen, and of the organisation. */
export const PDF_ROUTES = [
  { method: "get", path: "/affiche.pdf", handle: sendOfCanteen("affiche") },
  { method: "get", path: "/depliant.pdf", handle: sendOfCanteen("depliant") },
  { method: "get", path: "/autocollant.pdf", handle: sendOfCanteen("autocollant") },
  { method: "get", path: "/plaquette.pdf", handle: sendOfOrganisation },
] as const;

const MOST_BP = 10_000;

const asked = z.object({
  year: z.string().check(z.regex(/^20\d{2}$/)),
  locale: z._default(z.enum(LOCALES), "fr"),
  /** Token of the public page that the QR code leads to. */
  lien: z.optional(z.string().check(z.maxLength(100))),
  /** Share of food projects in basis points, as the canteen knows it. */
  pat: z.optional(z.string().check(z.regex(/^\d{1,5}$/))),
});
type Asked = z.infer<typeof asked>;

function sendOfCanteen(template: PdfTemplate) {
  return async (ctx: AppContext, request: Request, response: Response): Promise<void> => {
    requireRight(ctx, "shares.write");
    const canteenId = idSchema.safeParse(request.query.canteenId);
    const query = asked.safeParse(request.query);
    if (!canteenId.success || !query.success) throw new AppError("INVALID");
    const action = await requireCanteen(ctx, canteenId.data, "shares.write");
    const owner = await ownerOfCanteen(action, canteenId.data);
    await send(action, { template, owner, query: query.data, request, response });
  };
}

async function sendOfOrganisation(ctx: AppContext, request: Request, response: Response): Promise<void> {
  const scopes = requireRight(ctx, "organisation.write");
  const query = asked.safeParse(request.query);
  if (!query.success) throw new AppError("INVALID");
  const organisation = scopes.find(({ scopeKind }) => scopeKind === "organisation");
  if (organisation === undefined) throw new AppError("FORBIDDEN");
  const owner = { organisationId: organisation.scopeId, canteenId: null };
  await send(withReach(ctx.action, "many"), {
    template: "plaquette",
    owner,
    query: query.data,
    request,
    response,
  });
}

interface Sending {
  template: PdfTemplate;
  owner: SharesLinkOwner;
  query: Asked;
  request: Request;
  response: Response;
}

async function send(
  action: ActionContext,
  { template, owner, query, request, response }: Sending,
): Promise<void> {
  const { reader, today, now } = action;
  const year = Number(query.year);
  const figures = await readPublicFigures(reader, owner, { year, today });
  if (figures.totalCents === 0 && figures.families.length === 0)
    throw new AppError("INVALID", { field: "year", reason: "no-purchase" });
  const data = documentData(figures, {
    locale: query.locale,
    address: await addressOf(action, { owner, token: query.lien, request }),
    patBp: query.pat === undefined ? null : Math.min(MOST_BP, Number(query.pat)),
  });
  const createdAt = Math.floor(Date.parse(now) / 1000);
  const bytes = await writePdfAside({ template, data: JSON.stringify(data), createdAt });
  response
    .status(200)
    .set({
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename*=UTF-8''${template}-${year}.pdf`,
      "X-Content-Type-Options": "nosniff",
    })
    .end(Buffer.from(bytes));
}

/** A QR code that leads nowhere is not printed: the link is the owner's, and in force. */
async function addressOf(
  { reader, today }: ActionContext,
  { owner, token, request }: { owner: SharesLinkOwner; token: string | undefined; request: Request },
): Promise<string | null> {
  if (token === undefined) return null;
  const link = await findSharesLinkByToken(reader, hashToken(token));
  const isOwn = link?.organisationId === owner.organisationId && link.canteenId === owner.canteenId;
  if (link === undefined || !isOwn || sharesLinkState(link, today) !== "live")
    throw new AppError("NOT_FOUND");
  return `${request.protocol}://${request.host}${sharesLinkPath(token)}`;
}
