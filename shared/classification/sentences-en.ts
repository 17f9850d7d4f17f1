import type { LocalScope } from "../facts.ts";
import { formatKm } from "../format/measures.ts";
import type { RuleId } from "../law/rules.ts";
import type { Phrase } from "./phrase.ts";

/** What a rule found, for a cook, in English. */
export const SENTENCES_EN: Record<RuleId, (phrase: Phrase) => string> = {
  "not-food": () => "This is not food: the line is out of every rate.",

  "organic-not-claimed": () => "Not said to be organic.",
  "organic-certified": (p) => `Certified organic: ${certificate(p)}.`,
  "organic-conversion": (p) => `In conversion to organic, ${stage(p)}: ${certificate(p)}.`,
  "organic-first-year": () =>
    "In its first year of conversion: does not count yet, only from the second year on.",
  "organic-conversion-not-plant": () =>
    "In conversion, but not a plant product: only plants in conversion count.",
  "organic-conversion-processed": () =>
    "In conversion, but made of several ingredients: only a raw or single-ingredient product counts.",
  "organic-conversion-plant-unknown": () =>
    "In conversion: say on the product's page whether it is a plant product.",

  "quality-not-claimed": () => "No quality sign or mention is claimed.",
  "mark-certified": (p) => `${p.category("category")}: ${certificate(p)}.`,
  "mark-impossible-family": (p) =>
    `“${p.category("category")}” does not exist in the family “${p.family()}”: the claim is not kept.`,
  "hve-ce2-certified": (p) =>
    `Environmental certification level 2, which counts with HVE until ${p.date("lastDay")}: ${certificate(p)}.`,
  "hve-ce2-ended": (p) =>
    `Only a level 2 certificate is on file (${p.text("certificate")}, ${p.text("holder")}): it no longer counts after ${p.date("lastDay")}, HVE (level 3) is needed.`,
  "farm-certified": (p) => `Farmhouse (“fermier”): ${certificate(p)}.`,
  "farm-kind-unknown": () =>
    "Said to be “fermier”: say on the product's page whether it is cheese, eggs, poultry, beef or pork.",
  "farm-kind-mismatch": (p) =>
    `“Fermier” cannot count for this kind of product (${p.farmKind()}) in the family “${p.family()}”.`,
  "farm-other-mark-missing": (p) =>
    `“Fermier” (${p.farmKind()}) counts only together with another sign: ${p.categories("needed")}.`,
  "farm-other-mark-declared": (p) =>
    `“Fermier” (${p.farmKind()}) also needs another proven sign (${p.categories("needed")}): its proof is missing.`,

  "certificate-missing": (p) =>
    `${p.category("category")} claimed, but no certificate is on file: ask ${supplier(p)} for it.`,
  "certificate-expired": (p) =>
    `${p.category("category")} claimed, but certificate ${p.text("certificate")} of ${p.text("holder")} expired on ${p.date("validTo")}.`,
  "certificate-not-yet-valid": (p) =>
    `${p.category("category")} claimed, but certificate ${p.text("certificate")} of ${p.text("holder")} is only valid from ${p.date("validFrom")}.`,
  "certificate-other-family": (p) =>
    `${p.category("category")} claimed, but certificate ${p.text("certificate")} of ${p.text("holder")} does not cover the family “${p.family()}”.`,
  "certificate-other-article": (p) =>
    `${p.category("category")} claimed, but certificate ${p.text("certificate")} of ${p.text("holder")} does not name this article.`,
  "composition-unknown": (p) =>
    `${p.category("category")} claimed: say on the product's page whether it is raw, single-ingredient or composite.`,
  "share-unknown": (p) =>
    `${p.category("category")} claimed: for a composite product, the share of ingredients of that category must be known (at least ${p.percent("minBp")}).`,
  "share-too-low": (p) =>
    `Composite product with ${p.percent("shareBp")} of “${p.category("category")}” ingredients: at least ${p.percent("minBp")} is needed.`,

  "externalities-met": (p) =>
    `Contract ${p.text("reference")}: externalities criterion weighs ${p.percent("weightBp")}, mark of ${p.percent("markBp")} of the maximum.`,
  "externalities-lot-missing": () =>
    "Environmental externalities claimed, but the line is not tied to any contract lot.",
  "externalities-weight": (p) =>
    `Contract ${p.text("reference")}: externalities criterion weighs ${p.percent("weightBp")}, outside the required ${p.percent("minBp")} to ${p.percent("maxBp")}.`,
  "externalities-mark-missing": (p) =>
    `Contract ${p.text("reference")}: the product's mark on externalities is not entered.`,
  "externalities-mark-too-low": (p) =>
    `Contract ${p.text("reference")}: mark of ${p.percent("markBp")} of the maximum on externalities, at least ${p.percent("markMinBp")} is needed.`,
  "performance-met": (p) =>
    `Contract ${p.text("reference")}: environment and direct supply together weigh ${p.percent("weightBp")}.`,
  "performance-lot-missing": () =>
    "Environmental performance claimed, but the line is not tied to any contract lot.",
  "performance-criterion-missing": (p) =>
    `Contract ${p.text("reference")}: both an environment criterion and a direct supply criterion are needed.`,
  "performance-weight-too-low": (p) =>
    `Contract ${p.text("reference")}: the two criteria weigh ${p.percent("weightBp")}, at least ${p.percent("minBp")} is needed.`,

  "egalim-none": () => "Does not count for EGalim: no sign or mention is claimed.",
  "egalim-counted": (p) => `Counts for EGalim once, as “${p.category("category")}”.`,
  "egalim-better-declared": (p) =>
    `Counts for EGalim as “${p.category("counted")}”; it would count as “${p.category("category")}” with a complete proof.`,
  "egalim-declared": (p) =>
    `Claimed as “${p.category("category")}” without a complete proof: counts only in the declared rate.`,
  "egalim-rejected": () => "Does not count for EGalim.",

  "short-direct": (p) => `Direct sale by ${p.text("producer")}: no intermediary.`,
  "short-one": (p) =>
    isOwnIntermediary(p)
      ? `One intermediary between the farm and the canteen: ${supplier(p)}.`
      : `One intermediary between ${p.text("producer")} and the canteen (${supplier(p)}).`,
  "short-producer-unnamed": (p) =>
    `${intermediaries(p)} claimed between producer and canteen, but the producer is not named.`,
  "short-too-many": (p) =>
    `${p.number("intermediaries")} intermediaries between producer and canteen: a short circuit has at most ${p.number("maximum")}.`,
  "short-claimed": (p) =>
    `Short circuit claimed (${supplier(p)}), but neither the producer nor the number of intermediaries is known.`,
  "short-denied": () => "Said to be outside a short circuit.",
  "short-unknown": () => "The number of intermediaries between producer and canteen is not known.",

  "local-no-definition": () => "Your organisation had no definition of “local” on that date.",
  "local-inside": (p) => `Produced by ${p.text("producer")} (${p.list("places")}), ${inside(p)}.`,
  "local-inside-unnamed": (p) =>
    `Produced ${inside(p)} (${p.list("places")}), but the producer is not named.`,
  "local-outside": (p) =>
    `Produced outside the area defined as local (${p.list("places")}): not ${inside(p)}.`,
  "local-km-inside": (p) =>
    `Produced by ${p.text("producer")}: ${journey(p)}, within the radius of ${p.radius()}.`,
  "local-km-inside-unnamed": (p) =>
    `${journey(p)}, within the radius of ${p.radius()}, but the producer is not named.`,
  "local-km-outside": (p) => `${journey(p)}, beyond the radius of ${p.radius()}.`,
  "local-km-uncertain": (p) =>
    `${journey(p)}: too imprecise to say whether it is within the radius of ${p.radius()}. Give the exact position of the place of production.`,
  "local-km-no-position": (p) =>
    `The distance between ${p.text("place")} and ${p.text("canteen")} cannot be measured: give the position of the place of production and of the canteen.`,
  "local-claimed": (p) => `Said to be local (${supplier(p)}), but the place of production is not known.`,
  "local-denied": () => "Said not to be local.",
  "local-unknown": () => "The place of production is not known.",
};

const INSIDE: Record<Exclude<LocalScope, "KM">, string> = {
  COMMUNE: "in the same commune or group of communes",
  PAT: "in the same territorial food project",
  DEPARTEMENT: "in the same département",
  REGION: "in the same region",
};

function inside(p: Phrase): string {
  return `${INSIDE[p.text("scope") as Exclude<LocalScope, "KM">]} as the canteen (${p.text("canteen")})`;
}

function certificate(p: Phrase): string {
  const validity = p.has("validTo")
    ? `valid from ${p.date("validFrom")} to ${p.date("validTo")}`
    : `valid since ${p.date("validFrom")}`;
  return `certificate ${p.text("certificate")} of ${p.text("holder")}, ${validity}`;
}

function stage(p: Phrase): string {
  return p.text("stage") === "C2" ? "second year" : "third year";
}

function supplier(p: Phrase): string {
  return p.has("supplier") ? p.text("supplier") : "the supplier";
}

function intermediaries(p: Phrase): string {
  return p.number("intermediaries") === 0 ? "No intermediary" : "One intermediary";
}

function journey(p: Phrase): string {
  const margin = p.has("uncertaintyM") ? ` (give or take ${formatKm(p.number("uncertaintyM"), "en")})` : "";
  return `${p.distance()} between ${p.text("place")} and ${p.text("canteen")}${margin}`;
}

/** A processor or a group of producers, named as the maker, stands between the farms and the canteen. */
function isOwnIntermediary(p: Phrase): boolean {
  return p.has("supplier") && p.text("supplier") === p.text("producer");
}
