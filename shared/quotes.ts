import * as z from "zod/mini";
import { CRITERION_KINDS, hasPrice } from "./award-criteria.ts";
import { isIsoDate } from "./calendar.ts";
import type { FieldIssue } from "./field-issues.ts";
import { nameField } from "./fields.ts";
import { idSchema } from "./ids.ts";
import { lineAmountHtCents } from "./money.ts";
import { searchKey } from "./normalise.ts";
import { UNITS } from "./quantity.ts";

const dayField = z.string("date").check(z.refine(isIsoDate, "date"));
const textField = (max: number) => z.string().check(z.trim(), z.maxLength(max, "too-long"));
const WHOLE_BP = 10_000;

/** What is asked of every supplier. */
const askedLineSchema = z.object({
  id: idSchema,
  description: nameField,
  quantityMilli: z.int("range").check(z.gte(1, "range"), z.lte(1_000_000_000, "range")),
  unit: z.enum(UNITS, "choice"),
});
export type AskedLine = z.infer<typeof askedLineSchema>;

const quoteSchema = z.object({
  id: idSchema,
  supplierId: idSchema,
  supplierName: nameField,
  /** Null: not received yet. */
  receivedOn: z.nullable(dayField),
  validUntil: z.nullable(dayField),
  /** Carriage HT, cents; null: not said. */
  carriageHtCents: z.nullable(z.int("range").check(z.gte(0, "range"), z.lte(10_000_000, "range"))),
  /** Delay and days, in words. */
  delivery: textField(200),
  /** Ten-thousandths of a euro per unit HT, by line; a line that is not priced is left out. */
  prices: z.record(idSchema, z.int("range").check(z.gte(1, "range"), z.lte(100_000_000, "range"))),
});
export type Quote = z.infer<typeof quoteSchema>;

/** What offers are judged by. */
const criterionSchema = z.object({
  /** Null: a request kept before the list, whose words are in none of it. */
  kind: z.nullable(z.enum(CRITERION_KINDS, "choice")),
  /** How it is judged, in words; empty: the kind says it all. */
  detail: textField(200),
  weightBp: z.int("range").check(z.gte(1, "range"), z.lte(WHOLE_BP, "range")),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const quoteContentSchema = z.object({
  lines: z.array(askedLineSchema).check(z.maxLength(200)),
  quotes: z.array(quoteSchema).check(z.maxLength(6)),
  criteria: z.array(criterionSchema).check(z.maxLength(8)),
  /** Null: nothing is decided. */
  award: z.nullable(z.object({ quoteId: idSchema, reason: textField(2_000), decidedOn: dayField })),
});
export type QuoteContent = z.infer<typeof quoteContentSchema>;

export const quoteSaveSchema = z.object({
  id: idSchema,
  /** The version it was made from; 0: a new one. */
  version: z.int().check(z.gte(0)),
  title: nameField,
  askedOn: dayField,
  content: quoteContentSchema,
});
export type QuoteSave = z.infer<typeof quoteSaveSchema>;

/** A request as it is kept. */
export interface QuoteRequest {
  id: string;
  version: number;
  title: string;
  askedOn: string;
  content: QuoteContent;
}

const GEOGRAPHIC =
  /\b(?:locale?s?|locaux|localement|proximite|proche|origine|provenance|distances?|kilometres?|kms?|departement\w*|region\w*|terroirs?|territoire\w*|francais\w*|france|pays de production|lieu de production|implantation|siege)\b/;

/** The words of a text that make it a geographic criterion; null: none. @law commande-publique-R2111-7 */
export function geographicWords(text: string): string | null {
  return GEOGRAPHIC.exec(searchKey(text))?.[0] ?? null;
}

/** What one quote comes to. */
export interface QuoteTotal {
  /** Lines without a price. */
  missing: number;
  /** Priced lines, HT cents. */
  goodsHtCents: number;
  /** With carriage; null while a line has no price. */
  totalHtCents: number | null;
}

export function totalOf({ prices, carriageHtCents }: Quote, lines: readonly AskedLine[]): QuoteTotal {
  const priced = lines.flatMap((line) => {
    const unitPriceHtE4 = prices[line.id];
    return unitPriceHtE4 === undefined
      ? []
      : [lineAmountHtCents({ quantityMilli: line.quantityMilli, unitPriceHtE4 })];
  });
  const goodsHtCents = priced.reduce((sum, cents) => sum + cents, 0);
  const missing = lines.length - priced.length;
  return { missing, goodsHtCents, totalHtCents: missing > 0 ? null : goodsHtCents + (carriageHtCents ?? 0) };
}

/**
 * What keeps a request from being saved: a criterion outside the list, no price or cost among them, words that are
 * geographic, weights, an award of nothing. The list is the lock; the words only catch what a detail may slip in.
 */
export function checkQuotes({ criteria, quotes, award }: QuoteContent): FieldIssue[] {
  const issues: FieldIssue[] = [];
  criteria.forEach(({ kind, detail }, index) => {
    if (kind === null) issues.push({ field: `criteria.${index}`, code: "choice", otherId: null });
    if (geographicWords(detail) !== null)
      issues.push({ field: `criteria.${index}`, code: "geographic-criterion", otherId: null });
  });
  if (criteria.length > 0 && !hasPrice(criteria.map(({ kind }) => kind)))
    issues.push({ field: "criteria", code: "price-missing", otherId: null });
  const weight = criteria.reduce((sum, { weightBp }) => sum + weightBp, 0);
  if (criteria.length > 0 && weight !== WHOLE_BP)
    issues.push({ field: "criteria", code: "weights", otherId: null });
  if (award === null) return issues;
  if (criteria.length === 0) issues.push({ field: "criteria", code: "weights", otherId: null });
  if (!quotes.some(({ id }) => id === award.quoteId))
    issues.push({ field: "award", code: "choice", otherId: null });
  if (award.reason.trim() === "") issues.push({ field: "reason", code: "required", otherId: null });
  if (geographicWords(award.reason) !== null)
    issues.push({ field: "reason", code: "geographic-criterion", otherId: null });
  return issues;
}
