import type { Composition } from "./facts.ts";
import type { Family } from "./families.ts";
import type { Gamme } from "./gammes.ts";
import type { HomogeneousFamilyCode } from "./law/homogeneous-families.ts";
import { HOMOGENEOUS_FAMILIES } from "./law/homogeneous-families.ts";

/** What a homogeneous family is guessed from, when nobody has said it. */
export interface HomogeneousHints {
  family: Family | null;
  gamme: Gamme | null;
  composition: Composition | null;
}

/** The likeliest homogeneous family: a guess to be shown as one; null: not food. */
export function guessHomogeneousFamily({
  family,
  gamme,
  composition,
}: HomogeneousHints): HomogeneousFamilyCode | null {
  if (family === null) return null;
  const frozen = gamme === "FROZEN";
  switch (family) {
    case "VIANDES_VOLAILLES":
    case "CHARCUTERIE":
      return frozen ? "10.01" : "10.07";
    case "PRODUITS_DE_LA_MER":
      return frozen ? "10.02" : "10.08";
    case "FRUITS_ET_LEGUMES":
      if (frozen) return "10.03";
      if (gamme === "CANNED") return "10.14";
      return gamme === "READY" || gamme === "COOKED" ? "10.09" : "10.10";
    case "PRODUITS_LAITIERS":
      return "10.12";
    case "BOULANGERIE":
      return frozen ? "10.06" : "10.13";
    case "BOISSONS":
      return "10.11";
    case "AUTRES":
      if (composition !== "PROCESSED" || gamme === null || gamme === "CANNED") return "10.14";
      return frozen ? "10.04" : "10.05";
  }
}

/** What was spent on one product, or on lines without product of one family. */
export interface ProductSpend extends HomogeneousHints {
  /** Null: the lines name no product. */
  productId: string | null;
  productName: string | null;
  /** What somebody said; null: to be guessed. */
  homogeneousFamily: HomogeneousFamilyCode | null;
  /** HT, cents, net of credit notes. */
  amountHtCents: number;
}

/** What one homogeneous family comes to. */
export interface FamilySpend {
  code: HomogeneousFamilyCode;
  amountHtCents: number;
  /** Of which the family was guessed. */
  guessedCents: number;
}

/** Every family with a spend, in the order of their codes; what is not food is in none. */
export function spendByFamily(products: readonly ProductSpend[]): FamilySpend[] {
  const sums = new Map<HomogeneousFamilyCode, FamilySpend>();
  for (const product of products) {
    const code = product.homogeneousFamily ?? guessHomogeneousFamily(product);
    if (code === null) continue;
    const sum = sums.get(code) ?? { code, amountHtCents: 0, guessedCents: 0 };
    sum.amountHtCents += product.amountHtCents;
    if (product.homogeneousFamily === null) sum.guessedCents += product.amountHtCents;
    sums.set(code, sum);
  }
  return HOMOGENEOUS_FAMILIES.flatMap(({ code }) => sums.get(code) ?? []);
}
