import * as z from "zod/mini";
import type { Composition, FarmKind } from "./facts.ts";
import { COMPOSITIONS, FARM_KINDS } from "./facts.ts";
import type { Family } from "./families.ts";
import { FAMILIES } from "./families.ts";
import { nameField, pageField, searchField, shareBpField } from "./fields.ts";
import type { Gamme } from "./gammes.ts";
import { GAMMES } from "./gammes.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { HomogeneousFamilyCode } from "./law/homogeneous-families.ts";
import { HOMOGENEOUS_FAMILIES } from "./law/homogeneous-families.ts";
import type { Translated } from "./locales.ts";
import type { Unit } from "./quantity.ts";
import { UNITS } from "./quantity.ts";

export const COMPOSITION_LABELS: Readonly<Record<Composition, Translated>> = {
  RAW: { fr: "Brut", en: "Raw" },
  SINGLE: { fr: "Transformé, un seul ingrédient", en: "Processed, one ingredient" },
  PROCESSED: { fr: "Transformé, plusieurs ingrédients", en: "Processed, several ingredients" },
};

export const FARM_KIND_LABELS: Readonly<Record<FarmKind, Translated>> = {
  CHEESE: { fr: "Fromage", en: "Cheese" },
  EGGS: { fr: "Œufs", en: "Eggs" },
  POULTRY: { fr: "Volaille", en: "Poultry" },
  BEEF: { fr: "Bœuf", en: "Beef" },
  PORK: { fr: "Porc", en: "Pork" },
};

/** What is bought, whoever sells it: the line of a comparison. */
export interface Product {
  id: Id;
  name: string;
  nameEn: string;
  /** Null: not food. */
  family: Family | null;
  homogeneousFamily: HomogeneousFamilyCode | null;
  /** Null: not known. */
  composition: Composition | null;
  /** Null: not known. */
  plant: boolean | null;
  /** Null: « fermier » cannot be said of it. */
  farmKind: FarmKind | null;
  /** Usual unit. */
  unit: Unit;
  /** Grams of one piece; null: not sold by the piece. */
  pieceGrams: number | null;
  /** Usual VAT rate, basis points. */
  vatBp: number;
  /** Share lost when it is prepared, basis points; null: no reference. */
  refuseBp: number | null;
  /** How it comes to the kitchen; null: not said. */
  gamme: Gamme | null;
  /** The product it is another form of; null: none. */
  baseProductId: Id | null;
  /** Grams on a diner's plate; null: not said. */
  portionGrams: number | null;
  /** Months (1 to 12) in season; empty: all year, or not known. */
  season: number[];
  active: boolean;
}

export const HOMOGENEOUS_FAMILY_CODES = HOMOGENEOUS_FAMILIES.map((family) => family.code);

export const productInputSchema = z.object({
  name: nameField,
  nameEn: z.string().check(z.trim(), z.maxLength(200, "too-long")),
  family: z.nullable(z.enum(FAMILIES, "choice")),
  homogeneousFamily: z.nullable(z.enum(HOMOGENEOUS_FAMILY_CODES, "choice")),
  composition: z.nullable(z.enum(COMPOSITIONS, "choice")),
  plant: z.nullable(z.boolean()),
  farmKind: z.nullable(z.enum(FARM_KINDS, "choice")),
  unit: z.enum(UNITS, "choice"),
  pieceGrams: z.nullable(z.int("range").check(z.gte(1, "range"), z.lte(1_000_000, "range"))),
  vatBp: shareBpField,
  refuseBp: z.nullable(shareBpField),
  gamme: z._default(z.nullable(z.enum(GAMMES, "choice")), null),
  baseProductId: z._default(z.nullable(idSchema), null),
  portionGrams: z._default(z.nullable(z.int("range").check(z.gte(1, "range"), z.lte(2_000, "range"))), null),
  season: z._default(z.array(z.int().check(z.gte(1), z.lte(12))).check(z.maxLength(12)), []),
  active: z.boolean(),
});
export type ProductInput = z.infer<typeof productInputSchema>;

export const productSaveSchema = z.object({ id: idSchema, input: productInputSchema });

export const productListSchema = z.object({
  search: z._default(searchField, ""),
  family: z._default(z.nullable(z.enum(FAMILIES)), null),
  /** False: only those still in use. */
  inactive: z._default(z.boolean(), false),
  page: z._default(pageField, 1),
});
export type ProductListFilters = z.infer<typeof productListSchema>;

/** One row of the list of products. */
export interface ProductSummary extends Product {
  /** Suppliers with an article in use for it. */
  suppliers: number;
}
