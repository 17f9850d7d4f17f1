import { centsPerKg } from "../../shared/comparison.ts";
import { edibleGap } from "../../shared/legumerie/edible-prices.ts";
import { CUT_LABELS } from "../../shared/legumerie.ts";
import type { AnswerOf } from "./page-table.ts";
import { columnsIn, nameIn, rowTable } from "./page-table.ts";

/** Prices of a kilo as sold and as eaten, beside raw and frozen. */
export const ediblePrices = rowTable({
  name: { fr: "Prix du kilo comestible", en: "Price per edible kilo" },
  rows: (answer: AnswerOf<"legumerie-prix">) => answer,
  columns({ locale }) {
    const { text, euros } = columnsIn(locale);
    return [
      text("Produit", "Product", ({ sold }) => nameIn(sold, locale)),
      text("Découpe", "Cut", ({ cut }) => CUT_LABELS[cut][locale]),
      euros("Vendu, le kilo", "Sold, a kilo", ({ sold }) => centsPerKg(sold.price)),
      euros(
        "Vendu, le kilo comestible",
        "Sold, an edible kilo",
        ({ sold }) => sold.edible?.centsPerKg ?? null,
      ),
      euros("Brut, le kilo", "Raw, a kilo", ({ others: { RAW } }) => RAW.side && centsPerKg(RAW.side.price)),
      euros(
        "Brut, le kilo comestible",
        "Raw, an edible kilo",
        ({ others: { RAW } }) => RAW.side?.edible?.centsPerKg ?? null,
      ),
      euros(
        "Surgelé, le kilo comestible",
        "Frozen, an edible kilo",
        ({ others: { FROZEN } }) => FROZEN.side?.edible?.centsPerKg ?? null,
      ),
      euros("Écart avec le brut", "Beside raw", (row) => edibleGap(row, "RAW")),
      euros("Écart avec le surgelé", "Beside frozen", (row) => edibleGap(row, "FROZEN")),
    ];
  },
});
