import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import type { ShownPartName } from "../../shared/indicators/change-parts.ts";
import type { Basis } from "../../shared/indicators/indicators.ts";
import type { Locale, Translated } from "../../shared/locales.ts";
import type { ChangeRow, ShownRateChange } from "../../shared/rate-changes.ts";
import type { RateChangeAnswer } from "../actions/read-rate-change.ts";
import { amountColumn, text } from "./figure-tables.ts";
import type { Table, TableValue } from "./table.ts";

const PARTS: Record<ShownPartName, Translated> = {
  volume: { fr: "Quantités achetées", en: "Quantities bought" },
  mix: { fr: "Choix des produits", en: "Choice of products" },
  price: { fr: "Prix", en: "Price" },
  plain: { fr: "Achats sans poids connu", en: "Purchases without a known weight" },
  proof: { fr: "Justificatifs", en: "Proofs" },
  definition: { fr: "Définition de « local »", en: "Definition of “local”" },
  law: { fr: "Règles de droit", en: "Rules of the law" },
};

const MILLI_IN_TENTH = 100;

interface ChangeTableAsked {
  basis: Basis;
  locale: Locale;
}

/** The two rates with their numerators and denominators, and the parts that lead from one to the other. */
export function partsTable({ change }: RateChangeAnswer, { basis, locale }: ChangeTableAsked): Table {
  const fr = locale === "fr";
  return {
    name: fr ? "Parts du changement" : "Parts of the change",
    columns: [
      text(fr ? "Étape" : "Step"),
      { title: fr ? "Effet (points)" : "Effect (points)", kind: "milliPoints" },
      amountColumn(fr ? "Numérateur" : "Numerator", basis, locale),
      amountColumn(fr ? "Dénominateur" : "Denominator", basis, locale),
      { title: fr ? "Taux (%)" : "Rate (%)", kind: "ratio" },
    ],
    rows: change === null ? [] : partRows(change, locale),
  };
}

function partRows(change: ShownRateChange, locale: Locale): TableValue[][] {
  const end = (name: string, ratio: ShownRateChange["before"]): TableValue[] => [
    name,
    null,
    ratio.numerator,
    ratio.denominator,
    ratio,
  ];
  return [
    end(locale === "fr" ? "Avant" : "Before", change.before),
    ...change.parts.map(({ part, tenths }): TableValue[] => [
      PARTS[part][locale],
      tenths * MILLI_IN_TENTH,
      null,
      null,
      null,
    ]),
    end(locale === "fr" ? "Maintenant" : "Now", change.now),
  ];
}

/** What moved most in each part, with its amounts and weights in both periods. */
export function movedTable(
  { change, canteens, suppliers }: RateChangeAnswer,
  { basis, locale }: ChangeTableAsked,
): Table {
  const fr = locale === "fr";
  const [before, now] = fr ? ["avant", "maintenant"] : ["before", "now"];
  const nameIn = (known: readonly { id: string; name: string }[], id: string | null): string | null =>
    known.find((one) => one.id === id)?.name ?? null;
  const twice = (row: ChangeRow): TableValue[] => [
    ...row.units,
    ...row.strict,
    ...row.grams,
    row.effectMilli,
  ];
  const bought = fr ? "Achats" : "Purchases";
  const proven = fr ? "Confirmé" : "Confirmed";
  return {
    name: fr ? "Ce qui a compté" : "What counted",
    columns: [
      text("Part"),
      text(fr ? "Cantine" : "Canteen"),
      text(fr ? "Fournisseur" : "Supplier"),
      text(fr ? "Famille" : "Family"),
      amountColumn(`${bought}, ${before}`, basis, locale),
      amountColumn(`${bought}, ${now}`, basis, locale),
      amountColumn(`${proven}, ${before}`, basis, locale),
      amountColumn(`${proven}, ${now}`, basis, locale),
      { title: `${fr ? "Poids" : "Weight"}, ${before} (kg)`, kind: "grams" },
      { title: `${fr ? "Poids" : "Weight"}, ${now} (kg)`, kind: "grams" },
      { title: fr ? "Effet (points)" : "Effect (points)", kind: "milliPoints" },
    ],
    rows: (change?.parts ?? []).flatMap(({ part, rows }) =>
      rows.map((row) => [
        PARTS[part][locale],
        nameIn(canteens, row.canteenId),
        nameIn(suppliers, row.supplierId),
        row.family === null ? null : FAMILY_SHORT_LABELS[row.family][locale],
        ...twice(row),
      ]),
    ),
  };
}
