import type { CellDigest, DigestPart } from "./cell-digest.ts";
import { contentAt, SUMS as DIGEST_SUMS } from "./cell-digest.ts";
import type { IsoDate, IsoMonth } from "./facts.ts";
import type { Family } from "./families.ts";
import { FAMILIES } from "./families.ts";
import type { Comparison, Figures, GroupFigures, Totals } from "./figures.ts";
import type { Id } from "./ids.ts";
import type { Basis, Indicator } from "./indicators/indicators.ts";
import { INDICATORS } from "./indicators/indicators.ts";
import { judgeCell } from "./indicators/judged-cells.ts";
import type { CourtOuProximite, Shares } from "./indicators/shares.ts";
import type { Certainty } from "./marks.ts";
import type { MonthRange } from "./periods.ts";
import { completeRange, isInRange, monthsOf, yearBefore } from "./periods.ts";

/**
 * What a dashboard says of a canteen on one basis, before it is said: sums only, so that those of a hundred canteens
 * are theirs added up, and one that changed is taken out and put back. Months are those of `rangeToRead(range)`,
 * families and suppliers those of the period; what has no line has no row.
 */
export interface FigureSums {
  byMonth: Map<IsoMonth, Row>;
  byFamily: Map<Family, Row>;
  bySupplier: Map<Id, Row>;
}

/** The four sums of a digest (cents, grams, weighed cents, lines), then what counts for each indicator, cents or grams: base, strict, declared. */
type Row = Float64Array;

const [AMOUNT, WEIGHT, WEIGHED, LINES] = [0, 1, 2, 3];
const [BASE, STRICT, DECLARED] = [0, 1, 2];
const WIDTH = DIGEST_SUMS + INDICATORS.length * 3;

/** Of nobody. */
export function noSums(): FigureSums {
  return { byMonth: new Map(), byFamily: new Map(), bySupplier: new Map() };
}

/** Of one canteen's cells of `rangeToRead(range)`. */
export function sumsOfDigest(
  { byMonth, bySupplier }: CellDigest,
  { range, basis }: { range: MonthRange; basis: Basis },
): FigureSums {
  const sums = noSums();
  eachGroup(byMonth, basis, (month, group) => {
    addGroup(rowOf(sums.byMonth, month), group);
    if (isInRange(month, range)) addGroup(rowOf(sums.byFamily, group.family), group);
  });
  eachGroup(bySupplier, basis, (supplierId, group) => addGroup(rowOf(sums.bySupplier, supplierId), group));
  return sums;
}

/** Puts a canteen's sums into those of several, or takes them out again. */
export function addSums(several: FigureSums, own: FigureSums, sign: 1 | -1): void {
  addRows(several.byMonth, own.byMonth, sign);
  addRows(several.byFamily, own.byFamily, sign);
  addRows(several.bySupplier, own.bySupplier, sign);
}

/** What `figuresOf` says of the same cells. */
export function figuresOfSums(
  sums: FigureSums,
  { range, basis, today }: { range: MonthRange; basis: Basis; today: IsoDate },
): Figures {
  const whole = during(sums, range);
  const shares = sharesOfRow(whole);
  return {
    range,
    basis,
    totals: totalsOfRow(whole),
    shares,
    courtOuProximite: {
      strict: fourCells(whole, { basis, shares, certainty: "strict" }),
      declared: fourCells(whole, { basis, shares, certainty: "declared" }),
    },
    coverage: { numerator: whole[WEIGHED] ?? 0, denominator: whole[AMOUNT] ?? 0 },
    comparison: comparisonOf(sums, { range, today }),
    byMonth: monthFigures(sums, range),
    byMonthBefore: monthFigures(sums, yearBefore(range)),
    byFamily: FAMILIES.flatMap((family) => groupsFound(family, sums.byFamily)),
    bySupplier: [...sums.bySupplier.keys()]
      .flatMap((supplierId) => groupsFound(supplierId, sums.bySupplier))
      .toSorted((a, b) => b.totals.amountCents - a.totals.amountCents || (a.key < b.key ? -1 : 1)),
  };
}

/** The rates of some of the months; null: nothing was bought in them. */
export function ratesDuring(sums: FigureSums, months: MonthRange): { totals: Totals; shares: Shares } | null {
  const row = during(sums, months);
  return row[LINES] === 0 ? null : { totals: totalsOfRow(row), shares: sharesOfRow(row) };
}

/** What a canteen bought of one content. */
interface Group {
  family: Family;
  /** Columns that `amount` is added to: a place occurs once. */
  columns: readonly number[];
  amount: number;
  /** The part's sums from `first` on: amount, weight, weighed amount, lines. */
  sums: Float64Array;
  first: number;
}

function eachGroup<Key extends string>(
  { keys, keyPlaces, contentPlaces, sums }: DigestPart<Key>,
  basis: Basis,
  take: (key: Key, group: Group) => void,
): void {
  for (let at = 0; at < keyPlaces.length; at++) {
    const key = keys[keyPlaces[at] ?? 0];
    if (key === undefined) continue;
    const first = at * DIGEST_SUMS;
    const amount = sums[first + (basis === "value" ? AMOUNT : WEIGHT)] ?? 0;
    take(key, { ...countedIn(contentPlaces[at] ?? 0), amount, sums, first });
  }
}

/** By place of the content. */
const COUNTED: { family: Family; columns: readonly number[] }[] = [];

function countedIn(contentPlace: number): { family: Family; columns: readonly number[] } {
  const known = COUNTED[contentPlace];
  if (known !== undefined) return known;
  const content = contentAt(contentPlace);
  const judgement = judgeCell(content);
  const columns = INDICATORS.flatMap((indicator) => {
    const { base, strict, declared } = judgement[indicator];
    const first = columnOf(indicator, BASE);
    return [base, strict, declared].flatMap((counts, at) => (counts ? first + at : []));
  });
  const counted = { family: content.family, columns };
  COUNTED[contentPlace] = counted;
  return counted;
}

function columnOf(indicator: Indicator, at: number): number {
  return DIGEST_SUMS + INDICATORS.indexOf(indicator) * 3 + at;
}

function rowOf<Key>(rows: Map<Key, Row>, key: Key): Row {
  const known = rows.get(key);
  if (known !== undefined) return known;
  const row = new Float64Array(WIDTH);
  rows.set(key, row);
  return row;
}

function addGroup(row: Row, { columns, amount, sums, first }: Group): void {
  for (let column = 0; column < DIGEST_SUMS; column++) add(row, column, sums[first + column] ?? 0);
  for (const column of columns) add(row, column, amount);
}

function addRows<Key>(several: Map<Key, Row>, own: ReadonlyMap<Key, Row>, sign: 1 | -1): void {
  for (const [key, row] of own) {
    const sum = rowOf(several, key);
    addRow(sum, row, sign);
    if (sum[LINES] === 0) several.delete(key);
  }
}

function addRow(sum: Row, row: Row, sign: 1 | -1): void {
  for (let column = 0; column < WIDTH; column++) add(sum, column, sign * (row[column] ?? 0));
}

function add(row: Row, column: number, amount: number): void {
  row[column] = (row[column] ?? 0) + amount;
}

function during({ byMonth }: FigureSums, months: MonthRange): Row {
  const sum = new Float64Array(WIDTH);
  for (const [month, row] of byMonth) if (isInRange(month, months)) addRow(sum, row, 1);
  return sum;
}

function totalsOfRow(row: Row): Totals {
  return { amountCents: row[AMOUNT] ?? 0, weightGrams: row[WEIGHT] ?? 0, lines: row[LINES] ?? 0 };
}

function sharesOfRow(row: Row): Shares {
  const shares = INDICATORS.map((indicator) => {
    const at = (column: number) => row[columnOf(indicator, column)] ?? 0;
    const over = (numerator: number) => ({ numerator, denominator: at(BASE) });
    return [indicator, { strict: over(at(STRICT)), declared: over(at(DECLARED)) }] as const;
  });
  return Object.fromEntries(shares) as Shares;
}

/** Short or local is both, short only and local only: the three rates say the four cells. */
function fourCells(
  row: Row,
  { basis, shares, certainty }: { basis: Basis; shares: Shares; certainty: Certainty },
): CourtOuProximite {
  const total = row[basis === "value" ? AMOUNT : WEIGHT] ?? 0;
  const [short, local, either] = (["SHORT", "LOCAL", "SHORT_OR_LOCAL"] as const).map(
    (indicator) => shares[indicator][certainty].numerator,
  ) as [number, number, number];
  return {
    both: short + local - either,
    shortOnly: either - local,
    localOnly: either - short,
    neither: total - either,
    total,
  };
}

function comparisonOf(
  sums: FigureSums,
  { range, today }: { range: MonthRange; today: IsoDate },
): Comparison | null {
  const now = completeRange(range, today);
  if (now === null) return null;
  const before = yearBefore(now);
  const [rowNow, rowBefore] = [during(sums, now), during(sums, before)];
  if (rowBefore[LINES] === 0) return null;
  return {
    now,
    before,
    sharesNow: sharesOfRow(rowNow),
    sharesBefore: sharesOfRow(rowBefore),
    totalsNow: totalsOfRow(rowNow),
    totalsBefore: totalsOfRow(rowBefore),
  };
}

function monthFigures({ byMonth }: FigureSums, range: MonthRange): GroupFigures<IsoMonth>[] {
  return monthsOf(range).map((month) => groupOfRow(month, byMonth.get(month) ?? new Float64Array(WIDTH)));
}

function groupsFound<Key extends string>(key: Key, rows: ReadonlyMap<Key, Row>): GroupFigures<Key>[] {
  const row = rows.get(key);
  return row === undefined ? [] : [groupOfRow(key, row)];
}

function groupOfRow<Key extends string>(key: Key, row: Row): GroupFigures<Key> {
  return { key, totals: totalsOfRow(row), shares: sharesOfRow(row) };
}
