import type { Locale, Translated } from "../../shared/locales.ts";
import type { PublicIndicator } from "../../shared/public-figures.ts";

/** What each rate is, in the words of a diner. */
export const RATE_TITLES: Readonly<Record<PublicIndicator, Translated>> = {
  EGALIM: { fr: "Produits durables et de qualité", en: "Sustainable and quality products" },
  ORGANIC: { fr: "dont produits bio", en: "of which organic" },
  MEAT_FISH: {
    fr: "Viandes et poissons durables et de qualité",
    en: "Sustainable and quality meat and fish",
  },
  SHORT_OR_LOCAL: {
    fr: "Circuit court ou production locale",
    en: "Short circuit or local production",
  },
};

const FRENCH = {
  title: (year: number) => `Ce que nous servons en ${year}`,
  ofTown: (town: string) => `Restaurant collectif, ${town}`,
  ofCanteens: (count: number) => (count > 1 ? `${count} restaurants collectifs` : "Un restaurant collectif"),
  partial: (year: number) => `Année ${year} en cours\u00A0: chiffres provisoires.`,
  spent: (amount: string, year: number) => `${amount} d'achats alimentaires en ${year}, hors taxes.`,
  none: "aucun achat",
  upTo: (rate: string) => `prouvé\u00A0; ${rate} avec ce qui est déclaré sans preuve`,
  proven: "prouvé",
  target: (rate: string) => `objectif\u00A0: ${rate}`,
  before: (rate: string) => `un an avant\u00A0: ${rate}`,
  gauge: (rate: string, declared: string, target: string | null) =>
    `${rate} prouvé, ${declared} avec ce qui est déclaré${target === null ? "" : `, objectif ${target}`}`,
  families: "Famille par famille",
  family: "Famille",
  part: "Part des achats",
  share: "Durable et de qualité",
  months: "Mois par mois",
  monthsCaption: "Part des produits durables et de qualité, prouvée",
  month: "Mois",
  fairTrade: "Commerce équitable",
  pat: "Produits de projets alimentaires territoriaux",
  hundred: {
    EGALIM: (euros: string) =>
      `Sur 100\u00A0€ d'achats, ${euros} sont durables et de qualité\u00A0: bio, Label Rouge, AOP, pêche durable…`,
    ORGANIC: (euros: string) => `Sur 100\u00A0€ d'achats, ${euros} sont bio ou en conversion.`,
    MEAT_FISH: (euros: string) =>
      `Sur 100\u00A0€ de viandes et de poissons, ${euros} sont durables et de qualité.`,
    SHORT_OR_LOCAL: (euros: string) =>
      `Sur 100\u00A0€ d'achats, ${euros} viennent de près, ou par un intermédiaire au plus.`,
  },
  patUnknown: "part non connue",
  scan: "Tous les chiffres en ligne",
  scanAlt: (address: string) => `Code QR vers ${address}`,
  method: "Comment ces chiffres sont faits",
  methodText:
    "Chaque achat compte une fois, pour son montant hors taxes. «\u00A0Prouvé\u00A0»\u00A0: le certificat valable à la date de l'achat est au dossier. «\u00A0Local\u00A0»\u00A0: produit dans le périmètre que l'organisation a choisi\u00A0; «\u00A0circuit court\u00A0»\u00A0: un intermédiaire au plus. Ni l'un ni l'autre ne compte par lui-même comme durable et de qualité.",
  law: "Information des convives prévue par l'article L.\u00A0230-5-3 du code rural et de la pêche maritime.",
  updated: (day: string) => `Chiffres du ${day}.`,
  legend: "Foncé\u00A0: prouvé. Pâle\u00A0: déclaré. Repère\u00A0: objectif.",
  other: "English",
  otherLabel: "In English",
  open: "Voir la page entière",
  gone: {
    404: ["Cette page n'existe pas", "Vérifiez l'adresse, ou demandez-la de nouveau à qui vous l'a donnée."],
    410: ["Cette page n'est plus en ligne", "Son lien a pris fin. Demandez-en un nouveau au restaurant."],
    429: ["Trop de visites d'un coup", "Attendez une minute, puis rechargez la page."],
  },
} as const;

export type PublicWords = {
  readonly [Key in keyof typeof FRENCH]: (typeof FRENCH)[Key] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : (typeof FRENCH)[Key] extends string
      ? string
      : Key extends "hundred"
        ? Readonly<Record<PublicIndicator, (euros: string) => string>>
        : Readonly<Record<404 | 410 | 429, readonly [string, string]>>;
};

const ENGLISH: PublicWords = {
  title: (year) => `What we serve in ${year}`,
  ofTown: (town) => `Canteen, ${town}`,
  ofCanteens: (count) => (count > 1 ? `${count} canteens` : "One canteen"),
  partial: (year) => `The year ${year} is under way: provisional figures.`,
  spent: (amount, year) => `${amount} of food purchases in ${year}, excluding VAT.`,
  none: "no purchase",
  upTo: (rate) => `proven; ${rate} with what is claimed without a proof`,
  proven: "proven",
  target: (rate) => `target: ${rate}`,
  before: (rate) => `a year before: ${rate}`,
  gauge: (rate, declared, target) =>
    `${rate} proven, ${declared} with what is claimed${target === null ? "" : `, target ${target}`}`,
  families: "Family by family",
  family: "Family",
  part: "Share of purchases",
  share: "Sustainable and quality",
  months: "Month by month",
  monthsCaption: "Proven share of sustainable and quality products",
  month: "Month",
  fairTrade: "Fair trade",
  pat: "Products of territorial food projects",
  hundred: {
    EGALIM: (euros) =>
      `Of €100 of purchases, ${euros} are sustainable and quality products: organic, Label Rouge, PDO, sustainable fishing…`,
    ORGANIC: (euros) => `Of €100 of purchases, ${euros} are organic or in conversion.`,
    MEAT_FISH: (euros) => `Of €100 of meat and fish, ${euros} are sustainable and quality products.`,
    SHORT_OR_LOCAL: (euros) =>
      `Of €100 of purchases, ${euros} come from nearby, or through one intermediary at most.`,
  },
  patUnknown: "share not known",
  scan: "All figures online",
  scanAlt: (address) => `QR code to ${address}`,
  method: "How these figures are made",
  methodText:
    "Each purchase counts once, for its amount excluding VAT. “Proven”: the certificate valid on the day of purchase is on file. “Local”: produced in the area that the organisation has chosen; “short circuit”: one intermediary at most. Neither counts by itself as sustainable and quality.",
  law: "Information owed to diners by article L. 230-5-3 of the French rural code.",
  updated: (day) => `Figures of ${day}.`,
  legend: "Dark: proven. Pale: declared. Mark: target.",
  other: "Français",
  otherLabel: "En français",
  open: "See the whole page",
  gone: {
    404: ["This page does not exist", "Check the address, or ask for it again."],
    410: ["This page is no longer online", "Its link has ended. Ask the canteen for a new one."],
    429: ["Too many visits at once", "Wait a minute, then reload the page."],
  },
};

export const PUBLIC_WORDS: Readonly<Record<Locale, PublicWords>> = { fr: FRENCH, en: ENGLISH };
