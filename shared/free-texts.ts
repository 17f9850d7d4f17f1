import * as z from "zod/mini";
import { ERASED_NAME } from "./account.ts";
import { idSchema } from "./ids.ts";
import type { Translated } from "./locales.ts";
import { searchKey } from "./normalise.ts";

/** Where people write what they want, and may name somebody: texts, and the names they give files. */
export const FREE_TEXT_PLACES = [
  "ORDER_NOTE",
  "LINE_REFUSAL",
  "DECLARATION_REASON",
  "MEASURE_DESCRIPTION",
  "MEASURE_REASON",
  "MEASURE_COMMENT",
  "REPORT_REASON",
  "REQUEST_NOTE",
  "REQUEST_ANSWER",
  "DELIVERY_REFUSAL",
  "DELIVERY_REPLACED",
  "DELIVERY_SENT_BACK",
  "WORKSHOP_NOTICE",
  "LEDGER_CORRECTION",
  "CLAUSE_REASON",
  "CLAUSE_FACILITATOR",
  "SHARE_LABEL",
  "PROOF_FILE",
  "INVOICE_FILE",
  "DROPPED_FILE",
  "IMPORTED_FILE",
  "HOURS_FILE",
] as const;
export type FreeTextPlace = (typeof FREE_TEXT_PLACES)[number];

export const FREE_TEXT_LABELS: Record<FreeTextPlace, Translated> = {
  ORDER_NOTE: { fr: "Note d'une commande", en: "Note of an order" },
  LINE_REFUSAL: { fr: "Refus à la réception", en: "Refusal at reception" },
  DECLARATION_REASON: { fr: "Raison d'une réouverture d'année", en: "Reason a year was reopened" },
  MEASURE_DESCRIPTION: { fr: "Description d'une mesure", en: "Description of a measure" },
  MEASURE_REASON: { fr: "Abandon d'une mesure", en: "Reason a measure was given up" },
  MEASURE_COMMENT: { fr: "Commentaire d'une mesure", en: "Comment on a measure" },
  REPORT_REASON: { fr: "Raison d'une réouverture de rapport", en: "Reason a report was reopened" },
  REQUEST_NOTE: { fr: "Demande à la légumerie", en: "Request to the vegetable workshop" },
  REQUEST_ANSWER: { fr: "Réponse de la légumerie", en: "Answer of the vegetable workshop" },
  DELIVERY_REFUSAL: {
    fr: "Refus d'une livraison de légumerie",
    en: "Refusal of a vegetable workshop's delivery",
  },
  DELIVERY_REPLACED: {
    fr: "Remplacement dans une livraison de légumerie",
    en: "Replacement in a vegetable workshop's delivery",
  },
  DELIVERY_SENT_BACK: { fr: "Retour à la légumerie", en: "Goods sent back to the vegetable workshop" },
  WORKSHOP_NOTICE: { fr: "Avis de la légumerie", en: "Notice of the vegetable workshop" },
  LEDGER_CORRECTION: {
    fr: "Correction du registre de la légumerie",
    en: "Correction of the vegetable workshop's ledger",
  },
  CLAUSE_REASON: { fr: "Heures convenues dans un marché", en: "Hours agreed in a contract" },
  CLAUSE_FACILITATOR: { fr: "Suivi d'une clause sociale", en: "Who follows a social clause" },
  SHARE_LABEL: { fr: "Intitulé d'une page publique", en: "Label of a public page" },
  PROOF_FILE: { fr: "Nom du fichier d'un justificatif", en: "Name of a proof's file" },
  INVOICE_FILE: { fr: "Nom du fichier d'une facture", en: "Name of an invoice's file" },
  DROPPED_FILE: { fr: "Nom d'un fichier à importer", en: "Name of a file to import" },
  IMPORTED_FILE: { fr: "Nom d'un fichier importé", en: "Name of an imported file" },
  HOURS_FILE: { fr: "Nom d'un fichier d'heures", en: "Name of a file of hours" },
};

/** One text of a row. `canteenId`: null for what belongs to the organisation as a whole. */
export const freeTextKeySchema = z.object({
  place: z.enum(FREE_TEXT_PLACES),
  canteenId: z.nullable(idSchema),
  id: idSchema,
});
export type FreeTextKey = z.infer<typeof freeTextKeySchema>;

/** One word for the three parts of the key. */
export function idOfFreeText({ place, canteenId, id }: FreeTextKey): string {
  return `${place} ${canteenId ?? ""} ${id}`;
}

/** A text that names somebody, or seems to. */
export interface NamingText extends FreeTextKey {
  text: string;
  /** Every part of the name is there; else it may be somebody else, or a common word. */
  whole: boolean;
}

/** Letters of one word; a hyphen or an apostrophe parts two. */
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Shorter ones are particles and initials. */
const SHORTEST_PART = 3;

/** Which parts of the name a text has, as whole words whatever their case and accents: all, some or none. */
export function namesPerson(text: string, name: string): "whole" | "part" | "no" {
  const parts = partsOf(name);
  const words = new Set((text.match(WORD) ?? []).map(searchKey));
  const found = [...parts].filter((part) => words.has(part)).length;
  if (found === 0) return "no";
  return found === parts.size ? "whole" : "part";
}

/** The text with `ERASED_NAME` where parts of the name stood, once for those that follow each other. */
export function withoutName(text: string, name: string): string {
  const parts = partsOf(name);
  let told = "";
  let from = 0;
  let endsErased = false;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const isPart = parts.has(searchKey(word));
    const between = text.slice(from, index);
    if (isPart && endsErased && /^[\s.'’-]{1,2}$/.test(between)) {
      from = index + word.length;
      continue;
    }
    told += between + (isPart ? ERASED_NAME : word);
    from = index + word.length;
    endsErased = isPart;
  }
  return told + text.slice(from);
}

function partsOf(name: string): Set<string> {
  return new Set((name.match(WORD) ?? []).filter((word) => word.length >= SHORTEST_PART).map(searchKey));
}
