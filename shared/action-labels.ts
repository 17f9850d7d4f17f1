import type { Translated } from "./locales.ts";

/** Words of buttons that several parts of the product have, each with its page. */
export const ACTION_LABELS = {
  edit: { fr: "Modifier", en: "Change" },
  remove: { fr: "Supprimer", en: "Delete" },
  enterOrder: { fr: "Saisir une commande", en: "Enter an order" },
  importPurchases: { fr: "Importer un fichier d'achats", en: "Import a purchase file" },
} as const satisfies Record<string, Translated>;
