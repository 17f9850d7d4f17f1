import { shownName } from "../../shared/account.ts";
import {
  headlineName,
  REPORT_HEADLINES,
  REPORT_SECTION_LABELS,
  reportFigureName,
} from "../../shared/council-figures.ts";
import type { CouncilReport, EvaluatedMeasure, ReportRow } from "../../shared/council-report.ts";
import { CANTEEN_RATES } from "../../shared/council-report.ts";
import { collegeParagraph } from "../../shared/council-summary.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDateLong, formatDateShort, formatMonth } from "../../shared/format/dates.ts";
import { formatFollowed, formatFollowedGap } from "../../shared/format/followed-values.ts";
import { formatWholeEuros } from "../../shared/format/money.ts";
import { formatPercent, MISSING, percentTenths } from "../../shared/format/ratios.ts";
import { formatReportChange, formatReportValue } from "../../shared/format/report-values.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import type { Locale } from "../../shared/locales.ts";
import { MEASURE_FIGURE_LABELS } from "../../shared/measure-figures.ts";
import { MEASURE_STATE_LABELS } from "../../shared/measures.ts";
import { formatSemester, formatSemesterShort, semestersBefore } from "../../shared/semesters.ts";
import { COUNCIL_WORDS } from "./council-words.ts";
import { drawable } from "./document-data.ts";

/** All that the report's template reads; every text is shown as it stands. */
export interface CouncilReportData {
  lang: Locale;
  title: string;
  author: string;
  over: string;
  lead: string;
  footer: string;
  headlineTitle: string;
  headlines: { label: string; figure: string; change: string }[];
  collegesTitle: string;
  colleges: { name: string; text: string }[];
  sections: { title: string; header: string[]; rows: string[][] }[];
  measuresTitle: string;
  measuresLead: string;
  measuresHeader: string[];
  measures: string[][];
  /** What is said of each measure, under the table. */
  measureNotes: string[];
  canteensTitle: string;
  canteensLead: string;
  canteensHeader: string[];
  canteens: string[][];
  methodTitle: string;
  notes: string[];
}

/** A semester's report for paper. `closedOn`: the day it was closed; null: it is made from the facts of its day. */
export function councilReportData(
  report: CouncilReport,
  { locale, closedOn }: { locale: Locale; closedOn: IsoDate | null },
): CouncilReportData {
  const words = COUNCIL_WORDS[locale];
  const period = formatSemester(report.semester, locale);
  const day = formatDateLong(report.madeOn, locale);
  const state =
    closedOn !== null
      ? words.closed(formatDateLong(closedOn, locale))
      : report.isOver
        ? words.madeOn(day)
        : words.partial(day);
  const before = formatSemesterShort(semestersBefore(report.semester, 1), locale);
  const data: CouncilReportData = {
    lang: locale,
    title: words.title(period),
    author: report.organisationName,
    over: report.organisationName,
    lead: `${words.lead} ${state}`,
    footer: `${report.organisationName}, ${words.title(period)}`,
    headlineTitle: words.headline,
    headlines: headlinesOf(report, { locale, before }),
    collegesTitle: words.colleges,
    colleges: report.colleges.map((college) => ({
      name: college.name,
      text: collegeParagraph(report, college, locale) || words.nothing,
    })),
    sections: report.sections.map(({ key, rows }) => ({
      title: REPORT_SECTION_LABELS[key][locale],
      header: [
        words.figure,
        formatSemesterShort(report.semester, locale),
        before,
        words.change,
        formatSemesterShort(semestersBefore(report.semester, 2), locale),
      ],
      rows: rows.map((row) => rowTexts(row, locale)),
    })),
    measuresTitle: words.measures,
    measuresLead: report.measures[0] ? words.measuresLead(formatMonth(report.measures[0].month, locale)) : "",
    measuresHeader: [words.measure, words.indicator, words.target, words.done, words.gap],
    measures: report.measures.map((measure) => measureTexts(measure, locale)),
    measureNotes: report.measures.flatMap(({ title, reason, comment }) => {
      const said = reason ?? comment;
      return said === null ? [] : [`${title}${locale === "fr" ? "\u00a0:" : ":"} ${said}`];
    }),
    canteensTitle: words.canteens,
    canteensLead: words.canteensLead,
    canteensHeader: [
      words.canteen,
      words.spend,
      ...CANTEEN_RATES.map((rate) => (rate === "EGALIM" ? "EGalim" : INDICATOR_LABELS[rate][locale])),
    ],
    canteens: report.canteens.map(({ name, communeName, spendHtCents, rates }) => [
      communeName === "" ? name : `${name}, ${communeName}`,
      formatWholeEuros(spendHtCents, locale),
      ...CANTEEN_RATES.map((rate) => {
        const change = formatReportChange(
          { now: rates.now[rate], before: rates.before[rate], unit: "share" },
          locale,
        );
        const text = formatPercent(rates.now[rate], locale);
        return change === MISSING || change === "=" ? text : `${text} (${change})`;
      }),
    ]),
    methodTitle: words.method,
    notes: words.notes,
  };
  return drawn(data);
}

function headlinesOf(
  { sections }: CouncilReport,
  { locale, before }: { locale: Locale; before: string },
): CouncilReportData["headlines"] {
  const rows = sections.flatMap((section) => section.rows);
  const words = COUNCIL_WORDS[locale];
  return REPORT_HEADLINES.flatMap((code) => rows.find((row) => row.code === code) ?? []).map((row) => {
    const change = formatReportChange(row, locale);
    return {
      label: headlineName(row, locale),
      figure: formatReportValue(row.now, row.unit, locale),
      change: change === MISSING ? words.nothingBefore(before) : words.since(change, before),
    };
  });
}

function rowTexts(row: ReportRow, locale: Locale): string[] {
  const { unit, now, before, yearBefore, declared } = row;
  const isOther =
    declared !== null &&
    typeof now === "object" &&
    now !== null &&
    percentTenths(declared) !== percentTenths(now);
  return [
    reportFigureName(row, locale),
    formatReportValue(now, unit, locale) + (isOther ? ` (${formatPercent(declared, locale)})` : ""),
    formatReportValue(before, unit, locale),
    formatReportChange(row, locale),
    formatReportValue(yearBefore, unit, locale),
  ];
}

function measureTexts(measure: EvaluatedMeasure, locale: Locale): string[] {
  const { title, ownerName, state, late, figure, unitText, scopeName, dueOn } = measure;
  const words = COUNCIL_WORDS[locale];
  const where = scopeName ?? words.whole;
  const standing = late ? words.late : MEASURE_STATE_LABELS[state][locale].toLowerCase();
  return [
    `${title} (${shownName(ownerName, locale) ?? words.unknown}, ${standing})`,
    `${figure === "TYPED" ? unitText : MEASURE_FIGURE_LABELS[figure][locale]}, ${where}`,
    `${formatFollowed(measure.targetValue, measure, locale)} ${words.by(formatDateShort(dueOn, locale))}`,
    formatFollowed(measure.value, measure, locale),
    measure.reached === true ? words.reached : formatFollowedGap(measure.gap, measure, locale),
  ];
}

/** Every text with the characters that the documents' font draws. */
function drawn<Value>(value: Value): Value {
  if (typeof value === "string") return drawable(value) as Value;
  if (Array.isArray(value)) return value.map(drawn) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, drawn(one)])) as Value;
}
