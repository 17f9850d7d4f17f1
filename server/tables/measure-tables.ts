import { shownName } from "../../shared/account.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import type { MeasureFigure } from "../../shared/measure-figures.ts";
import { MEASURE_FIGURE_LABELS, unitOf } from "../../shared/measure-figures.ts";
import { MEASURE_STATE_LABELS } from "../../shared/measures.ts";
import type { AnswerOf, RowColumn } from "./page-table.ts";
import { columnsIn, rowTable } from "./page-table.ts";
import { FOLLOWED_UNITS, WHOLE_ORGANISATION } from "./words.ts";

/** Followed measures, the nearest due first; a value is in the unit that its row says. */
export const measures = rowTable({
  name: { fr: "Mesures suivies", en: "Followed measures" },
  rows: (answer: AnswerOf<"mesures">) => answer.measures,
  columns({ locale }) {
    const { text, day, share } = columnsIn(locale);
    const value = (fr: string, en: string, of: (row: Row) => number | null): RowColumn<Row> => ({
      title: locale === "fr" ? fr : en,
      kind: "milli",
      of: (row) => thousandths(of(row), row.figure),
    });
    return [
      text("Mesure", "Measure", ({ title }: Row) => title),
      text("Description", "Description", ({ description }) => description),
      text("Portée par", "Carried by", ({ ownerName }) => shownName(ownerName, locale)),
      text("État", "State", ({ state }) => MEASURE_STATE_LABELS[state][locale]),
      text("Raison de l'abandon", "Why it was given up", ({ reason }) => reason),
      day("Début", "Start", ({ startsOn }) => startsOn),
      day("Échéance", "Due date", ({ dueOn }) => dueOn),
      text("Indicateur", "Indicator", ({ figure }) => MEASURE_FIGURE_LABELS[figure][locale]),
      text("Sur", "On", ({ scopeName }) => scopeName ?? WHOLE_ORGANISATION[locale]),
      text("Unité", "Unit", ({ figure, unitText }) => unitText ?? FOLLOWED_UNITS[unitOf(figure)][locale]),
      value("Départ", "Start value", ({ startValue }) => startValue),
      day("Mesuré le", "Measured on", ({ startOn }) => startOn),
      value("Valeur", "Value", (row) => row.value),
      text("À fin", "At the end of", ({ month }) => formatMonth(month, locale)),
      value("Cible", "Target", ({ targetValue }) => targetValue),
      value("Écart à la cible", "Gap to the target", ({ gap }) => gap),
      share("Chemin fait", "Way done", ({ doneBp }) => doneBp),
      text("Dernier commentaire", "Last comment", ({ comment }) => comment?.text ?? null),
    ];
  },
});

type Row = AnswerOf<"mesures">["measures"][number];

/** One measure month by month. */
export const measureMonths = rowTable({
  name: { fr: "Mesure mois par mois", en: "Measure month by month" },
  rows: ({ points, figure, unitText }: AnswerOf<"mesure-mois">) =>
    points.map((point) => ({ ...point, figure, unitText })),
  columns({ locale }) {
    const { text } = columnsIn(locale);
    return [
      text("Mois", "Month", ({ month }: Point) => month),
      text("Unité", "Unit", ({ figure, unitText }) => unitText ?? FOLLOWED_UNITS[unitOf(figure)][locale]),
      {
        title: locale === "fr" ? "Valeur" : "Value",
        kind: "milli",
        of: ({ value, figure }) => thousandths(value, figure),
      },
    ];
  },
});

type Point = AnswerOf<"mesure-mois">["points"][number] & { figure: MeasureFigure; unitText: string | null };

/** Thousandths of the unit that the row says: per cent, euros, tonnes, plain counts. */
export function thousandths(value: number | null, figure: MeasureFigure): number | null {
  if (value === null) return null;
  switch (unitOf(figure)) {
    case "share":
    case "cents":
    case "hours":
      return value * 10;
    case "grams":
      return Math.round(value / 1_000);
    case "count":
      return value * 1_000;
    case "typed":
      return value;
  }
}
