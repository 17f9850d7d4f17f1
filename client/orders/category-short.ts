import type { LineCategory } from "../../shared/categories.ts";
import { CATEGORY_LABELS } from "../../shared/categories.ts";
import type { Locale, Translated } from "../../shared/locales.ts";

const SHORT: Readonly<Partial<Record<LineCategory, Translated>>> = {
  HVE: { fr: "HVE", en: "HVE" },
  RUP: { fr: "RUP", en: "RUP" },
  COMMERCE_EQUITABLE: { fr: "Équitable", en: "Fair trade" },
  EXTERNALITES: { fr: "Externalités", en: "Externalities" },
  PERFORMANCE: { fr: "Performance", en: "Performance" },
};

/** The category in the width of a cell. */
export function categoryShort(category: LineCategory, locale: Locale): string {
  return (SHORT[category] ?? CATEGORY_LABELS[category])[locale];
}
