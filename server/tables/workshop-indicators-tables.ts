import type { IndicatorKey } from "../../shared/legumerie/indicator-list.ts";
import { describeIndicator, WORKSHOP_INDICATORS } from "../../shared/legumerie/indicator-list.ts";
import { toldValue, unitText } from "../../shared/legumerie/indicator-text.ts";
import { indicatorWords, NO_FIGURE_WORDS } from "../../shared/legumerie/indicator-words.ts";
import type { Reckoned } from "../../shared/legumerie/reckoned.ts";
import type { AnswerOf } from "./page-table.ts";
import { columnsIn, rowTable } from "./page-table.ts";

/** Every figure of a period beside the one before, with what it is made of. */
export const indicators = rowTable({
  name: { fr: "Indicateurs", en: "Indicators" },
  rows: ({ figures, figuresBefore }: AnswerOf<"legumerie-indicateurs">) =>
    WORKSHOP_INDICATORS.map((key) => ({ key, now: figures[key], before: figuresBefore[key] })),
  columns({ locale }, { now, before }) {
    const { text, integer, milli } = columnsIn(locale);
    return [
      text("Indicateur", "Indicator", ({ key }) => indicatorWords(key).label[locale]),
      text("Unité", "Unit", ({ key }) => unitText(describeIndicator(key).unit, locale)),
      milli(`Du ${now.from} au ${now.to}`, `From ${now.from} to ${now.to}`, (row) => told(row.now, row.key)),
      milli(`Du ${before.from} au ${before.to}`, `From ${before.from} to ${before.to}`, (row) =>
        told(row.before, row.key),
      ),
      integer("Numérateur", "Numerator", (row) => row.now.ratio?.numerator ?? null),
      integer("Dénominateur", "Denominator", (row) => row.now.ratio?.denominator ?? null),
      text("Pourquoi rien", "Why nothing", (row) =>
        row.now.why === null ? null : NO_FIGURE_WORDS[row.now.why][locale],
      ),
      text("Calcul", "How it is reckoned", ({ key }) => indicatorWords(key).how[locale]),
    ];
  },
});

/** Every figure of every period of the curve. */
export const indicatorCurve = rowTable({
  name: { fr: "Indicateurs dans le temps", en: "Indicators over time" },
  rows: ({ curve }: AnswerOf<"legumerie-indicateurs-suite">) =>
    curve.flatMap(({ period, figures }) =>
      WORKSHOP_INDICATORS.map((key) => ({ key, period, figure: figures[key] })),
    ),
  columns({ locale }) {
    const { text, day, integer, milli } = columnsIn(locale);
    return [
      day("Du", "From", ({ period }) => period.from),
      day("Au", "To", ({ period }) => period.to),
      text("Indicateur", "Indicator", ({ key }) => indicatorWords(key).label[locale]),
      text("Unité", "Unit", ({ key }) => unitText(describeIndicator(key).unit, locale)),
      milli("Valeur", "Value", ({ key, figure }) => told(figure, key)),
      integer("Numérateur", "Numerator", ({ figure }) => figure.ratio?.numerator ?? null),
      integer("Dénominateur", "Denominator", ({ figure }) => figure.ratio?.denominator ?? null),
    ];
  },
});

/** Thousandths of the unit. */
function told({ ratio }: Reckoned, key: IndicatorKey): number | null {
  if (ratio === null) return null;
  const { value, decimals } = toldValue(ratio, describeIndicator(key).unit);
  return value * 10 ** (3 - decimals);
}
