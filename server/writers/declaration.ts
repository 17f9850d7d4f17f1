import type { Locale } from "../../shared/locales.ts";
import type { YearlyAmounts } from "../../shared/yearly-form/amounts.ts";
import { amountLabel } from "../../shared/yearly-form/labels.ts";
import { csvRow, eurosCell, SEPARATORS } from "./csv.ts";

const TITLES: Readonly<Record<Locale, readonly string[]>> = {
  fr: ["champ", "montant", "à déclarer (€ HT)", "dont prouvé (€ HT)"],
  en: ["field", "amount", "to declare (€ excl. VAT)", "of which proven (€ excl. VAT)"],
};

/** The amounts of a year's declaration, as a spreadsheet set to the language opens them. */
export function writeDeclaration(
  amounts: YearlyAmounts,
  { year, locale }: { year: number; locale: Locale },
): string {
  const separator = SEPARATORS[locale];
  const rows = Object.entries(amounts.declared).map(([name, cents]) =>
    csvRow(
      [
        name,
        amountLabel(name, { year, locale }),
        eurosCell(cents, locale),
        eurosCell(amounts.strict[name] ?? 0, locale),
      ],
      separator,
    ),
  );
  // The mark makes Excel read UTF-8.
  return `\uFEFF${csvRow(TITLES[locale], separator)}${rows.join("")}`;
}
