import { shownName } from "../../shared/account.ts";
import type { ReportUnit } from "../../shared/council-figures.ts";
import { REPORT_FIGURES, REPORT_SECTION_LABELS } from "../../shared/council-figures.ts";
import type { ReportValue } from "../../shared/council-report.ts";
import { NOT_TOLD } from "../../shared/format/report-values.ts";
import { MEASURE_FIGURE_LABELS, unitOf } from "../../shared/measure-figures.ts";
import { MEASURE_STATE_LABELS } from "../../shared/measures.ts";
import { formatSemesterShort, semestersBefore } from "../../shared/semesters.ts";
import { thousandths } from "./measure-tables.ts";
import type { AnswerOf, RowColumn } from "./page-table.ts";
import { columnsIn, rowTable } from "./page-table.ts";
import { FOLLOWED_UNITS, REPORT_UNITS, WHOLE_ORGANISATION } from "./words.ts";

type Answer = AnswerOf<"cdess-chiffres">;
type Row = Answer["report"]["sections"][number]["rows"][number] & {
  section: Answer["report"]["sections"][number]["key"];
};

/** Every figure of the report, or of one part; each value is in the unit that its row says. */
export const councilFigures = rowTable({
  name: { fr: "Rapport au CDESS", en: "Report to the CDESS" },
  rows: ({ report }: Answer, { words }): Row[] =>
    report.sections
      .filter(({ key }) => words.partie === undefined || words.partie === key)
      .flatMap(({ key, rows }) => rows.map((row) => ({ ...row, section: key }))),
  columns({ locale }, { report: { semester } }) {
    const { text } = columnsIn(locale);
    const value = (title: string, of: (row: Row) => ReportValue): RowColumn<Row> => ({
      title,
      kind: "milli",
      of: (row) => milliOf(of(row), row.unit),
    });
    const hidden = (row: Row): boolean => [row.now, row.before, row.yearBefore].includes("hidden");
    const at = (back: number) => formatSemesterShort(semestersBefore(semester, back), locale);
    return [
      text("Partie", "Part", ({ section }: Row) => REPORT_SECTION_LABELS[section][locale]),
      text("Sur", "On", ({ subject }) => subject?.[locale] ?? null),
      text("Chiffre", "Figure", ({ code }) => REPORT_FIGURES[code].label[locale]),
      text("Unité", "Unit", ({ unit }) => REPORT_UNITS[unit][locale]),
      value(at(0), ({ now }) => now),
      value(at(1), ({ before }) => before),
      value(at(2), ({ yearBefore }) => yearBefore),
      value(locale === "fr" ? "Avec le déclaré" : "With the declared", ({ declared }) => declared),
      text("Secret", "Secret", (row) => (hidden(row) ? NOT_TOLD[locale] : null)),
    ];
  },
});

/** Measures as the council evaluates them. */
export const councilMeasures = rowTable({
  name: { fr: "Mesures évaluées", en: "Measures evaluated" },
  rows: ({ report }: Answer) => report.measures,
  columns({ locale }) {
    const { text, day, share } = columnsIn(locale);
    type Measure = Answer["report"]["measures"][number];
    const value = (fr: string, en: string, of: (row: Measure) => number | null): RowColumn<Measure> => ({
      title: locale === "fr" ? fr : en,
      kind: "milli",
      of: (row) => thousandths(of(row), row.figure),
    });
    return [
      text("Mesure", "Measure", ({ title }: Measure) => title),
      text("Portée par", "Carried by", ({ ownerName }) => shownName(ownerName, locale)),
      text("État", "State", ({ state }) => MEASURE_STATE_LABELS[state][locale]),
      text("Indicateur", "Indicator", ({ figure }) => MEASURE_FIGURE_LABELS[figure][locale]),
      text("Sur", "On", ({ scopeName }) => scopeName ?? WHOLE_ORGANISATION[locale]),
      text("Unité", "Unit", ({ figure, unitText }) => unitText ?? FOLLOWED_UNITS[unitOf(figure)][locale]),
      value("Départ", "Start value", ({ startValue }) => startValue),
      value("Cible", "Target", ({ targetValue }) => targetValue),
      day("Échéance", "Due date", ({ dueOn }) => dueOn),
      value("Réalisé", "Done", (row) => row.value),
      value("Écart", "Gap", ({ gap }) => gap),
      share("Chemin fait", "Way done", ({ doneBp }) => doneBp),
      text("Commentaire", "Comment", ({ reason, comment }) => reason ?? comment),
    ];
  },
});

/** Each canteen with its rates of the semester and of the one before. */
export const councilCanteens = rowTable({
  name: { fr: "Cantines", en: "Canteens" },
  rows: ({ report }: Answer) => report.canteens,
  columns({ locale }, { report: { semester } }) {
    const { text, euros, ratio } = columnsIn(locale);
    type Canteen = Answer["report"]["canteens"][number];
    const [now, before] = [0, 1].map((back) => formatSemesterShort(semestersBefore(semester, back), locale));
    return [
      text("Cantine", "Canteen", ({ name }: Canteen) => name),
      text("Commune", "Commune", ({ communeName }) => communeName),
      euros("Achats", "Purchases", ({ spendHtCents }) => spendHtCents),
      ratio(
        `Court ou proximité ${now}`,
        `Short circuit or local ${now}`,
        (one) => one.rates.now.SHORT_OR_LOCAL,
      ),
      ratio(
        `Court ou proximité ${before}`,
        `Short circuit or local ${before}`,
        (one) => one.rates.before.SHORT_OR_LOCAL,
      ),
      ratio(`Bio ${now}`, `Organic ${now}`, (one) => one.rates.now.ORGANIC),
      ratio(`Bio ${before}`, `Organic ${before}`, (one) => one.rates.before.ORGANIC),
      ratio(`EGalim ${now}`, `EGalim ${now}`, (one) => one.rates.now.EGALIM),
      ratio(`EGalim ${before}`, `EGalim ${before}`, (one) => one.rates.before.EGALIM),
    ];
  },
});

/** Thousandths of the unit of the row: per cent, euros, tonnes, hours, plain counts; null: not told. */
function milliOf(value: ReportValue, unit: ReportUnit): number | null {
  if (value === null || value === "hidden") return null;
  if (typeof value === "object") {
    if (value.denominator <= 0) return null;
    return unit === "part"
      ? value.numerator * 10
      : Math.round((value.numerator * 100_000) / value.denominator);
  }
  switch (unit) {
    case "amount":
    case "part":
    case "hours":
      return value * 10;
    case "grams":
      return Math.round(value / 1_000);
    case "count":
    case "people":
    case "share":
      return value * 1_000;
  }
}
