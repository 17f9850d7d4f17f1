import type { IsoDate } from "./facts.ts";
import type { Translated } from "./locales.ts";
import { searchKey } from "./normalise.ts";

/**
 * What offers are judged by here, price or cost first: of what the article names as examples, what food asks for. The
 * article lets a buyer add others that the object of the contract justifies; this list does not.
 * @law commande-publique-R2152-7
 */
export const CRITERION_KINDS = [
  "PRICE",
  "QUALITY",
  "DELIVERY",
  "ENVIRONMENT",
  "DIRECT_SUPPLY",
  "ANIMAL_WELFARE",
  "WORK_INTEGRATION",
  "PRODUCERS_PAY",
  "BIODIVERSITY",
  "LIFE_CYCLE_COST",
  "SUPPLY_SECURITY",
  "SERVICE",
] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

export const CRITERION_KIND_LABELS: Readonly<Record<CriterionKind, Translated>> = {
  PRICE: { fr: "Prix", en: "Price" },
  QUALITY: {
    fr: "Qualité des produits (fraîcheur, calibre, goût)",
    en: "Quality of the goods (freshness, size, taste)",
  },
  DELIVERY: { fr: "Délais et conditions de livraison", en: "Delivery times and conditions" },
  ENVIRONMENT: {
    fr: "Performances en matière de protection de l'environnement",
    en: "Environmental performance",
  },
  DIRECT_SUPPLY: {
    fr: "Développement des approvisionnements directs de produits de l'agriculture",
    en: "Development of direct supply of farm products",
  },
  ANIMAL_WELFARE: { fr: "Bien-être animal", en: "Animal welfare" },
  WORK_INTEGRATION: { fr: "Insertion professionnelle des publics en difficulté", en: "Work integration" },
  PRODUCERS_PAY: {
    fr: "Garantie de la rémunération équitable des producteurs",
    en: "Guarantee of fair pay for producers",
  },
  BIODIVERSITY: { fr: "Biodiversité", en: "Biodiversity" },
  LIFE_CYCLE_COST: { fr: "Coût global", en: "Overall cost" },
  SUPPLY_SECURITY: { fr: "Sécurité des approvisionnements", en: "Security of supply" },
  SERVICE: { fr: "Service après-vente et assistance", en: "After-sales service and assistance" },
};

/** Several criteria have one of these among them. @law commande-publique-R2152-7 */
const PRICE_KINDS: ReadonlySet<CriterionKind> = new Set(["PRICE", "LIFE_CYCLE_COST"]);

/** Whether price or cost is among them: it always is. @law commande-publique-R2152-7 */
export function hasPrice(kinds: readonly (CriterionKind | null)[]): boolean {
  return kinds.some((kind) => kind !== null && PRICE_KINDS.has(kind));
}

/** From this day one criterion at least looks at the environment. @law decret-2022-767 */
const ENVIRONMENT_FROM: IsoDate = "2026-08-21";
const ENVIRONMENT_KINDS: ReadonlySet<CriterionKind> = new Set([
  "ENVIRONMENT",
  "BIODIVERSITY",
  "LIFE_CYCLE_COST",
]);

/**
 * Whether a consultation of that day (null: not said) lacks a criterion on the environment. A purchase that needs neither publicity nor
 * competition is not bound to it: it is told, not refused. @law commande-publique-L2152-7
 */
export function lacksEnvironment(kinds: readonly (CriterionKind | null)[], askedOn: IsoDate | null): boolean {
  if (kinds.length === 0 || askedOn === null || askedOn < ENVIRONMENT_FROM) return false;
  return !kinds.some((kind) => kind !== null && ENVIRONMENT_KINDS.has(kind));
}

/** The kind that a label in words is, as requests kept before the list have it; null: it is none of the list. */
export function criterionKindOf(label: string): CriterionKind | null {
  const key = searchKey(label);
  return (
    CRITERION_KINDS.find((kind) => {
      const { fr, en } = CRITERION_KIND_LABELS[kind];
      return searchKey(fr) === key || searchKey(en) === key;
    }) ?? null
  );
}
