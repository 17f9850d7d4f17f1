/** Parts of the page, in their order. */
export const TABS = [
  "chiffres",
  "receptions",
  "transformations",
  "produits",
  "livraisons",
  "tracabilite",
] as const;
export type Tab = (typeof TABS)[number];

/** The page's state, as the address says it. */
export interface LegumerieSearch {
  /** Workshop (supplier id); absent: the first. */
  atelier?: string;
  onglet?: Tab;
  annee?: number;
  page?: number;
  /** Received lot to follow. */
  lot?: string;
  /** Finished product to trace back. */
  produit?: string;
}

export function validateLegumerieSearch(search: Record<string, unknown>): LegumerieSearch {
  const onglet = TABS.find((tab) => tab === search.onglet);
  const { annee } = search;
  return {
    ...textOf("atelier", search.atelier),
    ...(onglet === undefined ? {} : { onglet }),
    ...(typeof annee === "number" && Number.isInteger(annee) && annee >= 2000 && annee <= 2100
      ? { annee }
      : {}),
    ...pageOf("page", search.page),
    ...textOf("lot", search.lot),
    ...textOf("produit", search.produit),
  };
}

function textOf<Key extends string>(key: Key, value: unknown): Partial<Record<Key, string>> {
  return typeof value === "string" && value !== "" ? ({ [key]: value } as Record<Key, string>) : {};
}

function pageOf<Key extends string>(key: Key, value: unknown): Partial<Record<Key, number>> {
  const isPage = typeof value === "number" && Number.isInteger(value) && value > 1;
  return isPage ? ({ [key]: value } as Record<Key, number>) : {};
}
