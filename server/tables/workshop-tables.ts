import { lotCode, outputCode } from "../../shared/legumerie/codes.ts";
import { massBalance, workInProgress } from "../../shared/legumerie/mass-balance.ts";
import { lotStock, outputStock } from "../../shared/legumerie/stock.ts";
import {
  CUT_LABELS,
  LOSS_CAUSE_LABELS,
  LOSS_DESTINATION_LABELS,
  LOT_STAGE_LABELS,
} from "../../shared/legumerie.ts";
import type { AnswerOf } from "./page-table.ts";
import { columnsIn, nameIn, rowTable, yesNo } from "./page-table.ts";
import { STANDINGS } from "./words.ts";

/** Lots received, latest first. */
export const lots = rowTable({
  name: { fr: "Réceptions", en: "Receptions" },
  first: 1,
  rows: (answer: AnswerOf<"legumerie-receptions">) => answer.rows,
  columns({ locale }) {
    const { text, day, kilos, euros, integer } = columnsIn(locale);
    return [
      text("Lot", "Lot", (lot) => lotCode(lot)),
      day("Reçu le", "Received on", ({ receivedOn }) => receivedOn),
      day("Récolté le", "Harvested on", ({ harvestedOn }) => harvestedOn),
      text("Produit", "Product", (lot) =>
        nameIn({ name: lot.productName, nameEn: lot.productNameEn }, locale),
      ),
      text("Variété", "Variety", ({ variety }) => variety),
      text("Producteur", "Producer", ({ producerName }) => producerName),
      text("Commune", "Commune", ({ communeName }) => communeName),
      text("Lot du fournisseur", "Supplier's lot", ({ supplierLot }) => supplierLot),
      text("Bio", "Organic", ({ organicStage }) =>
        organicStage === null ? null : LOT_STAGE_LABELS[organicStage][locale],
      ),
      integer("Intermédiaires", "Intermediaries", ({ intermediaries }) => intermediaries),
      kilos("Poids brut", "Gross weight", ({ grossGrams }) => grossGrams),
      kilos("Reste", "Left", (lot) => lotStock(lot)),
      text("À façon", "For a fee", ({ owned }) => yesNo(!owned, locale)),
      euros("Prix", "Price", ({ owned, priceHtCents }) => (owned ? priceHtCents : null)),
    ];
  },
});

/** Batches, those under way first. */
export const batches = rowTable({
  name: { fr: "Transformations", en: "Batches" },
  first: 1,
  rows: (answer: AnswerOf<"legumerie-transformations">) => answer.rows,
  columns({ locale }) {
    const { text, day, kilos, ratio } = columnsIn(locale);
    return [
      day("Commencée le", "Started on", ({ startedOn }) => startedOn),
      day("Terminée le", "Ended on", ({ endedOn }) => endedOn),
      text("Découpe", "Cut", ({ cut }) => CUT_LABELS[cut][locale]),
      text("Lots entrés", "Input lots", (batch) =>
        batch.lots.map((lot) => `${lot.productName} ${lotCode(lot)}`).join(", "),
      ),
      text("Produits finis", "Products", (batch) => batch.products.map(({ name }) => name).join(", ")),
      kilos("Entré", "In", (batch) => massBalance(batch).inputs),
      kilos("Produit", "Out", (batch) => massBalance(batch).outputs),
      kilos("Pertes", "Losses", (batch) => massBalance(batch).losses),
      kilos("En cours", "In progress", (batch) => workInProgress(batch)),
      ratio("Rendement", "Yield", (batch) => {
        const { inputs, outputs } = massBalance(batch);
        return batch.endedOn === null ? null : { numerator: outputs, denominator: inputs };
      }),
    ];
  },
});

/** Output lots, latest packed first. */
export const outputs = rowTable({
  name: { fr: "Produits finis", en: "Products" },
  first: 1,
  rows: (answer: AnswerOf<"legumerie-produits">) => answer.rows,
  columns({ locale, today }) {
    const { text, day, kilos } = columnsIn(locale);
    return [
      text("Lot", "Lot", (output) => outputCode(output)),
      text("Produit", "Product", (row) =>
        nameIn({ name: row.productName, nameEn: row.productNameEn }, locale),
      ),
      text("Découpe", "Cut", ({ cut }) => CUT_LABELS[cut][locale]),
      text("Bio", "Organic", ({ traits: { organicStage } }) =>
        organicStage === null ? null : LOT_STAGE_LABELS[organicStage][locale],
      ),
      day("Conditionné le", "Packed on", ({ packedOn }) => packedOn),
      day("DLC", "Use by", ({ useBy }) => useBy),
      kilos("Poids net", "Net weight", ({ netGrams }) => netGrams),
      kilos("Un conditionnement", "One pack", ({ packGrams }) => packGrams),
      kilos("Livré", "Delivered", ({ deliveredGrams }) => deliveredGrams),
      kilos("Refusé", "Refused", ({ refusedGrams }) => refusedGrams),
      kilos("En stock", "In stock", (output) => outputStock(output, today).availableGrams),
      kilos("DLC dépassée", "Past use-by", (output) => outputStock(output, today).expiredGrams),
    ];
  },
});

/** What went to which canteen, latest first. */
export const deliveries = rowTable({
  name: { fr: "Livraisons", en: "Deliveries" },
  first: 1,
  rows: (answer: AnswerOf<"legumerie-livraisons">) => answer.rows,
  columns({ locale }) {
    const { text, day, kilos, euros } = columnsIn(locale);
    return [
      text(
        "Cantine",
        "Canteen",
        ({ canteenName }) =>
          canteenName ??
          (locale === "fr" ? "cantine d'une autre organisation" : "another organisation's canteen"),
      ),
      day("Livré le", "Delivered on", ({ deliveredOn }) => deliveredOn),
      text("Produit", "Product", (row) =>
        nameIn({ name: row.productName, nameEn: row.productNameEn }, locale),
      ),
      text("Découpe", "Cut", ({ cut }) => CUT_LABELS[cut][locale]),
      text("Lot", "Lot", ({ outputId, packedOn }) => outputCode({ id: outputId, packedOn })),
      kilos("Livré", "Delivered", ({ grams }) => grams),
      kilos("Refusé", "Refused", ({ refusedGrams }) => refusedGrams),
      euros("Montant", "Amount", ({ priceHtCents }) => priceHtCents),
    ];
  },
});

/** Weight in and out, month by month. */
export const tonnes = rowTable({
  name: { fr: "Tonnes par mois", en: "Tonnes by month" },
  rows: ({ months }: AnswerOf<"legumerie-tonnes">) => months,
  columns({ locale }) {
    const { text, kilos } = columnsIn(locale);
    return [
      text("Mois", "Month", ({ month }) => month),
      kilos("Reçu", "Received", ({ receivedGrams }) => receivedGrams),
      kilos("Produit", "Packed", ({ packedGrams }) => packedGrams),
      kilos("Livré", "Delivered", ({ deliveredGrams }) => deliveredGrams),
    ];
  },
});

/** Yield of each product beside its reference. */
export const yields = rowTable({
  name: { fr: "Rendements", en: "Yields" },
  rows: ({ yields: measured, products }: AnswerOf<"legumerie-rendements">) =>
    measured.map((row) => ({ ...row, product: products.find(({ id }) => id === row.productId) ?? null })),
  columns({ locale }) {
    const { text, integer, kilos, ratio, share } = columnsIn(locale);
    return [
      text("Produit", "Product", ({ product }) => (product === null ? null : nameIn(product, locale))),
      integer("Transformations", "Batches", (row) => row.batches),
      kilos("Brut", "Gross", ({ measured }) => measured.denominator),
      kilos("Prêt à cuire", "Ready to cook", ({ measured }) => measured.numerator),
      ratio("Rendement", "Yield", ({ measured }) => measured),
      share("Référence", "Reference", ({ reference }) => reference?.referenceBp ?? null),
      share("Référence, au moins", "Reference, at least", ({ reference }) => reference?.lowBp ?? null),
      share("Référence, au plus", "Reference, at most", ({ reference }) => reference?.highBp ?? null),
      text("Écart", "Standing", ({ standing }) => (standing === null ? null : STANDINGS[standing][locale])),
    ];
  },
});

/** What was lost, by cause and then by destination. */
export const losses = rowTable({
  name: { fr: "Pertes", en: "Losses" },
  rows: ({ lossByCause, lossByDestination }: AnswerOf<"legumerie-pertes">) => [
    ...lossByCause.map(({ key, loss }) => ({ by: "cause" as const, label: LOSS_CAUSE_LABELS[key], loss })),
    ...lossByDestination.map(({ key, loss }) => ({
      by: "destination" as const,
      label: LOSS_DESTINATION_LABELS[key],
      loss,
    })),
  ],
  columns({ locale }) {
    const { text, kilos, ratio } = columnsIn(locale);
    return [
      text("Par", "By", ({ by }) => by),
      text("Cause ou destination", "Cause or destination", ({ label }) => label[locale]),
      kilos("Poids", "Weight", ({ loss }) => loss.numerator),
      ratio("Du poids travaillé", "Of what was worked", ({ loss }) => loss),
    ];
  },
});
