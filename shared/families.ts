/** The State's eight product families (form « ma-cantine »), in the order of its detailed form. */
export const FAMILIES = [
  "VIANDES_VOLAILLES",
  "CHARCUTERIE",
  "PRODUITS_DE_LA_MER",
  "FRUITS_ET_LEGUMES",
  "PRODUITS_LAITIERS",
  "BOULANGERIE",
  "BOISSONS",
  "AUTRES",
] as const;

export type Family = (typeof FAMILIES)[number];

/** Labels as the State prints them (fr), and their translation. */
export const FAMILY_LABELS: Record<Family, { fr: string; en: string }> = {
  VIANDES_VOLAILLES: {
    fr: "Viandes et volailles fraîches et surgelées",
    en: "Meat and poultry, fresh and frozen",
  },
  CHARCUTERIE: { fr: "Charcuterie", en: "Cured and cooked meats" },
  PRODUITS_DE_LA_MER: {
    fr: "Poissons, produits de la mer et de l'aquaculture",
    en: "Fish, sea and aquaculture products",
  },
  FRUITS_ET_LEGUMES: {
    fr: "Fruits et légumes frais et surgelés",
    en: "Fruit and vegetables, fresh and frozen",
  },
  PRODUITS_LAITIERS: { fr: "BOF (Produits laitiers, beurre et œufs)", en: "Dairy products, butter and eggs" },
  BOULANGERIE: {
    fr: "Boulangerie/Pâtisserie fraîches et surgelées",
    en: "Bread and pastry, fresh and frozen",
  },
  BOISSONS: { fr: "Boissons", en: "Drinks" },
  AUTRES: {
    fr: "Autres produits frais, surgelés et d'épicerie",
    en: "Other fresh, frozen and grocery products",
  },
};

/** Short labels for tables, charts and the entry grid. */
export const FAMILY_SHORT_LABELS: Record<Family, { fr: string; en: string }> = {
  VIANDES_VOLAILLES: { fr: "Viandes et volailles", en: "Meat and poultry" },
  CHARCUTERIE: { fr: "Charcuterie", en: "Cured meats" },
  PRODUITS_DE_LA_MER: { fr: "Produits de la mer", en: "Sea products" },
  FRUITS_ET_LEGUMES: { fr: "Fruits et légumes", en: "Fruit and vegetables" },
  PRODUITS_LAITIERS: { fr: "Produits laitiers et œufs", en: "Dairy and eggs" },
  BOULANGERIE: { fr: "Boulangerie", en: "Bakery" },
  BOISSONS: { fr: "Boissons", en: "Drinks" },
  AUTRES: { fr: "Épicerie et autres", en: "Groceries and other" },
};
