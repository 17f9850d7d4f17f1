import type { FigureLine } from "../../db/queries/lines.ts";
import { CATEGORY_LABELS } from "../../shared/categories.ts";
import { LINE_STATUS_LABELS } from "../../shared/drill-down.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import type { Locale } from "../../shared/locales.ts";
import { LINE_FACTS } from "../../shared/moves.ts";
import { amountColumn, text } from "./figure-tables.ts";
import type { Table } from "./table.ts";

/** The lines behind a figure, with what each counts for. */
export function lineTable(
  lines: readonly FigureLine[],
  { canteens, locale }: { canteens: readonly { id: string; name: string }[]; locale: Locale },
): Table {
  const fr = locale === "fr";
  const names = new Map(canteens.map(({ id, name }) => [id, name]));
  const facts = fr
    ? { organic: "Bio", quality: "Signe de qualité", short: "Circuit court", local: "Local" }
    : { organic: "Organic", quality: "Quality mark", short: "Short circuit", local: "Local" };
  return {
    name: fr ? "Lignes" : "Lines",
    columns: [
      { title: fr ? "Date" : "Date", kind: "day" },
      text(fr ? "Cantine" : "Canteen"),
      text(fr ? "Fournisseur" : "Supplier"),
      text(fr ? "Désignation" : "Description"),
      text(fr ? "Famille" : "Family"),
      amountColumn(fr ? "Montant" : "Amount", "value", locale),
      { title: fr ? "Poids (kg)" : "Weight (kg)", kind: "grams" },
      text(fr ? "Compté en" : "Counted as"),
      ...LINE_FACTS.map((fact) => text(facts[fact])),
    ],
    rows: lines.map((line) => [
      line.date,
      names.get(line.canteenId) ?? null,
      line.supplierName,
      line.description,
      FAMILY_SHORT_LABELS[line.family][locale],
      line.amountCents,
      line.weightGrams,
      CATEGORY_LABELS[line.verdict.strictCategory][locale],
      ...LINE_FACTS.map((fact) => LINE_STATUS_LABELS[line.verdict[fact].status][locale]),
    ]),
  };
}
