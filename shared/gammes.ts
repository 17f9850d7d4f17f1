import type { Translated } from "./locales.ts";

/** How a product comes to the kitchen, as the trade counts: the same food in another gamme is an equivalent. */
export const GAMMES = ["FRESH", "READY", "FROZEN", "COOKED", "CANNED"] as const;
export type Gamme = (typeof GAMMES)[number];

export const GAMME_LABELS: Readonly<Record<Gamme, Translated>> = {
  FRESH: { fr: "Brut et frais (1re gamme)", en: "Raw and fresh (1st range)" },
  READY: { fr: "Cru prêt à l'emploi (4e gamme)", en: "Raw, ready to use (4th range)" },
  FROZEN: { fr: "Surgelé (3e gamme)", en: "Frozen (3rd range)" },
  COOKED: { fr: "Cuit prêt à l'emploi (5e gamme)", en: "Cooked, ready to use (5th range)" },
  CANNED: { fr: "Conserve (2e gamme)", en: "Canned (2nd range)" },
};

export const GAMME_SHORT_LABELS: Readonly<Record<Gamme, Translated>> = {
  FRESH: { fr: "Brut", en: "Raw" },
  READY: { fr: "Prêt à l'emploi", en: "Ready to use" },
  FROZEN: { fr: "Surgelé", en: "Frozen" },
  COOKED: { fr: "Cuit", en: "Cooked" },
  CANNED: { fr: "Conserve", en: "Canned" },
};
