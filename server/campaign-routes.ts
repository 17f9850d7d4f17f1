import type { Request, Response } from "express";
import { loadCampaigns } from "./actions/campaigns.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";
import { CampaignFileError } from "./readers/campaigns.ts";
import { FILE_LIMITS, FileRefusal } from "./readers/file-refusal.ts";
import { requireRight } from "./trpc.ts";
import { readUpload } from "./uploads.ts";

/** Published declarations, by an administrator. */
export const CAMPAIGN_ROUTES = [{ method: "post", path: "/campaigns", handle: receiveCampaign }] as const;

async function receiveCampaign(ctx: AppContext, request: Request, response: Response): Promise<void> {
  try {
    requireRight(ctx, "organisation.write");
  } catch (error) {
    request.resume();
    throw error;
  }
  const file = await readUpload(request, FILE_LIMITS.localBytes);
  try {
    response.status(201).json(await loadCampaigns(ctx.action, file));
  } catch (error) {
    if (error instanceof FileRefusal) throw new AppError("INVALID", { reason: error.code });
    if (error instanceof CampaignFileError)
      throw new AppError("INVALID", { reason: `missing-${error.missing}` });
    throw error;
  }
}
