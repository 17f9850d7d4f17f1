import type { Category } from "../categories.ts";
import type { Family } from "../families.ts";
import { FAMILIES } from "../families.ts";

/** Families a category may be claimed in; a category that is absent may be claimed anywhere. */
const POSSIBLE_FAMILIES: Partial<Record<Category, readonly Family[]>> = {
  LABEL_ROUGE: FAMILIES.filter((family) => family !== "BOISSONS"),
  PECHE_DURABLE: ["PRODUITS_DE_LA_MER"],
  FERMIER: ["VIANDES_VOLAILLES", "CHARCUTERIE", "PRODUITS_LAITIERS"],
};

/** Whether no product of that family can carry that category. @law guide-cnrc-2024-01 */
export function isImpossible(category: Category, family: Family): boolean {
  return POSSIBLE_FAMILIES[category]?.includes(family) === false;
}
