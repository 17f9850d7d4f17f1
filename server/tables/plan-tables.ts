import { formatKg } from "../../shared/format/measures.ts";
import { lotCode, outputCode } from "../../shared/legumerie/codes.ts";
import type { OrderOutcome, PlanReason, YieldSource } from "../../shared/legumerie/plan-week.ts";
import { CUT_LABELS, LOSS_DESTINATION_LABELS } from "../../shared/legumerie.ts";
import type { Locale, Translated } from "../../shared/locales.ts";
import type { ReadWeek } from "../actions/legumerie-plan.ts";
import type { AnswerOf } from "./page-table.ts";
import { columnsIn, nameIn, rowTable, yesNo } from "./page-table.ts";

const YIELD_SOURCES: Record<YieldSource, Translated> = {
  MEASURED: { fr: "mesuré", en: "measured" },
  REFERENCE: { fr: "référence", en: "reference" },
  USUAL: { fr: "supposé", en: "assumed" },
};

const OUTCOMES: Record<OrderOutcome, Translated> = {
  SERVED: { fr: "servie", en: "served" },
  LATE: { fr: "en retard", en: "late" },
  PARTLY: { fr: "servie en partie", en: "partly served" },
  UNSERVED: { fr: "pas servie", en: "not served" },
};

const REASONS: Record<PlanReason, Translated> = {
  PASSED: { fr: "ce jour est passé", en: "that day is over" },
  CAPACITY: { fr: "journées pleines avant", en: "days before are full" },
  CLOSED: { fr: "aucun jour ouvert avant", en: "no open day before" },
};

/** Finished goods that left the stock without a canteen, latest first. */
export const disposals = rowTable({
  name: { fr: "Sorties sans livraison", en: "Disposals" },
  rows: (rows: AnswerOf<"legumerie-sorties">) => rows,
  columns({ locale }) {
    const { text, day, kilos } = columnsIn(locale);
    return [
      day("Sorti le", "Taken out on", ({ disposedOn }) => disposedOn),
      text("Lot", "Lot", ({ outputId, packedOn }) => outputCode({ id: outputId, packedOn })),
      text("Produit", "Product", (row) =>
        nameIn({ name: row.productName, nameEn: row.productNameEn }, locale),
      ),
      text("Découpe", "Cut", ({ cut }) => CUT_LABELS[cut][locale]),
      day("DLC", "Use by", ({ useBy }) => useBy),
      kilos("Poids", "Weight", ({ grams }) => grams),
      text("Destination", "Destination", ({ destination }) => LOSS_DESTINATION_LABELS[destination][locale]),
    ];
  },
});

/** Batches of the week to start, day by day. */
export const plannedBatches = rowTable({
  name: { fr: "Plan de la semaine", en: "Plan of the week" },
  rows: (week: AnswerOf<"legumerie-plan">) => week.batches.map((batch) => ({ week, batch })),
  columns({ locale }) {
    const { text, day, kilos, share } = columnsIn(locale);
    return [
      day("Jour", "Day", ({ batch }) => batch.day),
      text("Produit", "Product", ({ week, batch }) => productName(week, batch.productId, locale)),
      text("Découpe", "Cut", ({ batch }) => CUT_LABELS[batch.cut][locale]),
      text("Bio seulement", "Organic only", ({ batch }) => yesNo(batch.organic, locale)),
      kilos("Entrer", "In", ({ batch }) => batch.inputGrams),
      kilos("Sortir", "Out", ({ batch }) => batch.outputGrams),
      share("Rendement", "Yield", ({ batch }) => batch.yieldBp),
      text(
        "Source du rendement",
        "Source of the yield",
        ({ batch }) => YIELD_SOURCES[batch.yieldFrom][locale],
      ),
      text("Lots", "Lots", ({ week, batch }) =>
        batch.inputs
          .map(({ lotId, grams }) => {
            const lot = week.lots.find(({ id }) => id === lotId);
            return `${lot === undefined ? "" : lotCode(lot)} ${formatKg(grams, locale)}`;
          })
          .join(", "),
      ),
      text("Pour qui", "For whom", ({ week, batch }) =>
        batch.orders
          .map(({ key, grams }) => {
            const order = week.orders.find((one) => one.key === key);
            return `${nameOfCanteen(order?.canteenName ?? null, locale)} ${formatKg(grams, locale)}`;
          })
          .join(", "),
      ),
    ];
  },
});

/** Orders of the week and what becomes of each. */
export const plannedOrders = rowTable({
  name: { fr: "Commandes de la semaine", en: "Orders of the week" },
  rows: (week: AnswerOf<"legumerie-plan-commandes">) => week.orders.map((order) => ({ week, order })),
  columns({ locale }) {
    const { text, day, kilos } = columnsIn(locale);
    return [
      day("Pour le", "For", ({ order }) => order.wantedOn),
      text("Cantine", "Canteen", ({ order }) => nameOfCanteen(order.canteenName, locale)),
      text("Produit", "Product", ({ week, order }) => productName(week, order.productId, locale)),
      text("Découpe", "Cut", ({ order }) => CUT_LABELS[order.cut][locale]),
      text("Bio seulement", "Organic only", ({ order }) => yesNo(order.organic, locale)),
      text("Chaque semaine", "Every week", ({ order }) => yesNo(order.weekly, locale)),
      kilos("À livrer", "To deliver", ({ order }) => order.grams),
      kilos("Du stock", "From stock", ({ order }) => order.stockGrams),
      text("Lots en stock", "Lots in stock", ({ week, order }) => picksText(week, order.picks, locale)),
      kilos("À transformer à temps", "To make in time", ({ order }) => order.onTimeGrams),
      kilos("En retard", "Late", ({ order }) => order.lateGrams),
      day("Prêt le", "Ready on", ({ order }) => order.lateOn),
      kilos("Au-delà de la capacité", "Beyond capacity", ({ order }) => order.overGrams),
      kilos("Il manque", "Missing", ({ order }) => order.missingGrams),
      text("Légume à acheter", "Vegetable to buy", ({ week, order }) =>
        order.toBuy === null ? null : productName(week, order.toBuy.rawProductId, locale),
      ),
      kilos("À acheter, brut", "To buy, gross", ({ order }) => order.toBuy?.grams ?? null),
      day("Au plus tard", "By", ({ order }) => order.toBuy?.neededOn ?? null),
      text("État", "State", ({ order }) => OUTCOMES[order.outcome][locale]),
      text("Raison", "Reason", ({ order }) => (order.reason === null ? null : REASONS[order.reason][locale])),
    ];
  },
});

function picksText(
  { outputs }: ReadWeek,
  picks: ReadWeek["orders"][number]["picks"],
  locale: Locale,
): string {
  return picks
    .map(({ stockId, grams }) => {
      const output = outputs.find(({ id }) => id === stockId);
      const underWay = { fr: "en cours", en: "under way" }[locale];
      return `${output === undefined ? underWay : outputCode(output)} ${formatKg(grams, locale)}`;
    })
    .join(", ");
}

function productName({ products }: ReadWeek, id: string, locale: Locale): string | null {
  const product = products.find((one) => one.id === id);
  return product === undefined ? null : nameIn(product, locale);
}

function nameOfCanteen(name: string | null, locale: Locale): string {
  return name ?? { fr: "cantine d'une autre organisation", en: "another organisation's canteen" }[locale];
}
