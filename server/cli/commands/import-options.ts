import type { CommandOption } from "../command.ts";

/** Options of `import`. */
export const IMPORT_OPTIONS: Readonly<Record<string, CommandOption>> = {
  canteen: {
    type: "string",
    value: "SIRET",
    summary: {
      fr: "Seule cantine dont les lignes sont prises ; sans elle, chaque ligne dit la sienne.",
      en: "Only canteen whose rows are taken; without it, each row says its own.",
    },
  },
  "dry-run": {
    type: "boolean",
    summary: {
      fr: "Dit ce qui serait fait, sans rien écrire.",
      en: "Says what would be done, writes nothing.",
    },
  },
  json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  strict: {
    type: "boolean",
    summary: {
      fr: "Refuse tout ce que la plateforme de l'État refuserait.",
      en: "Refuses all that the State's platform would refuse.",
    },
  },
  mapping: {
    type: "string",
    value: "FILE",
    summary: {
      fr: "Correspondance des colonnes (JSON) de n'importe quel tableau ; gardée pour les fichiers de mêmes colonnes.",
      en: "Mapping of the columns (JSON) of any table; kept for files of the same columns.",
    },
  },
  inspect: {
    type: "boolean",
    summary: {
      fr: "Écrit la correspondance devinée, à compléter puis à donner à --mapping ; ne touche pas à la base.",
      en: "Writes the mapping that is guessed, to be completed and given to --mapping; leaves the database alone.",
    },
  },
  "create-canteen": {
    type: "boolean",
    summary: {
      fr: "Crée la cantine que le fichier nomme et que personne ne connaît.",
      en: "Creates the canteen that the file names and nobody knows.",
    },
  },
  commune: {
    type: "string",
    value: "INSEE",
    summary: {
      fr: "Commune de la cantine créée ; sans elle, celle des autres cantines, sinon la plus peuplée du territoire.",
      en: "Commune of the canteen created; without it, that of the others, else the most peopled of the territory.",
    },
  },
  organisation: {
    type: "string",
    value: "NAME",
    summary: {
      fr: "Organisation de la cantine créée, s'il y en a plusieurs.",
      en: "Organisation of the canteen created, when there are several.",
    },
  },
  duplicates: {
    type: "string",
    value: "skip|keep",
    summary: {
      fr: "Achats déjà en base (même cantine, fournisseur, date, description, montant) : passés (skip) ou gardés.",
      en: "Purchases already there (same canteen, supplier, date, description, amount): skipped or kept.",
    },
  },
  repeats: {
    type: "string",
    value: "keep|skip",
    summary: {
      fr: "Lignes égales d'un même fichier : gardées (keep, deux achats) ou passées.",
      en: "Equal rows of one file: kept (two purchases) or skipped.",
    },
  },
  "all-or-nothing": {
    type: "boolean",
    summary: {
      fr: "N'écrit rien si une ligne est refusée.",
      en: "Writes nothing when a row is refused.",
    },
  },
};
