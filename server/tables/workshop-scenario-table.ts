import type { AnswerOf } from "./page-table.ts";
import { columnsIn, rowTable } from "./page-table.ts";

/** Workshops of several sizes, a size a line. */
export const scenario = rowTable({
  name: { fr: "Scénario", en: "Scenario" },
  rows: (answer: AnswerOf<"legumerie-scenario">) => answer,
  columns({ locale }) {
    const { integer, kilos, euros, milli } = columnsIn(locale);
    return [
      integer("Légumes bruts (t)", "Raw vegetables (t)", ({ tonnes }) => tonnes),
      integer("Jours ouverts", "Open days", ({ openDays }) => openDays),
      kilos("Capacité par jour", "Capacity a day", ({ gramsPerDay }) => gramsPerDay),
      kilos("Prêt à cuire", "Ready to cook", ({ soldGrams }) => soldGrams),
      kilos("Pertes", "Losses", ({ lossGrams }) => lossGrams),
      integer("Cantines servies", "Canteens served", ({ canteens }) => canteens),
      integer("Heures", "Hours", ({ hours }) => hours),
      integer("Heures d'insertion", "Insertion hours", ({ insertionHours }) => insertionHours),
      milli("ETP", "FTE", ({ fullTime }) => Math.round((fullTime.numerator * 1000) / fullTime.denominator)),
      euros("Achats", "Purchases", ({ purchaseCents }) => purchaseCents),
      euros("Travail", "Work", ({ workCents }) => workCents),
      euros("Autres coûts du kilo", "Other costs by kilo", ({ variableCents }) => variableCents),
      euros("Coûts fixes", "Fixed costs", ({ fixedCents }) => fixedCents),
      euros("Prix du kilo vendu", "Price of a kilo sold", ({ centsPerKg }) => centsPerKg),
    ];
  },
});
