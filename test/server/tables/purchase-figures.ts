import type { AnswerOf } from "../../../server/tables/page-table.ts";
import type { Shown, TableFigures } from "./table-of.ts";
import { hundredths, percent, tableOf, tenThousandths, thousandths } from "./table-of.ts";

const own = ({ canteenId }: Shown) => ({ canteenId });
const ofSupplier = ({ supplierId }: Shown) => ({ id: supplierId });
const list = { supplierId: null, from: null, to: null, search: "", pageSize: 40 };

function outlooksOf(input: TableFigures["input"]): TableFigures {
  return tableOf({
    input,
    rows: ({ indicators }: AnswerOf<"objectifs-cantine">) =>
      indicators.flatMap(({ targets, projections }) =>
        targets.map((target) => ({ target, projection: projections.strict })),
      ),
    figures: {
      "Objectif (%)": ({ target }) => target.shareBp / 100,
      "Encore attendu (€ HT)": ({ projection }) => hundredths(projection?.remaining),
      "Dont doit compter (€ HT)": ({ target }) => hundredths(target.outlook.strict?.needed),
      "À ce jour (%)": ({ projection }) => percent(projection?.soFar),
    },
  });
}

function pointsOf(input: TableFigures["input"]): TableFigures {
  return tableOf({
    input,
    rows: ({ indicators }: AnswerOf<"trajectoire-cantine">) =>
      indicators.flatMap(({ projections }) => projections.strict?.points ?? []),
    figures: {
      "Fin de": ({ month }) => month,
      "Depuis janvier (%)": ({ known }) => percent(known),
      "Attendu (%)": ({ expected }) => hundredths(expected?.middleBp),
    },
  });
}

/** Orders, suppliers, targets and prices. */
export const PURCHASE_FIGURES = {
  commandes: tableOf({
    input: (shown) => ({ ...own(shown), ...list, status: null }),
    rows: ({ orders }: AnswerOf<"commandes">) => orders,
    figures: {
      "Montant (€ HT)": ({ amountHtCents }) => amountHtCents / 100,
      Lignes: ({ lines }) => lines,
      "Livré le": ({ deliveredOn }) => deliveredOn,
    },
  }),
  factures: tableOf({
    input: ({ invoicedCanteenId }) => ({
      canteenId: invoicedCanteenId,
      ...list,
      state: null,
      differing: false,
    }),
    rows: ({ invoices }: AnswerOf<"factures">) => invoices,
    figures: {
      "Total (€ HT)": ({ taxExclusiveCents }) => hundredths(taxExclusiveCents),
      "Total (€ TTC)": ({ taxInclusiveCents }) => hundredths(taxInclusiveCents),
      "Écart (€ HT)": ({ differenceCents, gapCents }) => hundredths(differenceCents ?? gapCents),
    },
  }),
  produits: tableOf({
    input: () => ({ search: "", family: "FRUITS_ET_LEGUMES" }),
    rows: ({ rows }: AnswerOf<"produits">) => rows,
    figures: {
      Produit: ({ name }) => name,
      "TVA (%)": ({ vatBp }) => vatBp / 100,
      "Poids d'une pièce (kg)": ({ pieceGrams }) => thousandths(pieceGrams),
    },
  }),
  "repertoire-fournisseurs": tableOf({
    input: () => ({}),
    rows: ({ rows }: AnswerOf<"repertoire-fournisseurs">) => rows,
    figures: {
      Nom: ({ name }) => name,
      Articles: ({ articles }) => articles,
      "Preuves expirées": (r) => r.proofs.expired,
    },
  }),
  "achats-fournisseur": tableOf({
    input: ofSupplier,
    rows: ({ canteens }: AnswerOf<"achats-fournisseur">) => canteens,
    figures: {
      "Achats (€ HT)": ({ amountCents }) => amountCents / 100,
      "Part de ses achats (%)": (row) => percent({ numerator: row.amountCents, denominator: row.wholeCents }),
    },
  }),
  "achats-fournisseur-mois": tableOf({
    input: ofSupplier,
    rows: ({ canteens }: AnswerOf<"achats-fournisseur-mois">) => canteens.flatMap(({ months }) => months),
    figures: { Mois: ({ month }) => month, "Achats (€ HT)": ({ amountCents }) => amountCents / 100 },
  }),
  "annees-fournisseur": tableOf({
    input: ofSupplier,
    rows: ({ spend }: AnswerOf<"annees-fournisseur">) => spend ?? [],
    figures: { Année: ({ year }) => year, "Montant (€ HT)": ({ amountCents }) => amountCents / 100 },
  }),
  "articles-fournisseur": tableOf({
    input: ofSupplier,
    rows: ({ offers }: AnswerOf<"articles-fournisseur">) => offers,
    figures: { Article: ({ name }) => name, Intermédiaires: ({ intermediaries }) => intermediaries },
  }),
  "preuves-fournisseur": tableOf({
    input: ofSupplier,
    rows: ({ certificates }: AnswerOf<"preuves-fournisseur">) => certificates,
    figures: { Numéro: ({ number }) => number, "Valable jusqu'au": ({ validTo }) => validTo },
  }),
  "statuts-fournisseur": tableOf({
    input: ofSupplier,
    rows: ({ statuses }: AnswerOf<"statuts-fournisseur">) => statuses,
    figures: { Preuve: ({ reference }) => reference, "Jusqu'au": ({ validTo }) => validTo },
  }),
  "nos-objectifs": tableOf({
    input: () => ({}),
    rows: (targets: AnswerOf<"nos-objectifs">) => targets,
    figures: { "Part (%)": ({ shareBp }) => shareBp / 100, Année: ({ year }) => year },
  }),
  chemin: tableOf({
    input: own,
    rows: ({ posts }: AnswerOf<"chemin">) => posts.flatMap(({ switches }) => switches).slice(0, 3),
    figures: {
      "Payé (€ HT)": ({ outCents }) => outCents / 100,
      "À payer (€ HT)": ({ inCents }) => inCents / 100,
      "Poids (kg)": ({ grams }) => thousandths(grams),
      "Coût (€ HT)": ({ inCents, outCents }) => (inCents - outCents) / 100,
    },
  }),
  comparer: tableOf({
    input: ({ canteenId, productId }) => ({ canteenId, productId }),
    rows: ({ rows }: AnswerOf<"comparer">) => rows,
    figures: {
      Fournisseur: ({ supplierName }) => supplierName,
      "Prix au kilo (€ HT)": ({ price }) =>
        price === null ? null : Math.round((price.last.amountCents * 1000) / price.last.weightGrams) / 100,
      "Coût de ce choix sur un an (€ HT)": ({ replacement }) => hundredths(replacement?.amountCents),
      "Distance, au plus loin (km)": ({ distance }) => thousandths(distance?.farthestM),
    },
  }),
  "historique-prix": tableOf({
    input: ({ canteenId, productId }) => ({ canteenId, productId }),
    rows: ({ rows }: AnswerOf<"historique-prix">) => rows.flatMap(({ price }) => price?.history ?? []),
    figures: {
      Mois: ({ month }) => month,
      "Payé (€ HT)": ({ amountCents }) => amountCents / 100,
      "Poids (kg)": ({ weightGrams }) => thousandths(weightGrams),
    },
  }),
  mercuriales: tableOf({
    input: own,
    rows: (lists: AnswerOf<"mercuriales">) => lists,
    figures: { Du: ({ validFrom }) => validFrom, Articles: ({ lines }) => lines },
  }),
  mercuriale: tableOf({
    input: ({ canteenId, priceListId }) => ({ canteenId, priceListId }),
    rows: ({ lines }: AnswerOf<"mercuriale">) => lines,
    figures: {
      "Avant (€ HT)": ({ beforeE4 }) => tenThousandths(beforeE4),
      "Prix (€ HT)": ({ line }) => tenThousandths(line.unitPriceHtE4),
    },
  }),
  "ecarts-mercuriales": tableOf({
    input: ({ alertedCanteenId }) => ({ canteenId: alertedCanteenId }),
    rows: ({ alerts }: AnswerOf<"ecarts-mercuriales">) => alerts,
    figures: {
      "Annoncé (€ HT)": ({ listedE4 }) => tenThousandths(listedE4),
      "Écart (€ HT)": ({ gapE4 }) => tenThousandths(gapE4),
    },
  }),
  "demandes-devis": tableOf({
    input: own,
    rows: (requests: AnswerOf<"demandes-devis">) => requests,
    figures: { Objet: ({ title }) => title, "Devis demandés": ({ content }) => content.quotes.length },
  }),
  devis: tableOf({
    input: ({ canteenId, quoteRequestId }) => ({ canteenId, quoteRequestId }),
    rows: ({ content }: AnswerOf<"devis">) => [
      ...content.lines,
      { description: "Port", quantityMilli: null },
      { description: "Total, port compris", quantityMilli: null },
    ],
    figures: {
      "Article demandé": ({ description }) => description,
      Quantité: ({ quantityMilli }) => thousandths(quantityMilli),
    },
  }),
  seuils: tableOf({
    input: ({ canteenId, year }) => ({ canteenId, year }),
    rows: ({ families }: AnswerOf<"seuils">) => families,
    figures: {
      "Achats (€ HT)": ({ amountHtCents }) => amountHtCents / 100,
      "Dont deviné (€ HT)": ({ guessedCents }) => guessedCents / 100,
    },
  }),
  "commandes-groupees": tableOf({
    input: (shown) => ({ ...own(shown), radiusKm: 50 }),
    rows: ({ suppliers }: AnswerOf<"commandes-groupees">) =>
      suppliers.flatMap((supplier) => (supplier.orders.length === 0 ? [null] : supplier.orders)),
    figures: {
      Cantine: (order) => order?.canteenName ?? null,
      "Commandé (€ HT)": (order) => hundredths(order?.amountHtCents),
    },
  }),
  "objectifs-cantine": outlooksOf(own),
  "objectifs-territoire": outlooksOf(() => ({})),
  "trajectoire-cantine": pointsOf(own),
  "trajectoire-territoire": pointsOf(() => ({})),
};
