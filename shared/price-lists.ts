import * as z from "zod/mini";
import { isIsoDate } from "./calendar.ts";
import type { IsoDate } from "./facts.ts";
import { nameField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import { searchKey } from "./normalise.ts";
import type { Unit } from "./quantity.ts";
import { tableMappingSchema } from "./table-mapping/mapping.ts";

/** One article of a price list. */
export interface PriceListLine {
  code: string | null;
  name: string;
  unit: Unit;
  /** Net grams of one unit; null: not known. */
  unitGrams: number | null;
  /** Ten-thousandths of a euro per unit, HT. */
  unitPriceHtE4: number;
  /** The supplier's article; null: none was found. */
  offerId: Id | null;
}

/** What a supplier announces to an organisation (« mercuriale »). */
export interface PriceList {
  id: Id;
  supplierId: Id;
  name: string;
  validFrom: IsoDate;
  /** Last day; null: until the next list. */
  validTo: IsoDate | null;
}

export interface PriceListWithLines extends PriceList {
  lines: readonly PriceListLine[];
}

/** No supplier's list has more articles. */
export const MAX_PRICE_LINES = 3_000;

const dayField = z.string("date").check(z.refine(isIsoDate, "date"));

export const priceListFileSchema = z.object({
  /** SHA-256 of the dropped file. */
  fileId: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  mapping: tableMappingSchema,
});

export const priceListSaveSchema = z.object({
  id: idSchema,
  supplierId: idSchema,
  name: nameField,
  validFrom: dayField,
  validTo: z.nullable(dayField),
  file: priceListFileSchema,
});
export type PriceListSave = z.infer<typeof priceListSaveSchema>;

/** A price this close to the list's is the list's: an invoice rounds to the cent. Ten-thousandths of a euro. */
export const LIST_TOLERANCE_E4 = 100;

/** An article as an order or an invoice has it. */
export interface ListedArticle {
  offerId: Id | null;
  description: string;
  unit: Unit | null;
  unitPriceHtE4: number | null;
}

/** A price that is not the one announced for its day. */
export interface PriceOffList {
  listId: Id;
  listName: string;
  listedE4: number;
  /** Paid minus announced, ten-thousandths of a euro per unit; never within the tolerance. */
  gapE4: number;
}

/** The list in force on a day: of those that cover it, the latest to begin. Undefined: none. */
export function listInForce<List extends PriceList>(lists: readonly List[], date: IsoDate): List | undefined {
  return lists
    .filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo))
    .sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0];
}

/** The list's line of an article: by the article itself, else by its name; in the same unit. Undefined: none. */
export function listedLine(
  lines: readonly PriceListLine[],
  { offerId, description, unit }: ListedArticle,
): PriceListLine | undefined {
  const same = lines.filter((line) => line.unit === unit);
  const own = offerId === null ? undefined : same.find((line) => line.offerId === offerId);
  if (own !== undefined) return own;
  const key = searchKey(description);
  return same.find((line) => searchKey(line.name) === key);
}

/** How far a price is from the list in force on its day; null: it is the list's, or no list says. */
export function priceOffList(
  lists: readonly PriceListWithLines[],
  article: ListedArticle,
  date: IsoDate,
): PriceOffList | null {
  const list = listInForce(lists, date);
  if (list === undefined || article.unitPriceHtE4 === null) return null;
  const line = listedLine(list.lines, article);
  if (line === undefined) return null;
  const gapE4 = article.unitPriceHtE4 - line.unitPriceHtE4;
  if (Math.abs(gapE4) < LIST_TOLERANCE_E4) return null;
  return { listId: list.id, listName: list.name, listedE4: line.unitPriceHtE4, gapE4 };
}

/** One article of a new list beside the list before it. */
export interface RevisedLine {
  line: PriceListLine;
  /** Price of the list before, same unit; null: the article is new, or was in another unit. */
  beforeE4: number | null;
}

/** Each article with what it cost in the list before; `before` undefined: there is none. */
export function revise(
  lines: readonly PriceListLine[],
  before: readonly PriceListLine[] | undefined,
): RevisedLine[] {
  return lines.map((line) => {
    const { offerId, name, unit, code } = line;
    const byCode = code === null ? undefined : before?.find((old) => old.code === code && old.unit === unit);
    const old = byCode ?? listedLine(before ?? [], { offerId, description: name, unit, unitPriceHtE4: null });
    return { line, beforeE4: old?.unitPriceHtE4 ?? null };
  });
}

/** What a revision comes to. */
export interface RevisionSum {
  raised: number;
  lowered: number;
  same: number;
  fresh: number;
}

export function sumRevision(lines: readonly RevisedLine[]): RevisionSum {
  const sum: RevisionSum = { raised: 0, lowered: 0, same: 0, fresh: 0 };
  for (const { line, beforeE4 } of lines) {
    if (beforeE4 === null) sum.fresh += 1;
    else if (line.unitPriceHtE4 > beforeE4) sum.raised += 1;
    else if (line.unitPriceHtE4 < beforeE4) sum.lowered += 1;
    else sum.same += 1;
  }
  return sum;
}
