import * as z from "zod/mini";
import type { Translated } from "./locales.ts";

/** Why goods are sent back at the door, in the order they are met: seen, measured, read, compared. */
export const REFUSAL_REASONS = [
  "DAMAGED",
  "TEMPERATURE",
  "USE_BY",
  "QUALITY",
  "WRONG_ARTICLE",
  "NOT_DELIVERED",
  "OTHER",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const REFUSAL_REASON_LABELS: Readonly<Record<RefusalReason, Translated>> = {
  DAMAGED: { fr: "Abîmé", en: "Damaged" },
  TEMPERATURE: { fr: "Température", en: "Temperature" },
  USE_BY: { fr: "Date trop courte", en: "Use-by date too short" },
  QUALITY: { fr: "Qualité", en: "Quality" },
  WRONG_ARTICLE: { fr: "Pas l'article commandé", en: "Not the article ordered" },
  NOT_DELIVERED: { fr: "Non livré", en: "Not delivered" },
  OTHER: { fr: "Autre raison", en: "Other reason" },
};

export const MAX_REFUSAL_NOTE = 300;

export const refusalSchema = z.object({
  reason: z.enum(REFUSAL_REASONS),
  /** In the person's own words; null: the reason says it all. */
  note: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_REFUSAL_NOTE))),
});

/** Why part or all of a line was not accepted: what is missing of the ordered quantity. */
export type Refusal = z.infer<typeof refusalSchema>;
