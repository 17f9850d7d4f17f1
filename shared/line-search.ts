import * as z from "zod/mini";
import type { LineFilter } from "./drill-down.ts";
import { FAMILIES } from "./families.ts";
import { idSchema } from "./ids.ts";
import { COURT_OU_PROXIMITE_CELLS, INDICATORS } from "./indicators/indicators.ts";
import { SOCIAL_INDICATORS } from "./indicators/social.ts";
import { LINE_SORTS, LINE_STATUSES, LINE_TEXT_LENGTH, PARTS } from "./line-filter-words.ts";
import { LINE_FACTS } from "./moves.ts";
import { monthField } from "./periods.ts";

const AMOUNT_NAME = /^valeur_[a-z_]{1,80}$/;

/** A filter sent to the server: every value is known, or the whole is refused. */
export const lineFilterSchema: z.ZodMiniType<LineFilter> = z.object({
  from: z.optional(monthField),
  to: z.optional(monthField),
  indicator: z.optional(z.enum(INDICATORS)),
  part: z.optional(z.enum(PARTS)),
  cell: z.optional(z.enum(COURT_OU_PROXIMITE_CELLS)),
  family: z.optional(z.enum(FAMILIES)),
  amount: z.optional(z.string().check(z.regex(AMOUNT_NAME))),
  social: z.optional(z.enum(SOCIAL_INDICATORS)),
  supplier: z.optional(idSchema),
  text: z.optional(z.string().check(z.maxLength(LINE_TEXT_LENGTH))),
  status: z.optional(z.enum(LINE_STATUSES)),
  fact: z.optional(z.enum(LINE_FACTS)),
  sort: z.optional(z.enum(LINE_SORTS)),
  page: z.optional(z.int().check(z.gte(0), z.lte(100_000))),
});
