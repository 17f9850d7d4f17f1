import { searchKey } from "../normalise.ts";
import { isKnownSupplier } from "../table-mapping/mapping.ts";
import { wordKey } from "../table-mapping/supplier-names.ts";
import { TARGET_FIELDS } from "../table-mapping/targets.ts";
import type { Layout } from "./layout.ts";
import type { RefusedRow, RefusedTexts } from "./purchase-row.ts";
import { BOOLEAN_WORDS } from "./words.ts";

/** Refused rows whose texts are kept by field: more are not corrected one by one, they are in the file of refused rows. */
export const MOST_REFUSED_TEXTS = 5_000;

/** A row that was refused, with what each field says so that a person can correct it. */
export function refusedRow(
  row: number,
  { cells, raw }: { cells: readonly string[]; raw: readonly string[] },
  layout: Layout | null,
): RefusedRow {
  if (layout === null) return { row, cells: raw, texts: {}, supplierId: null };
  const texts: RefusedTexts = {};
  for (const field of TARGET_FIELDS) {
    const text = layout.at(cells, field);
    if (text !== "") texts[field] = text;
  }
  const marked = layout.marks.filter(
    ({ index }) => BOOLEAN_WORDS.get(searchKey(cells[index] ?? "")) === true,
  );
  if (marked.length > 0)
    texts.categories_egalim = [texts.categories_egalim ?? [], marked.map(({ category }) => category)]
      .flat()
      .join(",");
  const choice = layout.mapped?.suppliers.get(wordKey(texts.fournisseur ?? ""));
  if (choice === undefined) return { row, cells: raw, texts, supplierId: null };
  if (isKnownSupplier(choice)) return { row, cells: raw, texts, supplierId: choice.supplierId };
  return { row, cells: raw, texts: { ...texts, fournisseur: choice.name }, supplierId: null };
}
