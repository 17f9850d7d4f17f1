import type { AnswerOf } from "../../../server/tables/page-table.ts";
import type { MeasureFigure } from "../../../shared/measure-figures.ts";
import { tableOf } from "./table-of.ts";

/** A value in the unit of its row: per cent, euros, tonnes to the kilo, counts. */
function shownValue(value: number | null, figure: MeasureFigure): number | null {
  if (value === null) return null;
  if (figure === "TYPED") return value / 1000;
  if (figure === "WORKSHOP_CANTEENS") return value;
  return figure === "WORKSHOP_DELIVERED" ? Math.round(value / 1000) / 1000 : value / 100;
}

export const MEASURE_TABLE_FIGURES = {
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
