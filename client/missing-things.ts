import type { Translated } from "../shared/locales.ts";

/** What an address names, for when the server knows nothing of it. */
export interface MissingThing {
  title: Translated;
  back: Translated;
  to: string;
}

interface Named extends MissingThing {
  path: RegExp;
  /** Named by this part of the search; without it, by the path. */
  search?: string;
}

const SUPPLIER_TITLE = {
  fr: "Ce fournisseur n'existe pas, ou plus",
  en: "This supplier does not exist (any more)",
};
const CANTEEN_TITLE = {
  fr: "Cette cantine n'existe pas, ou plus",
  en: "This canteen does not exist (any more)",
};
const WITHOUT_IT = { fr: "Ouvrir la page sans ce choix", en: "Open the page without this choice" };

const NAMED: readonly Named[] = [
  {
    path: /^\/fournisseurs\/devis/,
    search: "devis",
    title: {
      fr: "Cette demande de devis n'existe pas, ou plus",
      en: "This request for quotes does not exist (any more)",
    },
    back: { fr: "Voir les demandes de devis", en: "See the requests for quotes" },
    to: "/fournisseurs/devis",
  },
  {
    path: /^\/fournisseurs\/mercuriales/,
    search: "liste",
    title: { fr: "Cette mercuriale n'existe pas, ou plus", en: "This price list does not exist (any more)" },
    back: { fr: "Voir les mercuriales", en: "See the price lists" },
    to: "/fournisseurs/mercuriales",
  },
  {
    path: /^\/fournisseurs\/[^/]+$/,
    title: SUPPLIER_TITLE,
    back: { fr: "Voir les fournisseurs", en: "See the suppliers" },
    to: "/fournisseurs",
  },
  {
    path: /^\/commandes\/[^/]+\/[^/]+/,
    title: { fr: "Cette commande n'existe pas, ou plus", en: "This order does not exist (any more)" },
    back: { fr: "Voir les commandes", en: "See the orders" },
    to: "/commandes",
  },
  {
    path: /^\/factures\/[^/]+\/[^/]+/,
    title: { fr: "Cette facture n'existe pas, ou plus", en: "This invoice does not exist (any more)" },
    back: { fr: "Voir les factures", en: "See the invoices" },
    to: "/factures",
  },
  {
    path: /^\/objectifs\/mesures\/[^/]+$/,
    title: { fr: "Cette mesure n'existe pas, ou plus", en: "This measure does not exist (any more)" },
    back: { fr: "Voir les mesures suivies", en: "See the followed measures" },
    to: "/objectifs/mesures",
  },
  {
    path: /^\/saisie/,
    search: "piece",
    title: { fr: "Cette pièce n'existe pas, ou plus", en: "This document does not exist (any more)" },
    back: { fr: "Voir les factures", en: "See the invoices" },
    to: "/factures",
  },
  {
    path: /^\/comparer/,
    search: "produit",
    title: { fr: "Ce produit n'existe pas, ou plus", en: "This product does not exist (any more)" },
    back: { fr: "Choisir un autre produit", en: "Choose another product" },
    to: "/comparer",
  },
];

const CHOICES: readonly (readonly [string, Translated])[] = [
  ["canteen", CANTEEN_TITLE],
  ["cantine", CANTEEN_TITLE],
  ["supplier", SUPPLIER_TITLE],
  ["fournisseur", SUPPLIER_TITLE],
  [
    "group",
    {
      fr: "Ce groupe de cantines n'existe pas, ou plus",
      en: "This group of canteens does not exist (any more)",
    },
  ],
  ["territory", { fr: "Ce territoire n'est pas connu", en: "This territory is not known" }],
];

/** What is not there at an address: the thing it names, else a choice of its search, else the page's content. */
export function missingThing(pathname: string, search: URLSearchParams): MissingThing {
  const named = NAMED.find(
    (one) => one.path.test(pathname) && (one.search === undefined || search.has(one.search)),
  );
  if (named !== undefined) return named;
  const choice = CHOICES.find(([key]) => search.has(key));
  return {
    title: choice?.[1] ?? { fr: "Il n'y a rien à cette adresse", en: "There is nothing at this address" },
    back: WITHOUT_IT,
    to: pathname,
  };
}
