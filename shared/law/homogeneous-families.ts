/** A homogeneous family: purchases added up together against a procurement threshold. */
export interface HomogeneousFamily {
  code: string;
  fr: string;
  en: string;
}

/** Food families of procurement, in the order of their codes. @law commande-publique-R2121-6 */
export const HOMOGENEOUS_FAMILIES = [
  { code: "10.01", fr: "Viandes surgelées", en: "Frozen meat" },
  { code: "10.02", fr: "Produits de la mer surgelés", en: "Frozen sea products" },
  {
    code: "10.03",
    fr: "Fruits, légumes et pommes de terre surgelés",
    en: "Frozen fruit, vegetables and potatoes",
  },
  { code: "10.04", fr: "Préparations composées surgelées", en: "Frozen composite products" },
  { code: "10.05", fr: "Préparations composées réfrigérées", en: "Chilled composite products" },
  {
    code: "10.06",
    fr: "Pains, pâtisseries et ovoproduits surgelés",
    en: "Frozen bread, pastry and egg products",
  },
  { code: "10.07", fr: "Viandes et charcuterie", en: "Meat and charcuterie" },
  { code: "10.08", fr: "Produits de la mer et d'eau douce", en: "Sea and fresh-water products" },
  {
    code: "10.09",
    fr: "Fruits et légumes préparés réfrigérés",
    en: "Chilled prepared fruit and vegetables",
  },
  {
    code: "10.10",
    fr: "Fruits, légumes et pommes de terre frais",
    en: "Fresh fruit, vegetables and potatoes",
  },
  { code: "10.11", fr: "Boissons", en: "Drinks" },
  { code: "10.12", fr: "Produits laitiers et avicoles", en: "Dairy and poultry-farm products" },
  { code: "10.13", fr: "Pains et pâtisseries", en: "Bread and pastry" },
  { code: "10.14", fr: "Épicerie", en: "Groceries" },
  { code: "10.15", fr: "Produits infantiles et diététiques", en: "Infant and dietary products" },
] as const satisfies readonly HomogeneousFamily[];

export type HomogeneousFamilyCode = (typeof HOMOGENEOUS_FAMILIES)[number]["code"];
