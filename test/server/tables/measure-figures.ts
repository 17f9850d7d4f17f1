import type { AnswerOf } from "../../../server/tables/page-table.ts";
import type { ReportRow } from "../../../shared/council-report.ts";
import type { MeasureFigure } from "../../../shared/measure-figures.ts";
import type { Shown } from "./table-of.ts";
import { percent, tableOf } from "./table-of.ts";

/** A value in the unit of its row: per cent, euros, tonnes to the kilo, counts. */
function shownValue(value: number | null, figure: MeasureFigure): number | null {
  if (value === null) return null;
  if (figure === "TYPED") return value / 1000;
  if (figure === "WORKSHOP_CANTEENS") return value;
  return figure === "WORKSHOP_DELIVERED" ? Math.round(value / 1000) / 1000 : value / 100;
}

/** The unit of a report's row, as its file writes it. */
function reportValue(value: ReportRow["now"], unit: ReportRow["unit"]): number | null {
  if (value === null || value === "hidden") return null;
  if (typeof value === "object") {
    if (value.denominator === 0) return null;
    return unit === "part"
      ? value.numerator / 100
      : Math.round((value.numerator / value.denominator) * 100_000) / 1000;
  }
  if (unit === "grams") return Math.round(value / 1000) / 1000;
  return unit === "amount" || unit === "hours" ? value / 100 : value;
}

const semester = ({ year }: Shown) => ({ semester: `${year}-S1` });

export const MEASURE_TABLE_FIGURES = {
  "cdess-chiffres": tableOf({
    input: semester,
    rows: ({ report }: AnswerOf<"cdess-chiffres">) => report.sections.flatMap(({ rows }) => rows),
    figures: {
      "S1\u00a02024": ({ now, unit }) => reportValue(now, unit),
      "S2\u00a02023": ({ before, unit }) => reportValue(before, unit),
      "S1\u00a02023": ({ yearBefore, unit }) => reportValue(yearBefore, unit),
    },
  }),
  "cdess-mesures": tableOf({
    input: semester,
    rows: ({ report }: AnswerOf<"cdess-mesures">) => report.measures,
    figures: {
      Mesure: ({ title }) => title,
      Réalisé: ({ value, figure }) => shownValue(value, figure),
      Écart: ({ gap, figure }) => shownValue(gap, figure),
    },
  }),
  "cdess-cantines": tableOf({
    input: semester,
    rows: ({ report }: AnswerOf<"cdess-cantines">) => report.canteens,
    figures: {
      Cantine: ({ name }) => name,
      "Achats (€ HT)": ({ spendHtCents }) => spendHtCents / 100,
      "Bio S1\u00a02024 (%)": ({ rates }) => percent(rates.now.ORGANIC),
      "EGalim S2\u00a02023 (%)": ({ rates }) => percent(rates.before.EGALIM),
    },
  }),
  mesures: tableOf({
    input: () => ({}),
    rows: ({ measures }: AnswerOf<"mesures">) => measures,
    figures: {
      Mesure: ({ title }) => title,
      Départ: ({ startValue, figure }) => shownValue(startValue, figure),
      Valeur: ({ value, figure }) => shownValue(value, figure),
      "Écart à la cible": ({ gap, figure }) => shownValue(gap, figure),
      "Chemin fait (%)": ({ doneBp }) => (doneBp === null ? null : doneBp / 100),
    },
  }),
  "mesure-mois": tableOf({
    input: ({ measureId }) => ({ id: measureId }),
    rows: ({ points }: AnswerOf<"mesure-mois">) => points,
    figures: { Mois: ({ month }) => month, Valeur: ({ value }, { figure }) => shownValue(value, figure) },
  }),
};
