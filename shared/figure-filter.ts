import * as z from "zod/mini";
import type { Family } from "./families.ts";
import { FAMILIES } from "./families.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";

/** What of the purchases a dashboard is about, beside its canteens and months; absent is no condition. */
export interface FigureFilter {
  family?: Family | undefined;
  supplier?: Id | undefined;
}

export const figureFilterSchema: z.ZodMiniType<FigureFilter> = z.object({
  family: z.optional(z.enum(FAMILIES)),
  supplier: z.optional(idSchema),
});
