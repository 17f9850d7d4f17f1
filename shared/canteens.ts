import * as z from "zod/mini";
import { communeField, nameField, pointField, siretField } from "./fields.ts";
import type { Point } from "./geo/distance.ts";
import { isUai } from "./identifiers.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { Regime } from "./law/targets.ts";
import { REGIMES } from "./law/targets.ts";
import type { Translated } from "./locales.ts";

export const SECTORS = [
  "COLLEGE",
  "LYCEE",
  "ECOLE",
  "ADMINISTRATION",
  "SANTE",
  "MEDICO_SOCIAL",
  "CRECHE",
  "AUTRE",
] as const;
export type Sector = (typeof SECTORS)[number];

export const SECTOR_LABELS: Readonly<Record<Sector, Translated>> = {
  COLLEGE: { fr: "Collège", en: "Middle school" },
  LYCEE: { fr: "Lycée", en: "High school" },
  ECOLE: { fr: "École", en: "Primary school" },
  ADMINISTRATION: { fr: "Restaurant administratif", en: "Staff restaurant" },
  SANTE: { fr: "Santé", en: "Health care" },
  MEDICO_SOCIAL: { fr: "Médico-social", en: "Social care" },
  CRECHE: { fr: "Crèche", en: "Nursery" },
  AUTRE: { fr: "Autre", en: "Other" },
};

export interface Canteen {
  id: Id;
  organisationId: Id;
  name: string;
  /** 14 digits. */
  siret: string;
  /** Null: not a school. */
  uai: string | null;
  sector: Sector;
  /** Which legal targets it follows. */
  regime: Regime;
  /** INSEE code. */
  commune: string;
  /** SIREN of the EPCI; null: the commune is in none. */
  epci: string | null;
  departement: string;
  region: string;
  /** Own position; null: the commune's. */
  position: Point | null;
  /** The canteen that cooks for this one; null: cooks itself. */
  centralKitchenId: Id | null;
  /** Null: not known. */
  mealsPerYear: number | null;
  active: boolean;
}

export const canteenInputSchema = z.object({
  name: nameField,
  siret: siretField,
  uai: z.nullable(z.string().check(z.trim(), z.toUpperCase(), z.refine(isUai, "uai"))),
  sector: z.enum(SECTORS, "choice"),
  regime: z.enum(REGIMES, "choice"),
  commune: communeField,
  position: z.nullable(pointField),
  centralKitchenId: z.nullable(idSchema),
  mealsPerYear: z.nullable(z.int("range").check(z.gte(0, "range"), z.lte(100_000_000, "range"))),
  active: z.boolean(),
});
export type CanteenInput = z.infer<typeof canteenInputSchema>;

export const canteenSaveSchema = z.object({ id: idSchema, input: canteenInputSchema });
