import type { LocalScope } from "../facts.ts";
import { formatKm } from "../format/measures.ts";
import type { RuleId } from "../law/rules.ts";
import type { Phrase } from "./phrase.ts";

/** What a rule found, for a cook, in French (typography is set by `explain`). */
export const SENTENCES_FR: Record<RuleId, (phrase: Phrase) => string> = {
  "not-food": () => "Ce n'est pas une denrée alimentaire : la ligne n'entre dans aucun taux.",

  "organic-not-claimed": () => "Produit non annoncé bio.",
  "organic-certified": (p) => `Bio certifié : ${certificate(p)}.`,
  "organic-conversion": (p) => `En conversion vers le bio, ${stage(p)} : ${certificate(p)}.`,
  "organic-first-year": () =>
    "En première année de conversion : ne compte pas encore, il faut attendre la deuxième année.",
  "organic-conversion-not-plant": () =>
    "En conversion, mais pas d'origine végétale : seuls les végétaux en conversion comptent.",
  "organic-conversion-processed": () =>
    "En conversion, mais composé de plusieurs ingrédients : seul un produit brut ou à un seul ingrédient compte.",
  "organic-conversion-plant-unknown": () =>
    "En conversion : précisez sur la fiche produit s'il est d'origine végétale.",

  "quality-not-claimed": () => "Aucun signe ni mention de qualité annoncé.",
  "mark-certified": (p) => `${p.category("category")} : ${certificate(p)}.`,
  "mark-impossible-family": (p) =>
    `« ${p.category("category")} » n'existe pas dans la famille « ${p.family()} » : l'annonce n'est pas retenue.`,
  "hve-ce2-certified": (p) =>
    `Certification environnementale de niveau 2, qui compte avec la HVE jusqu'au ${p.date("lastDay")} : ${certificate(p)}.`,
  "hve-ce2-ended": (p) =>
    `Seul un certificat de niveau 2 est au dossier (${p.text("certificate")}, ${p.text("holder")}) : il ne compte plus après le ${p.date("lastDay")}, il faut la HVE (niveau 3).`,
  "farm-certified": (p) => `Fermier : ${certificate(p)}.`,
  "farm-kind-unknown": () =>
    "Annoncé fermier : précisez sur la fiche produit s'il s'agit de fromage, d'œufs, de volaille, de bœuf ou de porc.",
  "farm-kind-mismatch": (p) =>
    `« Fermier » ne peut pas compter pour ce type de produit (${p.farmKind()}) dans la famille « ${p.family()} ».`,
  "farm-other-mark-missing": (p) =>
    `« Fermier » (${p.farmKind()}) ne compte qu'avec un autre signe : ${p.categories("needed")}.`,
  "farm-other-mark-declared": (p) =>
    `« Fermier » (${p.farmKind()}) demande aussi un autre signe prouvé (${p.categories("needed")}) : la preuve manque.`,

  "certificate-missing": (p) =>
    `${p.category("category")} annoncé, mais aucun certificat au dossier : demandez-le à ${supplier(p)}.`,
  "certificate-expired": (p) =>
    `${p.category("category")} annoncé, mais le certificat ${p.text("certificate")} de ${p.text("holder")} a expiré le ${p.date("validTo")}.`,
  "certificate-not-yet-valid": (p) =>
    `${p.category("category")} annoncé, mais le certificat ${p.text("certificate")} de ${p.text("holder")} ne vaut qu'à partir du ${p.date("validFrom")}.`,
  "certificate-other-family": (p) =>
    `${p.category("category")} annoncé, mais le certificat ${p.text("certificate")} de ${p.text("holder")} ne couvre pas la famille « ${p.family()} ».`,
  "certificate-other-article": (p) =>
    `${p.category("category")} annoncé, mais le certificat ${p.text("certificate")} de ${p.text("holder")} ne nomme pas cet article.`,
  "composition-unknown": (p) =>
    `${p.category("category")} annoncé : précisez sur la fiche produit s'il est brut, à un seul ingrédient ou composé.`,
  "share-unknown": (p) =>
    `${p.category("category")} annoncé : pour un produit composé, il faut connaître la part d'ingrédients de cette catégorie (au moins ${p.percent("minBp")}).`,
  "share-too-low": (p) =>
    `Produit composé avec ${p.percent("shareBp")} d'ingrédients « ${p.category("category")} » : il en faut au moins ${p.percent("minBp")}.`,

  "externalities-met": (p) =>
    `Marché ${p.text("reference")} : critère d'externalités pondéré à ${p.percent("weightBp")}, note de ${p.percent("markBp")} du maximum.`,
  "externalities-lot-missing": () =>
    "Externalités environnementales annoncées, mais la ligne n'est rattachée à aucun lot de marché.",
  "externalities-weight": (p) =>
    `Marché ${p.text("reference")} : critère d'externalités pondéré à ${p.percent("weightBp")}, hors des ${p.percent("minBp")} à ${p.percent("maxBp")} demandés.`,
  "externalities-mark-missing": (p) =>
    `Marché ${p.text("reference")} : la note du produit sur les externalités n'est pas saisie.`,
  "externalities-mark-too-low": (p) =>
    `Marché ${p.text("reference")} : note de ${p.percent("markBp")} du maximum sur les externalités, il faut au moins ${p.percent("markMinBp")}.`,
  "performance-met": (p) =>
    `Marché ${p.text("reference")} : environnement et approvisionnement direct pèsent ensemble ${p.percent("weightBp")}.`,
  "performance-lot-missing": () =>
    "Performance environnementale annoncée, mais la ligne n'est rattachée à aucun lot de marché.",
  "performance-criterion-missing": (p) =>
    `Marché ${p.text("reference")} : il faut à la fois un critère d'environnement et un critère d'approvisionnement direct.`,
  "performance-weight-too-low": (p) =>
    `Marché ${p.text("reference")} : les deux critères pèsent ${p.percent("weightBp")}, il faut au moins ${p.percent("minBp")}.`,

  "egalim-none": () => "Ne compte pas dans EGalim : aucun signe ni mention annoncé.",
  "egalim-counted": (p) => `Compte dans EGalim une seule fois, en « ${p.category("category")} ».`,
  "egalim-better-declared": (p) =>
    `Compte dans EGalim en « ${p.category("counted")} » ; compterait en « ${p.category("category")} » avec une preuve complète.`,
  "egalim-declared": (p) =>
    `Annoncé « ${p.category("category")} » sans preuve complète : ne compte que dans le taux déclaré.`,
  "egalim-rejected": () => "Ne compte pas dans EGalim.",

  "short-direct": (p) => `Vente directe par ${p.text("producer")} : aucun intermédiaire.`,
  "short-one": (p) =>
    isOwnIntermediary(p)
      ? `Un seul intermédiaire entre la ferme et la cantine : ${supplier(p)}.`
      : `Un seul intermédiaire entre ${p.text("producer")} et la cantine (${supplier(p)}).`,
  "short-producer-unnamed": (p) =>
    `${intermediaries(p)} annoncé entre le producteur et la cantine, mais le producteur n'est pas nommé.`,
  "short-too-many": (p) =>
    `${p.number("intermediaries")} intermédiaires entre le producteur et la cantine : un circuit court en compte ${p.number("maximum")} au plus.`,
  "short-claimed": (p) =>
    `Circuit court annoncé (${supplier(p)}), mais ni le producteur ni le nombre d'intermédiaires ne sont connus.`,
  "short-denied": () => "Annoncé hors circuit court.",
  "short-unknown": () => "Le nombre d'intermédiaires entre le producteur et la cantine n'est pas connu.",

  "local-no-definition": () => "Votre organisation n'a pas défini « local » à cette date.",
  "local-inside": (p) => `Produit par ${p.text("producer")} (${p.list("places")}), ${inside(p)}.`,
  "local-inside-unnamed": (p) =>
    `Produit ${inside(p)} (${p.list("places")}), mais le producteur n'est pas nommé.`,
  "local-outside": (p) =>
    `Produit hors de la zone définie comme locale (${p.list("places")}) : pas ${inside(p)}.`,
  "local-km-inside": (p) =>
    `Produit par ${p.text("producer")} : ${journey(p)}, dans le rayon de ${p.radius()}.`,
  "local-km-inside-unnamed": (p) =>
    `${journey(p)}, dans le rayon de ${p.radius()}, mais le producteur n'est pas nommé.`,
  "local-km-outside": (p) => `${journey(p)}, au-delà du rayon de ${p.radius()}.`,
  "local-km-uncertain": (p) =>
    `${journey(p)} : trop imprécis pour dire si c'est dans le rayon de ${p.radius()}. Indiquez la position exacte du lieu de production.`,
  "local-km-no-position": (p) =>
    `La distance entre ${p.text("place")} et ${p.text("canteen")} ne peut pas être mesurée : indiquez la position du lieu de production et celle de la cantine.`,
  "local-claimed": (p) => `Annoncé local (${supplier(p)}), mais le lieu de production n'est pas connu.`,
  "local-denied": () => "Annoncé non local.",
  "local-unknown": () => "Le lieu de production n'est pas connu.",
};

const INSIDE: Record<Exclude<LocalScope, "KM">, string> = {
  COMMUNE: "dans la même commune ou intercommunalité",
  PAT: "dans le même projet alimentaire territorial",
  DEPARTEMENT: "dans le même département",
  REGION: "dans la même région",
};

function inside(p: Phrase): string {
  return `${INSIDE[p.text("scope") as Exclude<LocalScope, "KM">]} que la cantine (${p.text("canteen")})`;
}

function certificate(p: Phrase): string {
  const validity = p.has("validTo")
    ? `valable du ${p.date("validFrom")} au ${p.date("validTo")}`
    : `valable depuis le ${p.date("validFrom")}`;
  return `certificat ${p.text("certificate")} de ${p.text("holder")}, ${validity}`;
}

function stage(p: Phrase): string {
  return p.text("stage") === "C2" ? "deuxième année" : "troisième année";
}

function supplier(p: Phrase): string {
  return p.has("supplier") ? p.text("supplier") : "fournisseur non nommé";
}

function intermediaries(p: Phrase): string {
  return p.number("intermediaries") === 0 ? "Aucun intermédiaire" : "Un seul intermédiaire";
}

function journey(p: Phrase): string {
  const margin = p.has("uncertaintyM") ? ` (à ${formatKm(p.number("uncertaintyM"), "fr")} près)` : "";
  return `${p.distance()} entre ${p.text("place")} et ${p.text("canteen")}${margin}`;
}

/** A processor or a group of producers, named as the maker, stands between the farms and the canteen. */
function isOwnIntermediary(p: Phrase): boolean {
  return p.has("supplier") && p.text("supplier") === p.text("producer");
}
