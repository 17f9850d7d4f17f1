import type { KiloPrice } from "../comparison.ts";
import type { EdiblePrice } from "../edible.ts";
import { ediblePrice, edibleYield } from "../edible.ts";
import type { Gamme } from "../gammes.ts";
import type { Id } from "../ids.ts";
import type { Cut } from "../legumerie.ts";

/** Bought raw, or frozen: what a canteen has the choice of beside the workshop's. */
export const OTHER_FORMS = ["RAW", "FROZEN"] as const;
export type OtherForm = (typeof OTHER_FORMS)[number];

/** A mean price is told of at least so many canteens and suppliers: nobody's own price can be read in it. */
export const MEAN_PRICE_CANTEENS = 5;
export const MEAN_PRICE_SUPPLIERS = 2;

/** What the workshop sold of one product and cut: HT cents and grams kept. */
export interface SoldForm extends KiloPrice {
  productId: Id;
  /** The raw product it stands for, or itself. */
  rawId: Id;
  name: string;
  nameEn: string;
  cut: Cut;
}

/** What canteens bought elsewhere of the same vegetable in another form. */
export interface BoughtForm extends KiloPrice {
  rawId: Id;
  form: OtherForm;
  /** Of one of its products. */
  name: string;
  nameEn: string;
  refuseBp: number | null;
  canteens: number;
  suppliers: number;
}

/** A price for a kilo as bought, and for a kilo that is eaten. */
export interface PriceSide {
  price: KiloPrice;
  /** Null: the yield is not known. */
  edible: EdiblePrice | null;
  name: string;
  nameEn: string;
}

export type OtherSide =
  | { side: PriceSide; why: null }
  /** NOT_BOUGHT: nobody bought it; TOO_FEW: by too few canteens or of too few suppliers to be told. */
  | { side: null; why: "NOT_BOUGHT" | "TOO_FEW" };

/** One product and cut of the workshop beside its raw and frozen equivalents. */
export interface EdibleComparison {
  productId: Id;
  cut: Cut;
  sold: PriceSide;
  others: Readonly<Record<OtherForm, OtherSide>>;
}

/** The heaviest sold first. */
export function edibleComparisons(
  sold: readonly SoldForm[],
  bought: readonly BoughtForm[],
): EdibleComparison[] {
  return sold
    .filter(({ weightGrams, amountCents }) => weightGrams > 0 && amountCents > 0)
    .toSorted((a, b) => b.weightGrams - a.weightGrams || (a.productId < b.productId ? -1 : 1))
    .map((form) => ({
      productId: form.productId,
      cut: form.cut,
      // Peeled and cut: it is eaten whole, whatever the sheet of the product says of the raw one.
      sold: sideOf({ ...form, refuseBp: null }, "READY"),
      others: { RAW: otherOf(form.rawId, "RAW", bought), FROZEN: otherOf(form.rawId, "FROZEN", bought) },
    }));
}

/** Cents a kilo eaten that the workshop's costs more (or less, negative) than the other; null: one is not known. */
export function edibleGap({ sold, others }: EdibleComparison, form: OtherForm): number | null {
  const other = others[form].side?.edible;
  if (sold.edible === null || other == null) return null;
  return sold.edible.centsPerKg - other.centsPerKg;
}

function otherOf(rawId: Id, form: OtherForm, bought: readonly BoughtForm[]): OtherSide {
  const found = bought.find((one) => one.rawId === rawId && one.form === form);
  if (found === undefined || found.weightGrams <= 0) return { side: null, why: "NOT_BOUGHT" };
  if (found.canteens < MEAN_PRICE_CANTEENS || found.suppliers < MEAN_PRICE_SUPPLIERS)
    return { side: null, why: "TOO_FEW" };
  return { side: sideOf(found, form === "RAW" ? "FRESH" : "FROZEN"), why: null };
}

function sideOf(
  {
    amountCents,
    weightGrams,
    refuseBp,
    name,
    nameEn,
  }: Pick<BoughtForm, "amountCents" | "weightGrams" | "refuseBp" | "name" | "nameEn">,
  gamme: Gamme,
): PriceSide {
  const price = { amountCents, weightGrams };
  return { price, edible: ediblePrice(price, edibleYield({ gamme, refuseBp })), name, nameEn };
}
