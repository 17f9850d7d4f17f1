import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import { listCells } from "../../db/queries/cells.ts";
import { listCommunesByCodes } from "../../db/queries/communes.ts";
import type { Canteen } from "../../shared/canteens.ts";
import type { Ratio } from "../../shared/cells.ts";
import type { ReportCode } from "../../shared/council-figures.ts";
import { REPORT_FIGURES } from "../../shared/council-figures.ts";
import type { CanteenRates, ReportCanteen, ReportRow, ReportValue } from "../../shared/council-report.ts";
import { canteenFigures, totalsOf } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import { isReached } from "../../shared/indicators/gap.ts";
import type { JudgedCell } from "../../shared/indicators/judged-cells.ts";
import { judgeCells, sharesOfJudged } from "../../shared/indicators/judged-cells.ts";
import { legalTargetBp } from "../../shared/indicators/legal-target.ts";
import type { Shares } from "../../shared/indicators/shares.ts";
import { SOCIAL_INDICATORS, socialSharesOf } from "../../shared/indicators/social.ts";
import { legalTargetsOn } from "../../shared/law/targets.ts";
import type { Translated } from "../../shared/locales.ts";
import { isInRange } from "../../shared/periods.ts";
import type { Semester } from "../../shared/semesters.ts";
import { semesterRange } from "../../shared/semesters.ts";

/** The semester told, the one before and the same one a year before. */
export interface ComparedSemesters {
  now: Semester;
  before: Semester;
  yearBefore: Semester;
}

/** What the canteens bought, by semester: every figure is a sum over the same cells as the dashboards'. */
export interface CouncilPurchases {
  canteens: readonly Canteen[];
  communeNames: ReadonlyMap<string, string>;
  cells: Readonly<Record<keyof ComparedSemesters, readonly JudgedCell[]>>;
}

/** Reads the purchases of three semesters. */
export async function readCouncilPurchases(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  semesters: ComparedSemesters,
): Promise<CouncilPurchases> {
  const canteens = await listCanteens(db, canteenIds);
  const communes = await listCommunesByCodes(db, [...new Set(canteens.map(({ commune }) => commune))]);
  const { fromMonth } = semesterRange(semesters.yearBefore);
  const { toMonth } = semesterRange(semesters.now);
  const cells = judgeCells(
    canteenIds.length === 0 ? [] : await listCells(db, { canteenIds, fromMonth, toMonth }),
  );
  const of = (semester: Semester): JudgedCell[] =>
    cells.filter(({ month }) => isInRange(month, semesterRange(semester)));
  return {
    canteens,
    communeNames: new Map(communes.map(({ code, name }) => [code, name])),
    cells: { now: of(semesters.now), before: of(semesters.before), yearBefore: of(semesters.yearBefore) },
  };
}

const RATES = ["EGALIM", "ORGANIC", "MEAT_FISH", "SHORT_OR_LOCAL", "LOCAL", "SHORT"] as const;

/** The canteens together: what they spent and their rates, confirmed; empty: nothing was bought in the semester. */
export function canteenRows(
  { canteens, cells }: CouncilPurchases,
  semesters: ComparedSemesters,
): ReportRow[] {
  if (cells.now.length === 0) return [];
  const shares = perSemester((key) => sharesOfJudged(cells[key], "value"));
  const count = (key: keyof ComparedSemesters): number | null =>
    cells[key].length === 0 ? null : new Set(cells[key].map(({ canteenId }) => canteenId)).size;
  const spend = (key: keyof ComparedSemesters): number | null =>
    cells[key].length === 0 ? null : totalsOf(cells[key]).amountCents;
  const atLaw = (key: keyof ComparedSemesters): number | null =>
    cells[key].length === 0 ? null : countAtLaw(canteens, cells[key], semesters[key]);
  return [
    row("CANTEENS", count),
    row("SPEND", spend),
    ...RATES.map((indicator) => ({
      ...row(indicator, (key) => shares[key][indicator].strict),
      declared: shares.now[indicator].declared,
    })),
    row("AT_LAW", atLaw),
  ];
}

/** What went to the social economy, proven by the suppliers' papers, over all food; empty: nothing was bought. */
export function socialRows({ cells }: CouncilPurchases): ReportRow[] {
  if (cells.now.length === 0) return [];
  const shares = perSemester((key) => socialSharesOf(cells[key], "value"));
  return SOCIAL_INDICATORS.map((indicator) => ({
    ...row(indicator, (key) => shares[key][indicator].strict),
    declared: shares.now[indicator].declared,
  }));
}

/** A row of figures for all. */
export function row(
  code: ReportCode,
  pick: (key: keyof ComparedSemesters) => ReportValue,
  subject: Translated | null = null,
): ReportRow {
  return {
    code,
    subject,
    unit: REPORT_FIGURES[code].unit,
    now: pick("now"),
    before: pick("before"),
    yearBefore: pick("yearBefore"),
    declared: null,
  };
}

/** Each canteen that bought something in the semester, by name. */
export function councilCanteens({ canteens, communeNames, cells }: CouncilPurchases): ReportCanteen[] {
  const now = new Map(canteenFigures(cells.now, "value").map((one) => [one.key, one]));
  const before = new Map(canteenFigures(cells.before, "value").map((one) => [one.key, one]));
  return canteens.flatMap(({ id, name, commune }): ReportCanteen[] => {
    const figures = now.get(id);
    if (figures === undefined) return [];
    return [
      {
        id,
        name,
        communeName: communeNames.get(commune) ?? "",
        spendHtCents: figures.totals.amountCents,
        rates: { now: ratesOf(figures.shares), before: ratesOf(before.get(id)?.shares) },
      },
    ];
  });
}

const NO_RATE: Ratio = { numerator: 0, denominator: 0 };

function ratesOf(shares: Shares | undefined): CanteenRates {
  return {
    SHORT_OR_LOCAL: shares?.SHORT_OR_LOCAL.strict ?? NO_RATE,
    ORGANIC: shares?.ORGANIC.strict ?? NO_RATE,
    EGALIM: shares?.EGALIM.strict ?? NO_RATE,
  };
}

/** Canteens at or over what the law asks of their regime, on the purchases of the semester. @law rural-L230-5-1 */
function countAtLaw(canteens: readonly Canteen[], cells: readonly JudgedCell[], semester: Semester): number {
  const regimes = new Map(canteens.map(({ id, regime }) => [id, regime]));
  return canteenFigures(cells, "value").filter(({ key, shares }) => {
    const regime = regimes.get(key);
    const step = regime === undefined ? null : legalTargetsOn({ regime, year: Number(semester.slice(0, 4)) });
    return (["EGALIM", "ORGANIC"] as const).every((indicator) => {
      const targetBp = legalTargetBp(step, indicator);
      return targetBp !== null && isReached({ ratio: shares[indicator].strict, targetBp }) === true;
    });
  }).length;
}

function perSemester<T>(make: (key: keyof ComparedSemesters) => T): Record<keyof ComparedSemesters, T> {
  return { now: make("now"), before: make("before"), yearBefore: make("yearBefore") };
}
