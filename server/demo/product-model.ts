import type { Composition } from "../../shared/facts.ts";
import { COMPOSITIONS, FARM_KINDS } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Gamme } from "../../shared/gammes.ts";
import type { HomogeneousFamilyCode } from "../../shared/law/homogeneous-families.ts";
import type { Product } from "../../shared/products.ts";
import { HOMOGENEOUS_FAMILY_CODES } from "../../shared/products.ts";
import { UNITS } from "../../shared/quantity.ts";
import { referenceRefuseBp } from "../../shared/reference-refuse.ts";
import { oneOf, readRows, required } from "./table.ts";

/** What a product is served as: menus ask for a role, not for a product. */
export const ROLES = [
  "RAW_STARTER",
  "CHARCUTERIE",
  "POULTRY",
  "RED_MEAT",
  "FISH",
  "VEGGIE_MAIN",
  "VEGETABLE",
  "STARCH",
  "CHEESE",
  "YOGURT",
  "FRUIT",
  "DESSERT",
  "BREAD",
  "PANTRY",
  "DRINK",
  "SUPPLY",
] as const;
export type Role = (typeof ROLES)[number];

/** A product of the demonstration, with what its demand needs. */
export interface DemoProduct
  extends Omit<Product, "id" | "pieceGrams" | "active" | "baseProductId" | "season" | "portionGrams"> {
  key: string;
  /** Key of the product it is another form of; null: none. */
  baseKey: string | null;
  /** Net grams of one unit; null: sold by weight. */
  unitGrams: number | null;
  /** Usual price HT of one unit in 2023, cents. */
  priceCents: number;
  role: Role;
  /** Grams served to one diner. */
  portionGrams: number;
  /** Months (1–12) it is in season; empty: all year. */
  season: readonly number[];
}

/** What the rows of one shelf share; a row may say otherwise. */
export interface Shelf {
  family: Family | null;
  homogeneousFamily: HomogeneousFamilyCode | null;
  composition: Composition | null;
  plant: boolean | null;
  vatBp: number;
  text: string;
}

const GAMME_OF_GROUP: Partial<Record<HomogeneousFamilyCode, Gamme>> = {
  "10.01": "FROZEN",
  "10.02": "FROZEN",
  "10.03": "FROZEN",
  "10.04": "FROZEN",
  "10.06": "FROZEN",
  "10.07": "FRESH",
  "10.08": "FRESH",
  "10.09": "READY",
  "10.10": "FRESH",
};

/** Columns: key, French, English, unit, grams of a unit, cents a unit, role, portion, season, `name=value` exceptions. */
export function readShelf(shelf: Shelf): DemoProduct[] {
  return readRows(shelf.text).map((cells) => {
    const [key, name, nameEn, unit, grams, price, role, portion, season, exceptions] = cells;
    const row = key ?? "?";
    const said = new Map((exceptions ?? "").split(" ").map((pair) => pair.split("=") as [string, string]));
    const plant = said.get("plant");
    const farm = said.get("farm");
    const homogeneousFamily = groupOf(shelf, said.get("group"), row);
    return {
      key: required(key, row),
      name: required(name, row),
      nameEn: required(nameEn, row),
      family: shelf.family,
      homogeneousFamily,
      gamme: gammeOf(homogeneousFamily),
      composition: said.has("is") ? oneOf(COMPOSITIONS, said.get("is") ?? null, row) : shelf.composition,
      plant: plant === undefined ? shelf.plant : plant === "yes",
      farmKind: farm === undefined ? null : oneOf(FARM_KINDS, farm, row),
      unit: oneOf(UNITS, unit ?? null, row),
      unitGrams: grams === null ? null : Number(required(grams, row)),
      vatBp: Number(said.get("vat") ?? shelf.vatBp),
      refuseBp: readRefuse(said.get("refuse"), row),
      baseKey: said.get("base") ?? null,
      priceCents: Number(required(price, row)),
      role: oneOf(ROLES, role ?? null, row),
      portionGrams: Number(required(portion, row)),
      season: readSeason(season ?? null),
    };
  });
}

function groupOf(shelf: Shelf, said: string | undefined, row: string): HomogeneousFamilyCode | null {
  return said === undefined ? shelf.homogeneousFamily : oneOf(HOMOGENEOUS_FAMILY_CODES, said, row);
}

function gammeOf(group: HomogeneousFamilyCode | null): Gamme | null {
  return group === null ? null : (GAMME_OF_GROUP[group] ?? null);
}

function readRefuse(name: string | undefined, row: string): number | null {
  return name === undefined
    ? null
    : required(referenceRefuseBp(name.replaceAll("_", " ")), `${row}: ${name}`);
}

/** `9-4`: September to April; null: all year. */
function readSeason(text: string | null): number[] {
  if (text === null) return [];
  const [first = 1, last = 12] = text.split("-").map(Number);
  const length = ((last - first + 12) % 12) + 1;
  return Array.from({ length }, (_, index) => ((first - 1 + index) % 12) + 1);
}
