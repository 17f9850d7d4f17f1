import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { INVOICE_STATE_LABELS } from "../../shared/invoices/states.ts";
import { ORDER_STATUS_LABELS } from "../../shared/order-statuses.ts";
import { ORDER_KIND_LABELS } from "../../shared/orders.ts";
import { COMPOSITION_LABELS } from "../../shared/products.ts";
import { UNIT_SHORT_LABELS } from "../../shared/quantity.ts";
import { amountLabel } from "../../shared/yearly-form/labels.ts";
import type { AnswerOf } from "./page-table.ts";
import { columnsIn, nameIn, rowTable, yesNo } from "./page-table.ts";

/** Orders of a canteen, latest first. */
export const orders = rowTable({
  name: { fr: "Commandes", en: "Orders" },
  first: 0,
  rows: (answer: AnswerOf<"commandes">) => answer.orders,
  columns({ locale }) {
    const { text, day, integer, euros } = columnsIn(locale);
    return [
      text("Fournisseur", "Supplier", ({ supplierName }) => supplierName),
      text("Nature", "Kind", ({ kind }) => ORDER_KIND_LABELS[kind][locale]),
      day("Commandé le", "Ordered on", ({ orderedOn }) => orderedOn),
      day("Livré le", "Delivered on", ({ deliveredOn }) => deliveredOn),
      day("Facturé le", "Invoiced on", ({ invoicedOn }) => invoicedOn),
      text("Référence", "Reference", ({ reference }) => reference),
      text("État", "State", ({ status }) => ORDER_STATUS_LABELS[status][locale]),
      integer("Lignes", "Lines", ({ lines }) => lines),
      euros("Montant", "Amount", ({ amountHtCents }) => amountHtCents),
    ];
  },
});

/** Documents of a canteen, the latest that came first. */
export const invoices = rowTable({
  name: { fr: "Factures", en: "Invoices" },
  first: 0,
  rows: (answer: AnswerOf<"factures">) => answer.invoices,
  columns({ locale }) {
    const { text, day, euros, eurosTtc } = columnsIn(locale);
    return [
      text("Numéro", "Number", ({ number, fileName }) => number ?? fileName),
      text("Nature", "Kind", ({ kind }) =>
        kind === null ? null : ORDER_KIND_LABELS[orderKind(kind)][locale],
      ),
      text("Fournisseur", "Supplier", ({ supplierName, sellerName }) => supplierName ?? sellerName),
      day("Date", "Date", ({ issuedOn }) => issuedOn),
      euros("Total", "Total", ({ taxExclusiveCents }) => taxExclusiveCents),
      eurosTtc("Total", "Total", ({ taxInclusiveCents }) => taxInclusiveCents),
      text("État", "State", ({ state }) => INVOICE_STATE_LABELS[state][locale]),
      euros("Écart", "Difference", ({ kind, differenceCents, gapCents }) =>
        kind === null ? null : (differenceCents ?? gapCents),
      ),
    ];
  },
});

function orderKind(kind: NonNullable<AnswerOf<"factures">["invoices"][number]["kind"]>) {
  return kind === "CREDIT_NOTE" ? "CREDIT_NOTE" : "ORDER";
}

/** What is bought, whoever sells it. */
export const products = rowTable({
  name: { fr: "Produits", en: "Products" },
  first: 1,
  rows: (answer: AnswerOf<"produits">) => answer.rows,
  columns({ locale }) {
    const { text, integer, kilos, share } = columnsIn(locale);
    return [
      text("Produit", "Product", (row) => nameIn(row, locale)),
      text("Famille", "Family", ({ family }) =>
        family === null
          ? locale === "fr"
            ? "Non alimentaire"
            : "Not food"
          : FAMILY_SHORT_LABELS[family][locale],
      ),
      text("Composition", "Composition", ({ composition }) =>
        composition === null ? null : COMPOSITION_LABELS[composition][locale],
      ),
      text("Unité", "Unit", ({ unit }) => UNIT_SHORT_LABELS[unit][locale]),
      kilos("Poids d'une pièce", "Weight of a piece", ({ pieceGrams }) => pieceGrams),
      share("Perte à la préparation", "Refuse", ({ refuseBp }) => refuseBp),
      share("TVA", "VAT", ({ vatBp }) => vatBp),
      integer("Fournisseurs", "Suppliers", ({ suppliers }) => suppliers),
      text("Sert encore", "In use", ({ active }) => yesNo(active, locale)),
    ];
  },
});

/** The amounts of a year's declaration, with the names that the State's form gives them. */
export const declaration = rowTable({
  name: { fr: "Déclaration", en: "Declaration" },
  rows: ({ amounts, year }: AnswerOf<"declaration">) =>
    Object.entries(amounts.declared).map(([name, cents]) => ({
      name,
      year,
      declaredCents: cents,
      strictCents: amounts.strict[name] ?? 0,
    })),
  columns({ locale }) {
    const { text, euros } = columnsIn(locale);
    return [
      text("Champ", "Field", ({ name }) => name),
      text("Montant", "Amount", ({ name, year }) => amountLabel(name, { year, locale })),
      euros("À déclarer", "To declare", ({ declaredCents }) => declaredCents),
      euros("Dont prouvé", "Of which proven", ({ strictCents }) => strictCents),
    ];
  },
});

/** What a frozen year would be today. */
export const lateDifferences = rowTable({
  name: { fr: "Écarts", en: "Differences" },
  rows: ({ late, year }: AnswerOf<"declaration-ecarts">) =>
    late.differences.map((difference) => ({ ...difference, year })),
  columns({ locale }) {
    const { text, euros } = columnsIn(locale);
    return [
      text("Montant", "Amount", ({ name, year }) => amountLabel(name, { year, locale })),
      euros("Déclaré", "Declared", ({ declaredCents }) => declaredCents),
      euros("Serait aujourd'hui", "Would be today", ({ todayCents }) => todayCents),
      euros("Écart", "Difference", ({ todayCents, declaredCents }) => todayCents - declaredCents),
    ];
  },
});
