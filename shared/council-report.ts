import * as z from "zod/mini";
import type { Ratio } from "./cells.ts";
import type { CouncilCollege } from "./council-colleges.ts";
import type { ReportCode, ReportSectionKey, ReportUnit } from "./council-figures.ts";
import type { IsoDate, IsoMonth } from "./facts.ts";
import type { Id } from "./ids.ts";
import type { Translated } from "./locales.ts";
import type { MeasureProgress } from "./measure-progress.ts";
import type { Measure } from "./measures.ts";
import type { Semester } from "./semesters.ts";
import { semesterField } from "./semesters.ts";

/** A number in the unit of its row, an exact rate, a count of people too small to be told, or nothing to tell. */
export type ReportValue = number | Ratio | "hidden" | null;

/** One figure of the report, with the semester before and the same semester a year before. */
export interface ReportRow {
  code: ReportCode;
  /** Workshop, way or kind of employer the row is about; null: all. */
  subject: Translated | null;
  unit: ReportUnit;
  now: ReportValue;
  before: ReportValue;
  yearBefore: ReportValue;
  /** Of a rate, confirmed and declared together; null: no rate. */
  declared: Ratio | null;
}

/** Figures that belong together; a section without figures does not exist. */
export interface ReportSection {
  key: ReportSectionKey;
  rows: ReportRow[];
}

/** One canteen in the annex: rates of this semester and of the one before, confirmed. */
export interface ReportCanteen {
  id: Id;
  name: string;
  communeName: string;
  spendHtCents: number;
  rates: { now: CanteenRates; before: CanteenRates };
}

export const CANTEEN_RATES = ["SHORT_OR_LOCAL", "ORGANIC", "EGALIM"] as const;
export type CanteenRates = Readonly<Record<(typeof CANTEEN_RATES)[number], Ratio>>;

/** A measure as the council evaluates it. */
export interface EvaluatedMeasure
  extends Pick<
      Measure,
      | "id"
      | "title"
      | "state"
      | "reason"
      | "figure"
      | "unitText"
      | "startValue"
      | "startOn"
      | "targetValue"
      | "dueOn"
    >,
    MeasureProgress {
  ownerName: string | null;
  scopeName: string | null;
  value: number | null;
  /** The value is of its end. */
  month: IsoMonth;
  late: boolean;
  /** The last one written; null: none. */
  comment: string | null;
}

/** Everything that the council is told of a semester. */
export interface CouncilReport {
  organisationId: Id;
  organisationName: string;
  semester: Semester;
  /** The day its figures are of. */
  madeOn: IsoDate;
  /** False: some months are still to come. */
  isOver: boolean;
  sections: ReportSection[];
  canteens: ReportCanteen[];
  measures: EvaluatedMeasure[];
  colleges: CouncilCollege[];
}

/** A figure that is no longer the one that was kept. */
export interface ReportDifference {
  code: ReportCode;
  subject: Translated | null;
  unit: ReportUnit;
  kept: ReportValue;
  today: ReportValue;
}

/** Tells two rows of a report apart. */
export function reportRowKey({ code, subject }: Pick<ReportRow, "code" | "subject">): string {
  return `${code} ${subject?.fr ?? ""}`;
}

const MOST_REASON = 500;

export const reopenReportSchema = z.object({
  semester: semesterField,
  reason: z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(MOST_REASON, "too-long")),
});

/** The row of a code for all, of that subject otherwise; undefined: the report does not tell it. */
export function findRow(
  { sections }: Pick<CouncilReport, "sections">,
  code: ReportCode,
  subject: Translated | null = null,
): ReportRow | undefined {
  return sections
    .flatMap(({ rows }) => rows)
    .find((row) => row.code === code && row.subject?.fr === subject?.fr);
}

/** Figures of the semester that today's facts tell otherwise than the report that was kept, in its order, then new ones. */
export function reportDifferences(kept: CouncilReport, today: CouncilReport): ReportDifference[] {
  const keys = new Map<string, { kept?: ReportRow; today?: ReportRow }>();
  for (const [side, report] of [
    ["kept", kept],
    ["today", today],
  ] as const)
    for (const row of report.sections.flatMap(({ rows }) => rows)) {
      const key = reportRowKey(row);
      keys.set(key, { ...keys.get(key), [side]: row });
    }
  return [...keys.values()].flatMap((pair): ReportDifference[] => {
    const row = pair.kept ?? pair.today;
    if (row === undefined) return [];
    const { code, subject, unit } = row;
    const [was, is] = [pair.kept?.now ?? null, pair.today?.now ?? null];
    return isSameValue(was, is) ? [] : [{ code, subject, unit, kept: was, today: is }];
  });
}

function isSameValue(one: ReportValue, other: ReportValue): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other;
  return one.numerator === other.numerator && one.denominator === other.denominator;
}
