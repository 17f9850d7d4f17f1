import type { Family } from "../families.ts";

/**
 * Grams on the plate of a middle-school pupil by family, offered where a product says none: to confirm and to edit.
 * After the order of size of the recommendation's tables for teenagers. @law gemrcn-2015
 */
export const USUAL_PORTION_GRAMS: Readonly<Record<Family, number>> = {
  VIANDES_VOLAILLES: 110,
  CHARCUTERIE: 50,
  PRODUITS_DE_LA_MER: 110,
  FRUITS_ET_LEGUMES: 150,
  PRODUITS_LAITIERS: 100,
  BOULANGERIE: 60,
  BOISSONS: 200,
  AUTRES: 100,
};
