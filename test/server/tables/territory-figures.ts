import type { AnswerOf } from "../../../server/tables/page-table.ts";
import { WORKSHOP_INDICATORS } from "../../../shared/legumerie/indicator-list.ts";
import { A_SCENARIO } from "../../support/scenario.ts";
import type { Shown } from "./table-of.ts";
import { hundredths, percent, tableOf, thousandths } from "./table-of.ts";

const own = ({ canteenId }: Shown) => ({ canteenId });
const workshop = ({ legumerieId }: Shown) => ({ legumerieId });
const week = ({ legumerieId, today }: Shown) => ({ legumerieId, monday: today });
const indicators = ({ legumerieId, year }: Shown) => ({ legumerieId, kind: "year", day: `${year}-06-30` });
const figures = ({ legumerieId, year }: Shown) => ({ legumerieId, year });

function sumOf<Part>(parts: readonly Part[], gramsOf: (part: Part) => number): number {
  return parts.reduce((sum, part) => sum + gramsOf(part), 0);
}

/** The légumerie, the records, proofs, the map and the territory. */
export const TERRITORY_FIGURES = {
  "legumerie-receptions": tableOf({
    input: workshop,
    rows: ({ rows }: AnswerOf<"legumerie-receptions">) => rows,
    figures: {
      "Reçu le": ({ receivedOn }) => receivedOn,
      "Poids brut (kg)": ({ grossGrams }) => thousandths(grossGrams),
      "Reste (kg)": ({ grossGrams, usedGrams }) => thousandths(grossGrams - usedGrams),
      "Prix (€ HT)": ({ owned, priceHtCents }) => (owned ? priceHtCents / 100 : null),
    },
  }),
  "legumerie-transformations": tableOf({
    input: workshop,
    rows: ({ rows }: AnswerOf<"legumerie-transformations">) => rows,
    figures: {
      "Entré (kg)": ({ inputs }) => thousandths(sumOf(inputs, ({ grams }) => grams)),
      "Produit (kg)": ({ outputs }) => thousandths(sumOf(outputs, ({ netGrams }) => netGrams)),
      "Pertes (kg)": ({ losses }) => thousandths(sumOf(losses, ({ grams }) => grams)),
    },
  }),
  "legumerie-produits": tableOf({
    input: workshop,
    rows: ({ rows }: AnswerOf<"legumerie-produits">) => rows,
    figures: { DLC: ({ useBy }) => useBy, "Poids net (kg)": ({ netGrams }) => thousandths(netGrams) },
  }),
  "legumerie-livraisons": tableOf({
    input: workshop,
    rows: ({ rows }: AnswerOf<"legumerie-livraisons">) => rows,
    figures: {
      "Livré (kg)": ({ grams }) => thousandths(grams),
      "Montant (€ HT)": ({ priceHtCents }) => hundredths(priceHtCents),
    },
  }),
  "legumerie-sorties": tableOf({
    input: workshop,
    rows: (rows: AnswerOf<"legumerie-sorties">) => rows,
    figures: {
      "Sorti le": ({ disposedOn }) => disposedOn,
      "Poids (kg)": ({ grams }) => thousandths(grams),
    },
  }),
  "legumerie-plan": tableOf({
    input: week,
    rows: ({ batches }: AnswerOf<"legumerie-plan">) => batches,
    figures: {
      Jour: ({ day }) => day,
      "Entrer (kg)": ({ inputGrams }) => thousandths(inputGrams),
      "Sortir (kg)": ({ outputGrams }) => thousandths(outputGrams),
    },
  }),
  "legumerie-plan-commandes": tableOf({
    input: week,
    rows: ({ orders }: AnswerOf<"legumerie-plan-commandes">) => orders,
    figures: {
      "Pour le": ({ wantedOn }) => wantedOn,
      "À livrer (kg)": ({ grams }) => thousandths(grams),
      "Il manque (kg)": ({ missingGrams }) => thousandths(missingGrams),
      "À acheter, brut (kg)": ({ toBuy }) => thousandths(toBuy?.grams),
    },
  }),
  "legumerie-tonnes": tableOf({
    input: figures,
    rows: ({ months }: AnswerOf<"legumerie-tonnes">) => months,
    figures: {
      Mois: ({ month }) => month,
      "Reçu (kg)": ({ receivedGrams }) => thousandths(receivedGrams),
      "Livré (kg)": ({ deliveredGrams }) => thousandths(deliveredGrams),
    },
  }),
  "legumerie-rendements": tableOf({
    input: figures,
    rows: ({ yields }: AnswerOf<"legumerie-rendements">) => yields,
    figures: {
      "Brut (kg)": ({ measured }) => thousandths(measured.denominator),
      "Rendement (%)": ({ measured }) => percent(measured),
    },
  }),
  "legumerie-pertes": tableOf({
    input: figures,
    rows: ({ lossByCause, lossByDestination }: AnswerOf<"legumerie-pertes">) => [
      ...lossByCause,
      ...lossByDestination,
    ],
    figures: { "Poids (kg)": ({ loss }) => thousandths(loss.numerator) },
  }),
  "legumerie-heures": tableOf({
    input: figures,
    rows: ({ months }: AnswerOf<"legumerie-heures">) =>
      months.flatMap(({ month, rows }) => rows.map((row) => ({ ...row, month }))),
    figures: {
      Mois: ({ month }) => month,
      Heures: ({ hoursE2 }) => hundredths(hoursE2),
    },
  }),
  "legumerie-indicateurs": tableOf({
    input: indicators,
    rows: ({ figures }: AnswerOf<"legumerie-indicateurs">) => WORKSHOP_INDICATORS.map((key) => figures[key]),
    figures: {
      Numérateur: ({ ratio }) => ratio?.numerator ?? null,
      Dénominateur: ({ ratio }) => ratio?.denominator ?? null,
    },
  }),
  "legumerie-indicateurs-suite": tableOf({
    input: indicators,
    rows: ({ curve }: AnswerOf<"legumerie-indicateurs-suite">) =>
      curve.flatMap(({ figures }) => WORKSHOP_INDICATORS.map((key) => figures[key])),
    figures: { Numérateur: ({ ratio }) => ratio?.numerator ?? null },
  }),
  "legumerie-prix": tableOf({
    input: figures,
    rows: (rows: AnswerOf<"legumerie-prix">) => rows,
    figures: {
      "Vendu, le kilo comestible (€ HT)": ({ sold }) => hundredths(sold.edible?.centsPerKg),
      "Brut, le kilo comestible (€ HT)": ({ others }) => hundredths(others.RAW.side?.edible?.centsPerKg),
    },
  }),
  "legumerie-scenario": tableOf({
    input: ({ legumerieId }) => ({ legumerieId, scenario: A_SCENARIO, sizes: [80, 200] }),
    rows: (years: AnswerOf<"legumerie-scenario">) => years,
    figures: {
      "Légumes bruts (t)": ({ tonnes }) => tonnes,
      "Prix du kilo vendu (€ HT)": ({ centsPerKg }) => hundredths(centsPerKg),
    },
  }),
  "historique-cantine": tableOf({
    input: own,
    rows: ({ rows }: AnswerOf<"historique-cantine">) => rows,
    figures: { "Numéro de changement": ({ seq }) => seq },
  }),
  "historique-organisation": tableOf({
    input: () => ({}),
    rows: ({ rows }: AnswerOf<"historique-organisation">) => rows,
    figures: { "Numéro de changement": ({ seq }) => seq },
  }),
  justificatifs: tableOf({
    input: () => ({}),
    rows: ({ proofs }: AnswerOf<"justificatifs">) => proofs,
    figures: {
      Fournisseur: ({ holderName }) => holderName,
      "Compté cette année (€ HT)": ({ confirmed }) => confirmed.cents / 100,
      "Non compté cette année (€ HT)": ({ lost }) => lost.cents / 100,
    },
  }),
  "achats-justificatif": tableOf({
    input: ({ proofKey }) => ({ key: proofKey, part: "twelveMonths" }),
    rows: (lines: AnswerOf<"achats-justificatif">) => lines,
    figures: { Date: ({ date }) => date, "Montant (€ HT)": ({ amountCents }) => amountCents / 100 },
  }),
  "carte-cantines": tableOf({
    input: () => ({}),
    rows: ({ canteens }: AnswerOf<"carte-cantines">) => canteens,
    figures: {
      "Achats (€ HT)": ({ totals }) => totals.amountCents / 100,
      "Bio, confirmé (%)": ({ shares }) => percent(shares.ORGANIC.strict),
    },
  }),
  "carte-fournisseurs": tableOf({
    input: () => ({}),
    rows: ({ suppliers }: AnswerOf<"carte-fournisseurs">) => suppliers,
    figures: {
      Fournisseur: ({ name }) => name,
      "Achats (€ HT)": ({ totals }) => totals.amountCents / 100,
    },
  }),
  "carte-flux": tableOf({
    input: () => ({}),
    rows: ({ flows }: AnswerOf<"carte-flux">) => flows,
    figures: {
      "Code INSEE": ({ commune }) => commune,
      "Achats (€ HT)": ({ amountCents }) => amountCents / 100,
    },
  }),
  semblables: tableOf({
    input: ({ canteenId, year }) => ({ canteenId, year }),
    rows: ({ rates }: AnswerOf<"semblables">) => Object.values(rates),
    figures: {
      "Cette cantine (%)": ({ ownBp }) => hundredths(ownBp),
      Rang: ({ rank }) => rank,
    },
  }),
  campagne: tableOf({
    input: () => ({}),
    rows: ({ departements }: AnswerOf<"campagne">) => departements,
    figures: { "Médiane (%)": ({ medianBp }) => medianBp / 100, Cantines: ({ n }) => n },
  }),
  declaration: tableOf({
    input: ({ canteenId, year }) => ({ canteenId, year }),
    rows: ({ amounts }: AnswerOf<"declaration">) => Object.entries(amounts.declared),
    figures: {
      Champ: ([name]) => name,
      "À déclarer (€ HT)": ([, cents]) => cents / 100,
      "Dont prouvé (€ HT)": ([name], { amounts }) => (amounts.strict[name] ?? 0) / 100,
    },
  }),
  "declaration-ecarts": tableOf({
    input: ({ canteenId, year }) => ({ canteenId, year }),
    rows: ({ late }: AnswerOf<"declaration-ecarts">) => late.differences,
    figures: { "Serait aujourd'hui (€ HT)": ({ todayCents }) => todayCents / 100 },
  }),
  imports: tableOf({
    input: own,
    rows: (imports: AnswerOf<"imports">) => imports,
    figures: { Créées: ({ created }) => created, "Total (€ HT)": ({ totalCents }) => totalCents / 100 },
  }),
};
