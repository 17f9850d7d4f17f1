import * as z from "zod/mini";
import { isIsoDate } from "./calendar.ts";
import type { FieldIssueCode } from "./field-issues.ts";
import { isSiret, normaliseSiret } from "./identifiers.ts";

/** Schemas of fields that several nouns share. A message is a code of field-issues.ts. */
const code = (value: FieldIssueCode): FieldIssueCode => value;

/** One line of text, trimmed, 1 to 200 characters. */
export const nameField = z
  .string(code("required"))
  .check(z.trim(), z.minLength(1, code("required")), z.maxLength(200, code("too-long")));

/** A real day, `YYYY-MM-DD`. */
export const dateField = z
  .string(code("date"))
  .check(z.minLength(1, { error: code("required"), abort: true }), z.refine(isIsoDate, code("date")));

/** A day from 2000 to 2999: those around it are days too. */
export const countedDayField = dateField.check(z.regex(/^2/));

/** 14 digits with their key; spaces are dropped. */
export const siretField = z.string(code("siret-length")).check(
  z.overwrite(normaliseSiret),
  z.refine((siret) => /^\d{14}$/.test(siret), { error: code("siret-length"), abort: true }),
  z.refine(isSiret, code("siret-key")),
);

/** INSEE code of a commune: that it exists is checked against the database. */
export const communeField = z.string(code("commune")).check(z.regex(/^(\d{5}|2[AB]\d{3})$/, code("commune")));

/** A place's own position in degrees x 1 000 000. */
export const pointField = z.object({
  latE6: z
    .int(code("position"))
    .check(z.gte(-90_000_000, code("position")), z.lte(90_000_000, code("position"))),
  lngE6: z
    .int(code("position"))
    .check(z.gte(-180_000_000, code("position")), z.lte(180_000_000, code("position"))),
});

/** Basis points, 0 to 10 000. */
export const shareBpField = z.int(code("range")).check(z.gte(0, code("range")), z.lte(10_000, code("range")));

/** What a search box sends: at most 100 characters, empty for everything. */
export const searchField = z.string().check(z.maxLength(100));

/** Page of a list, from 1. */
export const pageField = z.int().check(z.gte(1), z.lte(100_000));

/** Rows per page of every list of the catalogue. */
export const PAGE_SIZE = 50;

/** One page of a list; `total` counts all rows the filters let through. */
export interface Page<Row> {
  rows: Row[];
  total: number;
  page: number;
  pageSize: number;
}
