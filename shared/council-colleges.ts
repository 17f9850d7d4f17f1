import * as z from "zod/mini";
import { nameField } from "./fields.ts";
import type { Translated } from "./locales.ts";

/** What a paragraph of the report may be about; each is one sentence, in this order. */
export const COUNCIL_TOPICS = ["canteens", "origins", "ess", "clauses", "legumerie", "measures"] as const;
export type CouncilTopic = (typeof COUNCIL_TOPICS)[number];

export const COUNCIL_TOPIC_LABELS: Readonly<Record<CouncilTopic, Translated>> = {
  canteens: { fr: "Bio et EGalim dans les cantines", en: "Organic and EGalim in canteens" },
  origins: { fr: "Local et circuit court", en: "Local and short circuit" },
  ess: { fr: "Achats à l'économie sociale", en: "Purchases from the social economy" },
  clauses: { fr: "Clauses sociales", en: "Social clauses" },
  legumerie: { fr: "Légumeries et emploi", en: "Vegetable workshops and jobs" },
  measures: { fr: "Mesures suivies", en: "Followed measures" },
};

/** One college of the departmental council for the social economy. */
export interface CouncilCollege {
  name: string;
  topics: CouncilTopic[];
}

/**
 * The nine colleges that the Pas-de-Calais gives its council, in the order of its own presentation. No national text
 * sets them: each département names its own, hence a setting of the organisation. What each is told first is ours.
 */
export const DEFAULT_COLLEGES: readonly CouncilCollege[] = [
  { name: "Acteurs institutionnels", topics: ["canteens", "measures"] },
  { name: "Têtes de réseaux de l'ESS", topics: ["ess", "clauses"] },
  { name: "Acteurs de la finance de l'ESS", topics: ["ess", "measures"] },
  { name: "Acteurs mutualistes et fédéralistes", topics: ["ess", "canteens"] },
  { name: "Acteurs syndicaux et patronaux", topics: ["clauses", "legumerie"] },
  { name: "Acteurs universitaires", topics: ["canteens", "origins", "measures"] },
  { name: "Acteurs consulaires", topics: ["origins", "ess"] },
  { name: "Acteurs de l'éducation populaire", topics: ["canteens", "legumerie"] },
  { name: "Personnes qualifiées", topics: ["origins", "measures"] },
];

const MOST_COLLEGES = 20;

export const collegesSchema = z
  .array(
    z.object({
      name: nameField,
      topics: z.array(z.enum(COUNCIL_TOPICS)).check(z.minLength(1), z.maxLength(COUNCIL_TOPICS.length)),
    }),
  )
  .check(z.minLength(1), z.maxLength(MOST_COLLEGES));
