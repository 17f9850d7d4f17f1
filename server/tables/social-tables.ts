import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import type { Basis } from "../../shared/indicators/indicators.ts";
import type { GroupShares } from "../../shared/indicators/social.ts";
import {
  GROUP_INDICATORS,
  SOCIAL_INDICATOR_LABELS,
  SOCIAL_INDICATORS,
} from "../../shared/indicators/social.ts";
import { hoursPerThousandEuros, hoursPerTonne, insertionByKind } from "../../shared/insertion-dividend.ts";
import { SOCIAL_STATUS_LABELS } from "../../shared/social-statuses.ts";
import type { AnswerOf, Columns, RowColumn } from "./page-table.ts";
import { columnsIn, rowTable } from "./page-table.ts";

/** Every indicator, both ends. */
export const socialFigures = rowTable({
  name: { fr: "Économie sociale", en: "Social economy" },
  rows: ({ shares }: AnswerOf<"economie-sociale-cantine">) =>
    SOCIAL_INDICATORS.map((indicator) => ({ indicator, ...shares[indicator] })),
  columns({ locale }, { basis }) {
    const columns = columnsIn(locale);
    const amount = amountColumn(columns, basis);
    return [
      columns.text("Indicateur", "Indicator", ({ indicator }) => SOCIAL_INDICATOR_LABELS[indicator][locale]),
      columns.ratio("Part confirmée", "Confirmed share", ({ strict }) => strict),
      columns.ratio("Part confirmée ou déclarée", "Confirmed or declared share", ({ declared }) => declared),
      amount("Confirmé", "Confirmed", ({ strict }) => strict.numerator),
      amount("Confirmé ou déclaré", "Confirmed or declared", ({ declared }) => declared.numerator),
      amount("Tous les achats", "All purchases", ({ declared }) => declared.denominator),
    ];
  },
});

/** The same by canteen. */
export const socialCanteens = rowTable({
  name: { fr: "Économie sociale par cantine", en: "Social economy by canteen" },
  rows: ({ byCanteen }: AnswerOf<"economie-sociale-cantines">) => byCanteen,
  columns({ locale }, { basis }) {
    const columns = columnsIn(locale);
    return [columns.text("Cantine", "Canteen", ({ name }) => name), ...shareColumns(columns, basis, locale)];
  },
});

/** The same by family of products. */
export const socialFamilies = rowTable({
  name: { fr: "Économie sociale par famille", en: "Social economy by family" },
  rows: ({ byFamily }: AnswerOf<"economie-sociale-familles">) => byFamily,
  columns({ locale }, { basis }) {
    const columns = columnsIn(locale);
    return [
      columns.text("Famille", "Family", ({ key }) => FAMILY_SHORT_LABELS[key][locale]),
      ...shareColumns(columns, basis, locale),
    ];
  },
});

/** The same by month. */
export const socialMonths = rowTable({
  name: { fr: "Économie sociale par mois", en: "Social economy by month" },
  rows: ({ byMonth }: AnswerOf<"economie-sociale-mois">) => byMonth,
  columns({ locale }, { basis }) {
    const columns = columnsIn(locale);
    return [columns.text("Mois", "Month", ({ key }) => key), ...shareColumns(columns, basis, locale)];
  },
});

/** Hours of insertion that each canteen's purchases from workshops and under social clauses stand for. */
export const insertionHours = rowTable({
  name: { fr: "Heures d'insertion par cantine", en: "Insertion hours by canteen" },
  rows: ({ byCanteen, insertion }: AnswerOf<"insertion-territoire">) =>
    byCanteen.flatMap(({ key, name }) => {
      const parts = [insertion.workshops.byCanteen[key], insertion.clauses.byCanteen[key]] as const;
      return parts.every((part) => part === undefined) ? [] : [{ name, ...insertionByKind(...parts) }];
    }),
  columns({ locale }) {
    const { text, milli, kilos, euros } = columnsIn(locale);
    return [
      text("Cantine", "Canteen", ({ name }) => name),
      milli("Heures des légumeries", "Hours of workshops", ({ workshops }) => workshops.hoursE2 * 10),
      milli("Heures des clauses", "Hours of clauses", ({ clauses }) => clauses.hoursE2 * 10),
      milli("Heures d'insertion", "Insertion hours", ({ both }) => both.hoursE2 * 10),
      kilos("Acheté là", "Bought there", ({ both }) => both.grams),
      milli("Heures par tonne", "Hours a tonne", ({ both }) => thousandths(hoursPerTonne(both))),
      euros("Dépensé là", "Spent there", ({ both }) => both.amountCents),
      milli("Heures pour 1 000 €", "Hours for €1,000", ({ both }) =>
        thousandths(hoursPerThousandEuros(both)),
      ),
    ];
  },
});

/** The same by supplier that is something. */
export const socialSuppliers = rowTable({
  name: { fr: "Économie sociale par fournisseur", en: "Social economy by supplier" },
  rows: ({ bySupplier }: AnswerOf<"economie-sociale-fournisseurs">) => bySupplier,
  columns({ locale }, { basis }) {
    const columns = columnsIn(locale);
    return [
      columns.text("Fournisseur", "Supplier", ({ name }) => name),
      columns.text("Statuts en fin de période", "Statuses at the end of the period", ({ statuses }) =>
        statuses.map((status) => SOCIAL_STATUS_LABELS[status][locale]).join(", "),
      ),
      ...shareColumns(columns, basis, locale),
    ];
  },
});

function shareColumns(
  columns: Columns,
  basis: Basis,
  locale: "fr" | "en",
): RowColumn<{ shares: GroupShares }>[] {
  const amount = amountColumn(columns, basis);
  return [
    amount("Tous les achats", "All purchases", ({ shares }) => shares.SOCIAL.declared.denominator),
    ...GROUP_INDICATORS.flatMap((indicator) => {
      const { fr, en } = SOCIAL_INDICATOR_LABELS[indicator];
      const words = locale === "fr" ? "confirmé ou déclaré" : "confirmed or declared";
      return [
        amount<{ shares: GroupShares }>(
          `${fr}, confirmé`,
          `${en}, confirmed`,
          ({ shares }) => shares[indicator].strict.numerator,
        ),
        amount<{ shares: GroupShares }>(
          `${fr}, ${words}`,
          `${en}, ${words}`,
          ({ shares }) => shares[indicator].declared.numerator,
        ),
      ];
    }),
  ];
}

/** Euros or kilos, as the page shows. */
function amountColumn({ euros, kilos }: Columns, basis: Basis): Columns["euros"] {
  return basis === "value" ? euros : kilos;
}

/** Thousandths of a ratio; null over nothing. */
function thousandths({ numerator, denominator }: { numerator: number; denominator: number }): number | null {
  return denominator === 0 ? null : Math.round((1000 * numerator) / denominator);
}
