import type { FieldReading } from "./audit-field-readings.ts";
import { field } from "./audit-field-readings.ts";
import { MEASURE_FIGURE_LABELS } from "./measure-figures.ts";
import { MEASURE_STATE_LABELS } from "./measures.ts";

/** The fields of a followed measure in the record of changes. */
export const MEASURE_READINGS: Readonly<Record<string, FieldReading>> = {
  title: field("Intitulé", "Title", "text"),
  description: field("Description", "Description", "text"),
  ownerId: field("Portée par", "Carried by", "reference"),
  ownerTitle: field("Portée par la fonction", "Carried by the function", "text"),
  startsOn: field("Début", "Start", "date"),
  dueOn: field("Échéance", "Due date", "date"),
  state: field("État", "State", MEASURE_STATE_LABELS),
  figure: field("Indicateur", "Indicator", MEASURE_FIGURE_LABELS),
  certainty: field("Décompte", "Counting", {
    strict: { fr: "prouvé seulement", en: "proven only" },
    declared: { fr: "prouvé et déclaré", en: "proven and declared" },
  }),
  scopeKind: field("Sur", "On", {
    organisation: { fr: "Toute l'organisation", en: "The whole organisation" },
    group: { fr: "Un groupe de cantines", en: "A group of canteens" },
    canteen: { fr: "Une cantine", en: "A canteen" },
    legumerie: { fr: "Une légumerie", en: "A vegetable workshop" },
  }),
  unitText: field("Unité", "Unit", "text"),
  startOn: field("Départ mesuré le", "Start measured on", "date"),
  startShareBp: field("Départ", "Start", "basisPoints"),
  startHtCents: field("Départ HT", "Start excl. VAT", "cents"),
  startGrams: field("Départ", "Start", "grams"),
  startCount: field("Départ", "Start", "integer"),
  startHoursE2: field("Départ", "Start", "hoursE2"),
  startMilli: field("Départ", "Start", "quantityMilli"),
  targetShareBp: field("Cible", "Target", "basisPoints"),
  targetHtCents: field("Cible HT", "Target excl. VAT", "cents"),
  targetGrams: field("Cible", "Target", "grams"),
  targetCount: field("Cible", "Target", "integer"),
  targetHoursE2: field("Cible", "Target", "hoursE2"),
  targetMilli: field("Cible", "Target", "quantityMilli"),
  text: field("Commentaire", "Comment", "text"),
  typedValue: field("Valeur relevée", "Value noted", "quantityMilli"),
  measuredOn: field("Relevée le", "Noted on", "date"),
};
