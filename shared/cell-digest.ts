import type { Cell } from "./cells.ts";
import type { IsoMonth } from "./facts.ts";
import { rangeToRead } from "./figures.ts";
import type { Id } from "./ids.ts";
import type { MonthRange } from "./periods.ts";
import { isInRange, monthsOf } from "./periods.ts";

/**
 * A canteen's cells added up in the two ways that a dashboard reads them: by month whoever sold, and by supplier over
 * the period. A hundred canteens are added up from their digests in milliseconds, from their cells in seconds.
 */
export interface CellDigest {
  byMonth: DigestPart<IsoMonth>;
  bySupplier: DigestPart<Id>;
}

/** One way of adding the cells up. */
export interface DigestPart<Key extends string> {
  keys: readonly Key[];
  /** One a sum: the place of its key in `keys`, the place of its content in CONTENTS. */
  keyPlaces: Int32Array;
  contentPlaces: Int32Array;
  /** SUMS numbers each. */
  sums: Float64Array;
}

/** What is bought and what it counts for, whoever bought when from whom. */
type Content = Omit<Cell, "canteenId" | "month" | "supplierId" | SumName>;
type SumName = "amountCents" | "weightGrams" | "weighedCents" | "lines";

/** In this order: amount, weight, weighed amount, lines. */
export const SUMS = 4;
const NOBODY = { canteenId: "", supplierId: "", month: "" } as const;

/** Contents that this process has met: some hundreds, whatever the number of lines. */
const CONTENTS: Content[] = [];
const CONTENT_PLACES = new Map<string, number>();

/** The digest of one canteen's cells of `rangeToRead(range)`. */
export function digestCells(cells: readonly Cell[], range: MonthRange): CellDigest {
  const placed = cells.map((cell): PlacedCell => ({ cell, contentPlace: placeOfContent(cell) }));
  return {
    byMonth: addUp(placed, ({ month }) => month),
    bySupplier: addUp(
      placed.filter(({ cell }) => isInRange(cell.month, range)),
      ({ supplierId }) => supplierId,
    ),
  };
}

/** What the canteens of the digests bought each month of `rangeToRead(range)`: neither canteen nor supplier is said. */
export function monthCellsOf(digests: readonly CellDigest[], range: MonthRange): Cell[] {
  const parts = digests.map(({ byMonth }) => byMonth);
  return merge(parts, monthsOf(rangeToRead(range)), (month) => ({ ...NOBODY, month }));
}

/** Whom the canteens bought from over the period, in no promised order. */
export function suppliersOf(digests: readonly CellDigest[]): Id[] {
  const ids = new Set<Id>();
  for (const { bySupplier } of digests) for (const id of bySupplier.keys) ids.add(id);
  return [...ids];
}

/** What is bought at a place of `contentPlaces`. */
export function contentAt(place: number): Content {
  const content = CONTENTS[place];
  if (content === undefined) throw new Error(`no digest has content ${place}`);
  return content;
}

/** How many sums a digest holds. */
export function sizeOf({ byMonth, bySupplier }: CellDigest): number {
  return byMonth.keyPlaces.length + bySupplier.keyPlaces.length;
}

interface PlacedCell {
  cell: Cell;
  contentPlace: number;
}

/** More contents than a process ever meets. */
const MOST_CONTENTS = 2 ** 24;

function addUp<Key extends string>(
  cells: readonly PlacedCell[],
  keyOf: (cell: Cell) => Key,
): DigestPart<Key> {
  const keys = new Map<Key, number>();
  const groups = new Map<number, number>();
  const keyPlaces: number[] = [];
  const contentPlaces: number[] = [];
  const sums: number[] = [];
  for (const { cell, contentPlace } of cells) {
    const key = keyOf(cell);
    const keyPlace = keys.get(key) ?? keys.size;
    if (keyPlace === keys.size) keys.set(key, keyPlace);
    const id = keyPlace * MOST_CONTENTS + contentPlace;
    const first = groups.get(id);
    const { amountCents, weightGrams, weighedCents, lines } = cell;
    if (first === undefined) {
      groups.set(id, sums.length);
      keyPlaces.push(keyPlace);
      contentPlaces.push(contentPlace);
      sums.push(amountCents, weightGrams, weighedCents, lines);
      continue;
    }
    sums[first] = (sums[first] ?? 0) + amountCents;
    sums[first + 1] = (sums[first + 1] ?? 0) + weightGrams;
    sums[first + 2] = (sums[first + 2] ?? 0) + weighedCents;
    sums[first + 3] = (sums[first + 3] ?? 0) + lines;
  }
  return {
    keys: [...keys.keys()],
    keyPlaces: Int32Array.from(keyPlaces),
    contentPlaces: Int32Array.from(contentPlaces),
    sums: Float64Array.from(sums),
  };
}

/** One cell for each key and content that any of the parts has. */
function merge<Key extends string>(
  parts: readonly DigestPart<Key>[],
  keys: readonly Key[],
  who: (key: Key) => Pick<Cell, keyof typeof NOBODY>,
): Cell[] {
  const width = CONTENTS.length;
  const totals = new Float64Array(keys.length * width * SUMS);
  const placeOf = new Map(keys.map((key, place) => [key, place]));
  for (const part of parts) addPart(totals, part, { width, placeOf });
  const cells: Cell[] = [];
  for (const [place, key] of keys.entries())
    for (const [at, content] of CONTENTS.entries()) {
      const first = (place * width + at) * SUMS;
      const lines = totals[first + 3] ?? 0;
      // Most: nobody sells all that is bought.
      if (lines === 0) continue;
      const [amountCents = 0, weightGrams = 0, weighedCents = 0] = totals.subarray(first, first + 3);
      cells.push({ ...content, ...who(key), amountCents, weightGrams, weighedCents, lines });
    }
  return cells;
}

function addPart<Key extends string>(
  totals: Float64Array,
  { keys, keyPlaces, contentPlaces, sums }: DigestPart<Key>,
  { width, placeOf }: { width: number; placeOf: ReadonlyMap<Key, number> },
): void {
  const places = keys.map((key) => placeOf.get(key) ?? -1);
  for (let group = 0; group < keyPlaces.length; group++) {
    const place = places[keyPlaces[group] ?? 0] ?? -1;
    if (place === -1) continue;
    const first = (place * width + (contentPlaces[group] ?? 0)) * SUMS;
    for (let at = 0; at < SUMS; at++)
      totals[first + at] = (totals[first + at] ?? 0) + (sums[group * SUMS + at] ?? 0);
  }
}

function placeOfContent({ family, strictCategory, declaredCategory, marks, social }: Cell): number {
  const id = `${family} ${strictCategory} ${declaredCategory} ${marks} ${social}`;
  const known = CONTENT_PLACES.get(id);
  if (known !== undefined) return known;
  const place = CONTENTS.push({ family, strictCategory, declaredCategory, marks, social }) - 1;
  CONTENT_PLACES.set(id, place);
  return place;
}
