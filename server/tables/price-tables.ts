import type { ComparedProduct, SupplierComparison } from "../../shared/comparison.ts";
import { COMPARED_INDICATORS, centsPerKg } from "../../shared/comparison.ts";
import { LINE_STATUS_LABELS } from "../../shared/drill-down.ts";
import { ediblePrice, edibleYield, portionCents } from "../../shared/edible.ts";
import { formatWeekdays } from "../../shared/format/dates.ts";
import { formatSeason } from "../../shared/format/seasons.ts";
import { GAMME_LABELS } from "../../shared/gammes.ts";
import { missingToMinimum, roundNames, seenTotal } from "../../shared/grouped-orders.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { HOMOGENEOUS_FAMILIES } from "../../shared/law/homogeneous-families.ts";
import { PROCUREMENT_STEP_LABELS, stepReached, thresholdsOn } from "../../shared/law/procurement.ts";
import { LINE_FACT_LABELS, LINE_FACTS } from "../../shared/moves.ts";
import { economyOf, insertionsOf, SOCIAL_STATUS_LABELS } from "../../shared/social-statuses.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import type { AnswerOf, TableAsked } from "./page-table.ts";
import { columnsIn, nameIn, rowTable, yesNo } from "./page-table.ts";

type Compared = SupplierComparison & { product: ComparedProduct; portionGrams: number | null };

/** Every supplier of a product and of its equivalents; of one of them when the page shows only that. */
export const comparison = rowTable({
  name: { fr: "Comparaison", en: "Comparison" },
  rows: comparedRows,
  columns({ locale }) {
    const { text, day, integer, euros, kilometres, share, ratio } = columnsIn(locale);
    const edibleOf = ({ product, price }: Compared) =>
      price === null ? null : ediblePrice(price.last, edibleYield(product));
    return [
      text("Fournisseur", "Supplier", (row: Compared) => row.supplierName),
      text("Type", "Kind", ({ kind }) => SUPPLIER_KIND_LABELS[kind][locale]),
      text("Article", "Article", ({ articleName }) => articleName),
      text("Produit", "Product", ({ product }) => nameIn(product, locale)),
      text("Gamme", "Form", ({ product }) =>
        product.gamme === null ? null : GAMME_LABELS[product.gamme][locale],
      ),
      text("Producteur", "Producer", ({ producerName }) => producerName),
      euros("Prix au kilo", "Price per kilo", ({ price }) =>
        price === null ? null : centsPerKg(price.last),
      ),
      day("Dernier achat", "Last purchase", ({ price }) => price?.last.on ?? null),
      integer("Lignes sur un an", "Lines over a year", ({ price }) => price?.lines ?? null),
      integer("Cantines", "Canteens", ({ price }) => price?.canteens ?? null),
      euros("Le moins cher sur un an", "Cheapest over a year", ({ price }) => price?.minCentsPerKg ?? null),
      euros("Le plus cher sur un an", "Dearest over a year", ({ price }) => price?.maxCentsPerKg ?? null),
      share("Part mangée", "Edible share", ({ product }) => edibleYield(product)?.referenceBp ?? null),
      euros("Prix au kilo mangé", "Price per edible kilo", (row) => edibleOf(row)?.centsPerKg ?? null),
      euros(
        "Prix au kilo mangé, au moins",
        "Price per edible kilo, at least",
        (row) => edibleOf(row)?.lowCentsPerKg ?? null,
      ),
      euros(
        "Prix au kilo mangé, au plus",
        "Price per edible kilo, at most",
        (row) => edibleOf(row)?.highCentsPerKg ?? null,
      ),
      euros("Prix d'une portion", "Price of a portion", ({ product, price, portionGrams }) =>
        price === null ? null : portionCents(price.last, edibleYield(product), portionGrams),
      ),
      kilometres("Distance, au plus près", "Distance, nearest", ({ distance }) => distance?.nearestM ?? null),
      kilometres(
        "Distance, au plus loin",
        "Distance, farthest",
        ({ distance }) => distance?.farthestM ?? null,
      ),
      kilometres(
        "Distance, à tant près",
        "Distance, give or take",
        (row) => row.distance?.uncertaintyM ?? null,
      ),
      text("Produit à", "Produced in", ({ distance }) => distance?.communeNames.join(", ") ?? null),
      integer("Intermédiaires", "Intermediaries", ({ intermediaries }) => intermediaries),
      ...LINE_FACTS.map((fact) =>
        text(
          LINE_FACT_LABELS[fact].fr,
          LINE_FACT_LABELS[fact].en,
          (row: Compared) => LINE_STATUS_LABELS[row.verdict[fact].status][locale],
        ),
      ),
      text("Insertion", "Work integration", ({ statuses }) =>
        insertionsOf(statuses)
          .map((status) => SOCIAL_STATUS_LABELS[status][locale])
          .join(", "),
      ),
      text("ESS", "Social economy", ({ statuses }) => yesNo(economyOf(statuses) !== null, locale)),
      text("Saison", "Season", ({ product }) =>
        product.season.length === 0 ? null : formatSeason(product.season, locale),
      ),
      euros("Minimum de commande", "Minimum order", ({ terms }) => terms?.minimumHtCents ?? null),
      text("Jours de livraison", "Delivery days", ({ terms }) =>
        terms === null || terms.deliveryDays.length === 0 ? null : formatWeekdays(terms.deliveryDays, locale),
      ),
      integer("Réceptions", "Receptions", ({ reliability }) => reliability?.orders ?? null),
      ratio("Servi", "Served", ({ reliability }) => reliability?.served ?? null),
      integer("Lignes refusées", "Refused lines", ({ reliability }) => reliability?.refusedLines ?? null),
      integer("Retards", "Late", ({ reliability }) =>
        reliability === null || reliability.late.denominator === 0 ? null : reliability.late.numerator,
      ),
      euros(
        "Coût de ce choix sur un an",
        "Cost of this choice over a year",
        ({ replacement }) => replacement?.amountCents ?? null,
      ),
      ...COMPARED_INDICATORS.map((indicator) => {
        const name = INDICATOR_LABELS[indicator][locale];
        const title = locale === "fr" ? `${name} avec ce choix` : `${name} with this choice`;
        return ratio(title, title, (row: Compared) => row.replacement?.shares[indicator].strict ?? null);
      }),
    ];
  },
});

/** What a kilogram cost month by month, of the article shown or of all. */
export const priceHistory = rowTable({
  name: { fr: "Historique des prix", en: "Price history" },
  rows: (answer: AnswerOf<"historique-prix">, asked: TableAsked) =>
    comparedRows(answer, asked)
      .filter(({ supplierId }) => asked.words.supplier === undefined || supplierId === asked.words.supplier)
      .flatMap(({ supplierName, articleName, price }) =>
        (price?.history ?? []).map((month) => ({ supplierName, articleName, ...month })),
      ),
  columns({ locale }) {
    const { text, euros, kilos } = columnsIn(locale);
    return [
      text("Fournisseur", "Supplier", ({ supplierName }) => supplierName),
      text("Article", "Article", ({ articleName }) => articleName),
      text("Mois", "Month", ({ month }) => month),
      euros("Prix au kilo", "Price per kilo", (month) => centsPerKg(month)),
      euros("Payé", "Paid", ({ amountCents }) => amountCents),
      kilos("Poids", "Weight", ({ weightGrams }) => weightGrams),
    ];
  },
});

function comparedRows(answer: AnswerOf<"comparer">, { words }: TableAsked): Compared[] {
  const chosen = Number(words.portion);
  const portionGrams = chosen > 0 ? chosen : (answer.portion?.grams ?? null);
  return answer.rows.flatMap((row) => {
    const product = answer.products.find(({ id }) => id === row.productId);
    if (product === undefined) return [];
    if (words.product !== undefined && words.product !== product.id) return [];
    return [{ ...row, product, portionGrams }];
  });
}

/** Spend per homogeneous family against the thresholds in force on the last day of the year, or today. */
export const procurement = rowTable({
  name: { fr: "Seuils", en: "Thresholds" },
  rows: ({ families }: AnswerOf<"seuils">) => families,
  columns({ locale, today, words }) {
    const { text, euros } = columnsIn(locale);
    const day = words.day ?? today;
    const next = (cents: number) => thresholdsOn(day).find((one) => one.amountHtCents > cents);
    return [
      text("Code", "Code", ({ code }) => code),
      text(
        "Famille homogène",
        "Homogeneous family",
        ({ code }) => HOMOGENEOUS_FAMILIES.find((family) => family.code === code)?.[locale] ?? null,
      ),
      euros("Achats", "Purchases", ({ amountHtCents }) => amountHtCents),
      euros("Dont deviné", "Of which guessed", ({ guessedCents }) => guessedCents),
      text("Ce que cela demande", "What it asks for", ({ amountHtCents }) => {
        const step = stepReached(amountHtCents, day);
        return step === null ? null : PROCUREMENT_STEP_LABELS[step][locale];
      }),
      text("Seuil suivant", "Next threshold", ({ amountHtCents }) => {
        const step = next(amountHtCents)?.step;
        return step === undefined ? null : PROCUREMENT_STEP_LABELS[step][locale];
      }),
      euros("À partir de", "From", ({ amountHtCents }) => next(amountHtCents)?.amountHtCents ?? null),
    ];
  },
});

/** Which neighbours order from one supplier this week: a row for each canteen that may be named. */
export const groupedOrders = rowTable({
  name: { fr: "Commandes groupées", en: "Grouped orders" },
  rows: ({ suppliers }: AnswerOf<"commandes-groupees">) =>
    suppliers.flatMap((supplier) => {
      const named = supplier.named.map((one) => ({ ...one, amountHtCents: null }));
      const orders = [...supplier.orders, ...named];
      return (orders.length === 0 ? [null] : orders).map((order) => ({ supplier, order }));
    }),
  columns({ locale }) {
    const { text, integer, euros, kilometres } = columnsIn(locale);
    return [
      text("Fournisseur", "Supplier", ({ supplier }) => supplier.supplierName),
      text("Cantine", "Canteen", ({ order }) => order?.canteenName ?? null),
      euros("Commandé", "Ordered", ({ order }) => order?.amountHtCents ?? null),
      kilometres("Distance", "Distance", ({ order }) => order?.distanceM ?? null),
      integer("Autres cantines voisines", "Other neighbouring canteens", ({ supplier }) => supplier.others),
      euros("Ensemble connu", "Known total", ({ supplier }) => seenTotal(supplier)),
      euros("Minimum", "Minimum", ({ supplier }) => supplier.minimumHtCents),
      euros("Il manque au plus", "Missing at most", ({ supplier }) => missingToMinimum(supplier)),
      text("Tournée", "Round", ({ supplier }) =>
        supplier.round === null ? null : roundNames(supplier).join(" → "),
      ),
      kilometres(
        "Longueur de la tournée",
        "Length of the round",
        ({ supplier }) => supplier.round?.metres ?? null,
      ),
    ];
  },
});
