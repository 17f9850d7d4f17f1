import { dayAfter } from "./calendar.ts";
import type { IsoDate, Verdict } from "./facts.ts";
import type { Id } from "./ids.ts";
import { lawDays } from "./law/rule-sets.ts";
import type { LineOfOrder, Surroundings } from "./surroundings.ts";
import { CLASSIFIED_FIELDS, classifyLine } from "./surroundings.ts";

/** Verdicts kept; a file with more different lines than that begins again. */
const KEPT = 50_000;

/** What is read of a line, and what comes before it in its key. */
const MARKED_FIELDS = CLASSIFIED_FIELDS.map((field, index) => ({ field, mark: `/${index}:` }));

/**
 * `classifyLine` among the same surroundings for many lines: those whose facts are the same, on days between which
 * nothing changes, are judged once and share their verdict.
 */
export function lineClassifier(surroundings: Surroundings): (item: LineOfOrder) => Verdict {
  const periodOf = verdictPeriods(surroundings);
  const verdicts = new Map<string, Verdict>();
  /** Rows of a file share their lists: their text is made once. */
  const texts = new WeakMap<readonly string[], string>();

  function textOf(value: string | number | boolean | readonly string[]): string {
    if (typeof value !== "object") return `${value}`;
    if (value.length === 0) return "[]";
    const known = texts.get(value) ?? value.join(",");
    texts.set(value, known);
    return known;
  }

  return function classified(item) {
    let key = `${item.supplierId}/${item.dateKind}/${periodOf(item.supplierId, item.line.producerId, item.date)}`;
    for (const { field, mark } of MARKED_FIELDS) {
      const value = item.line[field];
      if (value !== null) key += mark + textOf(value);
    }
    let verdict = verdicts.get(key);
    if (verdict === undefined) {
      if (verdicts.size === KEPT) verdicts.clear();
      verdict = classifyLine(item, surroundings);
      verdicts.set(key, verdict);
    }
    return verdict;
  };
}

/** Tells days between which no verdict on lines of these suppliers changes: they have the same number. */
export function verdictPeriods(
  surroundings: Surroundings,
): (supplierId: Id, producerId: Id | null, date: IsoDate) => number {
  const days = new Map<string, readonly IsoDate[]>();
  /** Asked before: the lines of an order follow each other. */
  let last: { supplierId: Id; producerId: Id | null; date: IsoDate; period: number } | null = null;

  return function periodOf(supplierId, producerId, date) {
    if (last?.supplierId === supplierId && last.producerId === producerId && last.date === date)
      return last.period;
    const pair = `${supplierId}/${producerId}`;
    const turning = days.get(pair) ?? turningDays(surroundings, [supplierId, producerId]);
    days.set(pair, turning);
    let period = 0;
    for (const day of turning) if (day <= date) period += 1;
    last = { supplierId, producerId, date, period };
    return period;
  };
}

/**
 * Days from which a verdict on lines of these suppliers, or what their supplier is, may be another than on the day
 * before, in their order.
 */
export function turningDays(
  { definitions, suppliers, ruleSets }: Surroundings,
  supplierIds: readonly (Id | null)[],
): IsoDate[] {
  const lots = supplierIds.flatMap((id) => suppliers.get(id ?? "")?.lots ?? []);
  const certificates = supplierIds.flatMap((id) => suppliers.get(id ?? "")?.certificates ?? []);
  const statuses = supplierIds.flatMap((id) => suppliers.get(id ?? "")?.statuses ?? []);
  const law = lawDays(ruleSets);
  const days = [
    ...law.sets,
    ...law.ce2,
    ...definitions.map(({ validFrom }) => validFrom),
    ...[...certificates, ...lots, ...statuses].flatMap(({ validFrom, validTo }) => [
      validFrom,
      validTo === null ? null : dayAfter(validTo),
    ]),
  ];
  return [...new Set(days.filter((day) => day !== null))].sort();
}
