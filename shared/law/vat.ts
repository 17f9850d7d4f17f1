import type { Translated } from "../locales.ts";
import type { LawId } from "./sources.ts";

/** One VAT rate a food invoice may carry. */
export interface VatRate {
  /** Basis points: 550 is 5,5 %. */
  bp: number;
  law: LawId;
  use: Translated;
}

/** Basis points; the usual rate of food, offered for a new product or article. @law cgi-278-0-bis */
export const FOOD_VAT_BP = 550;

/** Rates met on food invoices. The rate is kept on the line, never derived from the family. */
export const VAT_RATES: readonly VatRate[] = [
  { bp: FOOD_VAT_BP, law: "cgi-278-0-bis", use: { fr: "Denrées alimentaires", en: "Food" } },
  { bp: 1000, law: "cgi-279", use: { fr: "Consommation immédiate", en: "Immediate consumption" } },
  {
    bp: 2000,
    law: "cgi-278",
    use: {
      fr: "Confiserie, chocolats composés, margarine et graisses végétales, caviar, alcool",
      en: "Confectionery, chocolate composites, margarine and vegetable fats, caviar, alcohol",
    },
  },
];
