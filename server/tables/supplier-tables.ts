import { CATEGORY_LABELS } from "../../shared/categories.ts";
import { isReplaced, SCHEME_LABELS } from "../../shared/certificates.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { ORGANIC_STAGE_LABELS } from "../../shared/offers.ts";
import { UNIT_SHORT_LABELS } from "../../shared/quantity.ts";
import { economyOf, insertionsOf, SOCIAL_STATUS_LABELS } from "../../shared/social-statuses.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import type { AnswerOf } from "./page-table.ts";
import { columnsIn, rowTable, yesNo } from "./page-table.ts";
import { PROOF_STATES } from "./words.ts";

/** Every supplier of the catalogue. */
export const suppliers = rowTable({
  name: { fr: "Fournisseurs", en: "Suppliers" },
  first: 1,
  rows: (answer: AnswerOf<"repertoire-fournisseurs">) => answer.rows,
  columns({ locale }) {
    const { text, integer } = columnsIn(locale);
    return [
      text("Nom", "Name", ({ name }) => name),
      text("SIRET", "SIRET", ({ siret }) => siret),
      text("Type", "Kind", ({ kind }) => SUPPLIER_KIND_LABELS[kind][locale]),
      text("Produit à", "Produces in", ({ productionCommuneName }) => productionCommuneName),
      text("Siège à", "Head office in", ({ communeName }) => communeName),
      text("Insertion", "Work integration", ({ statuses }) =>
        insertionsOf(statuses)
          .map((status) => SOCIAL_STATUS_LABELS[status][locale])
          .join(", "),
      ),
      text("ESS", "Social economy", ({ statuses }) => yesNo(economyOf(statuses) !== null, locale)),
      text("ESUS", "ESUS", ({ statuses }) => yesNo(statuses.includes("ESUS"), locale)),
      text("Label ESS du Département", "Social economy label", ({ statuses }) =>
        yesNo(statuses.includes("LABEL"), locale),
      ),
      text("Charte du Département", "Charter", ({ statuses }) => yesNo(statuses.includes("CHARTER"), locale)),
      integer("Preuves valides", "Valid proofs", ({ proofs }) => proofs.valid),
      integer("Preuves qui expirent bientôt", "Proofs that expire soon", ({ proofs }) => proofs.expiring),
      integer("Preuves expirées", "Expired proofs", ({ proofs }) => proofs.expired),
      integer("Articles", "Articles", ({ articles }) => articles),
      text("Sert encore", "In use", ({ active }) => yesNo(active, locale)),
    ];
  },
});

/** What each canteen bought from one supplier over twelve months. */
export const supplierCanteens = rowTable({
  name: { fr: "Achats par cantine", en: "Purchases by canteen" },
  rows: (answer: AnswerOf<"achats-fournisseur">) => answer.canteens,
  columns({ locale }) {
    const { text, integer, euros, ratio } = columnsIn(locale);
    return [
      text("Cantine", "Canteen", ({ canteenName }) => canteenName),
      euros("Achats", "Purchases", ({ amountCents }) => amountCents),
      euros("Tous ses achats", "All its purchases", ({ wholeCents }) => wholeCents),
      ratio("Part de ses achats", "Share of its purchases", ({ amountCents, wholeCents }) => ({
        numerator: amountCents,
        denominator: wholeCents,
      })),
      integer("Lignes", "Lines", ({ lines }) => lines),
    ];
  },
});

/** The same, month by month. */
export const supplierMonths = rowTable({
  name: { fr: "Achats par mois", en: "Purchases by month" },
  rows: ({ canteens }: AnswerOf<"achats-fournisseur-mois">) =>
    canteens.flatMap(({ canteenName, months }) => months.map((month) => ({ canteenName, ...month }))),
  columns({ locale }) {
    const { text, euros } = columnsIn(locale);
    return [
      text("Mois", "Month", ({ month }) => month),
      text("Cantine", "Canteen", ({ canteenName }) => canteenName),
      euros("Achats", "Purchases", ({ amountCents }) => amountCents),
    ];
  },
});

/** What the caller's canteens bought there, by civil year. */
export const supplierYears = rowTable({
  name: { fr: "Achats par année", en: "Purchases by year" },
  rows: ({ spend }: AnswerOf<"annees-fournisseur">) => spend ?? [],
  columns({ locale }) {
    const { integer, euros } = columnsIn(locale);
    return [
      integer("Année", "Year", ({ year }) => year),
      euros("Montant", "Amount", ({ amountCents }) => amountCents),
      integer("Lignes", "Lines", ({ lines }) => lines),
      integer("Cantines", "Canteens", ({ canteens }) => canteens),
    ];
  },
});

/** What the supplier sells. */
export const supplierOffers = rowTable({
  name: { fr: "Articles", en: "Articles" },
  rows: ({ offers, communeNames }: AnswerOf<"articles-fournisseur">) =>
    offers.map((offer) => ({
      ...offer,
      places: offer.originCommunes.map((code) => communeNames[code] ?? code),
    })),
  columns({ locale }) {
    const { text, integer, kilos } = columnsIn(locale);
    return [
      text("Article", "Article", ({ name }) => name),
      text("Code", "Code", ({ code }) => code),
      text("Produit", "Product", ({ productName }) => productName),
      text("Unité", "Unit", ({ unit }) => UNIT_SHORT_LABELS[unit][locale]),
      kilos("Poids d'une unité", "Weight of a unit", ({ packGrams }) => packGrams),
      text("Marques annoncées", "Claimed marks", ({ claims, organicStage }) =>
        claims
          .map((claim) =>
            claim === "BIO" && organicStage !== null
              ? ORGANIC_STAGE_LABELS[organicStage][locale]
              : CATEGORY_LABELS[claim][locale],
          )
          .join(", "),
      ),
      text("Produit à", "Produced in", ({ places }) => places.join(", ")),
      text("Producteur", "Producer", ({ producerName }) => producerName),
      integer("Intermédiaires", "Intermediaries", ({ intermediaries }) => intermediaries),
      text("Sert encore", "In use", ({ active }) => yesNo(active, locale)),
    ];
  },
});

/** Its proofs, as they stand today. */
export const supplierProofs = rowTable({
  name: { fr: "Preuves", en: "Proofs" },
  rows: ({ certificates }: AnswerOf<"preuves-fournisseur">) =>
    certificates.map((certificate) => ({ ...certificate, replaced: isReplaced(certificate, certificates) })),
  columns({ locale }) {
    const { text, day } = columnsIn(locale);
    return [
      text("Preuve", "Proof", ({ scheme }) => SCHEME_LABELS[scheme][locale]),
      text("Numéro", "Number", ({ number }) => number),
      text("Organisme", "Control body", ({ controlBody }) => controlBody),
      day("Valable du", "Valid from", ({ validFrom }) => validFrom),
      day("Valable jusqu'au", "Valid to", ({ validTo }) => validTo),
      text(
        "État",
        "State",
        ({ proof, replaced }) => PROOF_STATES[replaced ? "replaced" : proof.state][locale],
      ),
      text("Familles", "Families", ({ families }) =>
        families.map((family) => FAMILY_SHORT_LABELS[family][locale]).join(", "),
      ),
      text("Document", "Document", ({ file }) => file?.name ?? null),
    ];
  },
});

/** What it is, was and will be. */
export const supplierStatuses = rowTable({
  name: { fr: "Statuts", en: "Statuses" },
  rows: ({ statuses }: AnswerOf<"statuts-fournisseur">) => statuses,
  columns({ locale }) {
    const { text, day } = columnsIn(locale);
    return [
      text("Statut", "Status", ({ status }) => SOCIAL_STATUS_LABELS[status][locale]),
      text("À ce jour", "As of today", ({ holds }) => yesNo(holds, locale)),
      day("Depuis le", "From", ({ validFrom }) => validFrom),
      day("Jusqu'au", "Until", ({ validTo }) => validTo),
      text("Preuve", "Proof", ({ reference }) => reference),
    ];
  },
});
