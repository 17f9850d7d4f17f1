import * as z from "zod/mini";
import type { Category } from "./categories.ts";
import { CATEGORIES } from "./categories.ts";
import type { OrganicStage, Origin } from "./facts.ts";
import { ORGANIC_STAGES, ORIGINS } from "./facts.ts";
import type { Family } from "./families.ts";
import { FAMILIES } from "./families.ts";
import { communeField, nameField, searchField, shareBpField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { Translated } from "./locales.ts";
import type { Unit } from "./quantity.ts";
import { UNITS } from "./quantity.ts";

export const ORGANIC_STAGE_LABELS: Readonly<Record<OrganicStage, Translated>> = {
  AB: { fr: "Bio certifié", en: "Certified organic" },
  C1: { fr: "Conversion, 1re année", en: "Conversion, 1st year" },
  C2: { fr: "Conversion, 2e année", en: "Conversion, 2nd year" },
  C3: { fr: "Conversion, 3e année", en: "Conversion, 3rd year" },
};

export const ORIGIN_LABELS: Readonly<Record<Origin, Translated>> = {
  FRANCE: { fr: "France", en: "France" },
  EUROPE: { fr: "Europe", en: "Europe" },
};

/** An article of a supplier: what a line is filled with when it is chosen. It has no price: prices are canteens'. */
export interface Offer {
  id: Id;
  supplierId: Id;
  /** Null: not linked to a product yet; the article is then in no comparison. */
  productId: Id | null;
  /** The supplier's own item number. */
  code: string | null;
  name: string;
  /** Null: not food. */
  family: Family | null;
  unit: Unit;
  /** Net grams of one unit; null: not known (kg and g need none). */
  packGrams: number | null;
  vatBp: number;
  claims: Category[];
  /** Null: nothing said; with a BIO claim that means AB. */
  organicStage: OrganicStage | null;
  /** Basis points; null: not known. */
  certifiedShareBp: number | null;
  /** Who grew or made it; null: not named. */
  producerId: Id | null;
  /** INSEE codes of production; empty: not known. */
  originCommunes: string[];
  /** Null: not said. */
  origin: Origin | null;
  /** Owners between producer and canteen; null: not known. */
  intermediaries: number | null;
  active: boolean;
}

export const offerInputSchema = z.object({
  productId: z.nullable(idSchema),
  code: z.nullable(z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(60, "too-long"))),
  name: nameField,
  family: z.nullable(z.enum(FAMILIES, "choice")),
  unit: z.enum(UNITS, "choice"),
  packGrams: z.nullable(z.int("range").check(z.gte(1, "range"), z.lte(10_000_000, "range"))),
  vatBp: shareBpField,
  claims: z.array(z.enum(CATEGORIES, "choice")).check(z.maxLength(CATEGORIES.length)),
  organicStage: z.nullable(z.enum(ORGANIC_STAGES, "choice")),
  certifiedShareBp: z.nullable(shareBpField),
  producerId: z.nullable(idSchema),
  originCommunes: z.array(communeField).check(z.maxLength(50)),
  origin: z.nullable(z.enum(ORIGINS, "choice")),
  intermediaries: z.nullable(z.int("range").check(z.gte(0, "range"), z.lte(20, "range"))),
  active: z.boolean(),
});
export type OfferInput = z.infer<typeof offerInputSchema>;

export const offerSaveSchema = z.object({ id: idSchema, supplierId: idSchema, input: offerInputSchema });

/** Articles of one supplier whose name or number holds the words; empty: all in use. */
export const offerSearchSchema = z.object({ supplierId: idSchema, search: z._default(searchField, "") });
