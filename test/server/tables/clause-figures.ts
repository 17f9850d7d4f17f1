import type { AnswerOf } from "../../../server/tables/page-table.ts";
import { hundredths, percent, tableOf } from "./table-of.ts";

/** Contracts, their clauses and hours. */
export const CLAUSE_FIGURES = {
  marches: tableOf({
    input: () => ({}),
    rows: ({ rows }: AnswerOf<"marches">) => rows,
    figures: {
      "Montant (€ HT)": ({ amountHtCents }) => hundredths(amountHtCents),
      "Heures faites (h)": ({ progress }) => hundredths(progress?.doneE2),
      "Heures prévues (h)": ({ progress }) => hundredths(progress?.plannedE2),
      "Avancement (%)": ({ progress }) =>
        percent({ numerator: progress?.doneE2 ?? 0, denominator: progress?.plannedE2 ?? 0 }),
    },
  }),
  "clauses-sociales": tableOf({
    input: () => ({}),
    rows: (rows: AnswerOf<"clauses-sociales">) => rows,
    figures: {
      "Part de main-d'œuvre (%)": ({ clause }) => hundredths(clause.formula?.labourShareBp),
      "Coût horaire (€)": ({ clause }) => hundredths(clause.formula?.hourlyCostCents),
      "Heures manquantes (h)": ({ progress }) => hundredths(progress.behindE2),
    },
  }),
  "heures-a-remplir": tableOf({
    input: () => ({}),
    rows: (rows: AnswerOf<"heures-a-remplir">) =>
      rows
        .filter(({ clause, progress }) => clause.startsOn <= progress.asOf && clause.endsOn >= progress.asOf)
        .flatMap(({ clause, progress }) =>
          clause.employers.map(({ siret }) => ({ siret, month: progress.asOf.slice(0, 7) })),
        ),
    figures: {
      "SIRET de l'employeur": ({ siret }) => siret,
      Mois: ({ month }) => month,
      "Heures (h)": () => null,
    },
  }),
  "heures-insertion": tableOf({
    input: ({ contractId }) => ({ contractId }),
    rows: ({ contract, hours }: AnswerOf<"heures-insertion">) =>
      contract.lots.flatMap(({ clauses }) =>
        clauses.flatMap(({ id }) => hours.filter(({ clauseId }) => clauseId === id)),
      ),
    figures: { "Heures (h)": ({ hoursE2 }) => hundredths(hoursE2), Personnes: ({ people }) => people },
  }),
};
