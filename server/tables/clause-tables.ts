import { monthOf } from "../../shared/calendar.ts";
import { FEWEST_SHOWN } from "../../shared/clauses/hidden-counts.ts";
import { CLAUSE_STATE_LABELS } from "../../shared/clauses/progress.ts";
import { CLAUSE_WAY_LABELS } from "../../shared/clauses/ways.ts";
import { CONTRACT_KIND_LABELS, CONTRACT_PROCEDURE_LABELS } from "../../shared/contracts.ts";
import type { Locale } from "../../shared/locales.ts";
import { INSERTION_STATUS_LABELS } from "../../shared/social-statuses.ts";
import type { AnswerOf } from "./page-table.ts";
import { columnsIn, rowTable } from "./page-table.ts";

/** Contracts of the organisation, what asks for something first. */
export const contracts = rowTable({
  name: { fr: "Marchés", en: "Contracts" },
  rows: ({ rows }: AnswerOf<"marches">) => rows,
  columns({ locale }) {
    const { text, day, euros, integer, hours, ratio } = columnsIn(locale);
    return [
      text("Numéro", "Number", ({ number }) => number),
      text("Objet", "Subject", ({ subject }) => subject),
      text("Nature", "Kind", ({ kind }) => CONTRACT_KIND_LABELS[kind][locale]),
      text("Procédure", "Procedure", ({ procedure }) =>
        procedure === null ? null : CONTRACT_PROCEDURE_LABELS[procedure][locale],
      ),
      text("Titulaires", "Holders", ({ holders }) => holders.join(", ")),
      day("Début", "Start", ({ startsOn }) => startsOn),
      day("Fin", "End", ({ endsOn }) => endsOn),
      euros("Montant", "Amount", ({ amountHtCents }) => amountHtCents),
      text("Voies", "Ways", ({ ways }) => ways.map((way) => CLAUSE_WAY_LABELS[way][locale]).join(", ")),
      integer("Clauses", "Clauses", (row) => row.clauses),
      hours("Heures prévues", "Planned hours", ({ progress }) => progress?.plannedE2 ?? null),
      hours("Heures faites", "Hours done", ({ progress }) => progress?.doneE2 ?? null),
      ratio("Avancement", "Progress", ({ progress }) =>
        progress === null || progress.plannedE2 === null
          ? null
          : { numerator: progress.doneE2, denominator: progress.plannedE2 },
      ),
      hours("Heures attendues", "Hours expected", ({ progress }) => progress?.expectedE2 ?? null),
      day("Attendues au", "Expected on", ({ progress }) => progress?.asOf ?? null),
      hours("Heures manquantes", "Hours missing", ({ progress }) => progress?.behindE2 ?? null),
      text("État", "State", ({ progress }) => stateWord(progress?.state ?? null, locale)),
    ];
  },
});

/** Every clause of the contracts shown, in the order of contracts and lots. */
export const clauses = rowTable({
  name: { fr: "Clauses sociales", en: "Social clauses" },
  rows: (rows: AnswerOf<"clauses-sociales">) => rows,
  columns({ locale }) {
    const { text, day, euros, hours, share } = columnsIn(locale);
    return [
      text("Marché", "Contract", ({ contract }) => contract.number),
      text("Lot", "Lot", ({ lot }) => lot.number),
      text("Titulaire", "Holder", ({ lot }) => lot.holderName),
      text("SIRET du titulaire", "Holder's SIRET", ({ lot }) => lot.holderSiret),
      euros("Montant du lot", "Lot's amount", ({ lot }) => lot.amountHtCents),
      text("Voie", "Way", ({ clause }) => CLAUSE_WAY_LABELS[clause.way][locale]),
      share("Part de main-d'œuvre", "Labour share", ({ clause }) => clause.formula?.labourShareBp ?? null),
      share("Part d'insertion", "Insertion share", ({ clause }) => clause.formula?.insertionShareBp ?? null),
      {
        title: locale === "fr" ? "Coût horaire (€)" : "Hourly cost (€)",
        kind: "cents",
        of: ({ clause }) => clause.formula?.hourlyCostCents ?? null,
      },
      hours("Heures convenues", "Agreed hours", ({ clause }) => clause.agreedHoursE2),
      text("Raison", "Reason", ({ clause }) => clause.agreedReason),
      day("Début", "Start", ({ clause }) => clause.startsOn),
      day("Fin", "End", ({ clause }) => clause.endsOn),
      text("Employeurs", "Employers", ({ clause }) =>
        clause.employers.map(({ name, kind }) => (kind === null ? name : `${name} (${kind})`)).join(", "),
      ),
      text("Facilitateur", "Facilitator", ({ clause }) => clause.facilitator),
      hours("Heures prévues", "Planned hours", ({ progress }) => progress.plannedE2),
      hours("Heures faites", "Hours done", ({ progress }) => progress.doneE2),
      hours("Heures manquantes", "Hours missing", ({ progress }) => progress.behindE2),
      text("État", "State", ({ progress }) => stateWord(progress.state, locale)),
    ];
  },
});

/** Hours of one contract, a row a month of an employer; counts of people as the page shows them. */
export const clauseHours = rowTable({
  name: { fr: "Heures d'insertion", en: "Insertion hours" },
  rows: ({ contract, hours }: AnswerOf<"heures-insertion">) =>
    contract.lots.flatMap((lot) =>
      lot.clauses.flatMap((clause) =>
        hours
          .filter(({ clauseId }) => clauseId === clause.id)
          .map((done) => ({
            ...{ contract, lot, done },
            employer: clause.employers.find(({ id }) => id === done.employerId) ?? null,
          })),
      ),
    ),
  columns({ locale }) {
    const { text, hours } = columnsIn(locale);
    const few = locale === "fr" ? `moins de ${FEWEST_SHOWN}` : `under ${FEWEST_SHOWN}`;
    return [
      text("Marché", "Contract", ({ contract }) => contract.number),
      text("Lot", "Lot", ({ lot }) => lot.number),
      text("Mois", "Month", ({ done }) => done.month),
      text("Employeur", "Employer", ({ employer }) => employer?.name ?? null),
      text("SIRET de l'employeur", "Employer's SIRET", ({ employer }) => employer?.siret ?? null),
      text("Structure", "Structure", ({ employer }) =>
        employer?.kind == null ? null : INSERTION_STATUS_LABELS[employer.kind][locale],
      ),
      hours("Heures", "Hours", ({ done }) => done.hoursE2),
      {
        title: locale === "fr" ? "Personnes" : "People",
        kind: "integer",
        of: ({ done: { people } }) => (people === "FEW" ? few : people),
      },
    ];
  },
});

/** A row an employer of the clauses that ran last month, to fill and import: the columns are those that the import reads. */
export const hoursToFill = rowTable({
  name: { fr: "Heures à remplir", en: "Hours to fill" },
  rows: (rows: AnswerOf<"heures-a-remplir">) =>
    rows.flatMap(({ contract, lot, clause, progress: { asOf } }) => {
      const month = monthOf(asOf);
      if (month < monthOf(clause.startsOn) || month > monthOf(clause.endsOn)) return [];
      return clause.employers.map((employer) => ({ contract, lot, employer, month }));
    }),
  columns({ locale }) {
    const { text, hours, integer } = columnsIn(locale);
    return [
      text("Marché", "Contract", ({ contract }) => contract.number),
      text("Lot", "Lot", ({ lot }) => lot.number),
      text("Mois", "Month", ({ month }) => month),
      text("Employeur", "Employer", ({ employer }) => employer.name),
      text("SIRET de l'employeur", "Employer's SIRET", ({ employer }) => employer.siret),
      hours("Heures", "Hours", () => null),
      integer("Personnes", "People", () => null),
    ];
  },
});

function stateWord(state: keyof typeof CLAUSE_STATE_LABELS | null, locale: Locale): string {
  if (state === null) return locale === "fr" ? "Sans clause" : "No clause";
  return CLAUSE_STATE_LABELS[state][locale];
}
