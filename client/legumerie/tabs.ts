import type { Right } from "../../shared/permissions.ts";

/** Parts of the page, in their order. */
export const TABS = [
  "chiffres",
  "indicateurs",
  "receptions",
  "transformations",
  "produits",
  "commandes",
  "semaine",
  "livraisons",
  "stock",
  "heures",
  "scenario",
  "tracabilite",
  "commander",
] as const;
export type Tab = (typeof TABS)[number];

/** What each part needs; the last is a canteen's. */
export const TAB_RIGHTS: Readonly<Record<Tab, Right>> = {
  chiffres: "legumerie.read",
  indicateurs: "legumerie.read",
  receptions: "legumerie.read",
  transformations: "legumerie.read",
  produits: "legumerie.read",
  commandes: "legumerie.read",
  semaine: "legumerie.read",
  livraisons: "legumerie.read",
  stock: "legumerie.read",
  heures: "legumerie.read",
  scenario: "legumerie.read",
  tracabilite: "legumerie.read",
  commander: "orders.draft",
};

/** The part the address names, else the first one open. */
export function tabOf(onglet: string | undefined, open: readonly Tab[]): Tab {
  return open.find((tab) => tab === onglet) ?? open[0] ?? "chiffres";
}
