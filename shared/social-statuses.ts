import type { Translated } from "./locales.ts";

/** Legal forms; the first five belong to the social economy. @law loi-2014-856-1 */
export const LEGAL_FORMS = [
  "ASSOCIATION",
  "COOPERATIVE",
  "MUTUELLE",
  "FONDATION",
  "SOCIETE_ESS",
  "SOCIETE",
  "EXPLOITATION_AGRICOLE",
  "ENTREPRISE_INDIVIDUELLE",
  "PUBLIC",
] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** @law loi-2014-856-1 */
const ESS_FORMS: readonly LegalForm[] = [
  "ASSOCIATION",
  "COOPERATIVE",
  "MUTUELLE",
  "FONDATION",
  "SOCIETE_ESS",
];

export const LEGAL_FORM_LABELS: Readonly<Record<LegalForm, Translated>> = {
  ASSOCIATION: { fr: "Association", en: "Association" },
  COOPERATIVE: { fr: "Coopérative", en: "Cooperative" },
  MUTUELLE: { fr: "Mutuelle", en: "Mutual" },
  FONDATION: { fr: "Fondation", en: "Foundation" },
  SOCIETE_ESS: { fr: "Société commerciale de l'ESS", en: "Commercial company of the social economy" },
  SOCIETE: { fr: "Société commerciale", en: "Commercial company" },
  EXPLOITATION_AGRICOLE: { fr: "Société agricole (EARL, GAEC, SCEA)", en: "Farm company (EARL, GAEC, SCEA)" },
  ENTREPRISE_INDIVIDUELLE: { fr: "Entreprise individuelle", en: "Sole trader" },
  PUBLIC: { fr: "Organisme public", en: "Public body" },
};

/** Employers of people in integration or with a disability (DOMAIN section 8). */
export const INSERTION_STATUSES = ["EI", "ACI", "AI", "ETTI", "EA", "ESAT", "EATT", "GEIQ"] as const;
export type InsertionStatus = (typeof INSERTION_STATUSES)[number];

export const INSERTION_STATUS_LABELS: Readonly<Record<InsertionStatus, Translated>> = {
  EI: { fr: "Entreprise d'insertion (EI)", en: "Work-integration company (EI)" },
  ACI: { fr: "Atelier et chantier d'insertion (ACI)", en: "Work-integration workshop (ACI)" },
  AI: { fr: "Association intermédiaire (AI)", en: "Intermediary association (AI)" },
  ETTI: {
    fr: "Entreprise de travail temporaire d'insertion (ETTI)",
    en: "Integration temping agency (ETTI)",
  },
  EA: { fr: "Entreprise adaptée (EA)", en: "Adapted company (EA)" },
  ESAT: { fr: "Établissement d'accompagnement par le travail (ESAT)", en: "Sheltered workshop (ESAT)" },
  EATT: { fr: "Entreprise adaptée de travail temporaire (EATT)", en: "Adapted temping agency (EATT)" },
  GEIQ: { fr: "Groupement d'employeurs (GEIQ)", en: "Employers' group for integration (GEIQ)" },
};

/** All that a supplier may be for a time: one legal form, and any of the others. */
export const SOCIAL_STATUSES = [...LEGAL_FORMS, ...INSERTION_STATUSES, "ESUS", "LABEL", "CHARTER"] as const;
export type SocialStatus = (typeof SOCIAL_STATUSES)[number];

export const SOCIAL_STATUS_LABELS: Readonly<Record<SocialStatus, Translated>> = {
  ...LEGAL_FORM_LABELS,
  ...INSERTION_STATUS_LABELS,
  ESUS: { fr: "Agrément ESUS", en: "ESUS approval" },
  LABEL: { fr: "Label ESS du Département", en: "Social economy label of the department" },
  CHARTER: { fr: "Charte du Département", en: "Charter of the department" },
};

/** Whether it is a legal form: a supplier has one at a time. */
export function isLegalForm(status: SocialStatus): status is LegalForm {
  return LEGAL_FORMS.some((form) => form === status);
}

/** Whether it employs people in integration or with a disability. */
export function isInsertionStatus(status: SocialStatus): status is InsertionStatus {
  return INSERTION_STATUSES.some((one) => one === status);
}

/** The kinds of insertion among these. */
export function insertionsOf(statuses: readonly SocialStatus[]): InsertionStatus[] {
  return statuses.filter(isInsertionStatus);
}

/** Whether one of these makes a company of the social economy, and by which name it is known; null: none does. */
export function economyOf(statuses: readonly SocialStatus[]): "ESUS" | "ESS" | null {
  if (statuses.includes("ESUS")) return "ESUS";
  return statuses.some((status) => ESS_FORMS.some((form) => form === status)) ? "ESS" : null;
}

/** In a word or two, where a badge has little room: « ACI », « ESS ». */
export function shortStatus(status: SocialStatus): Translated {
  if (isInsertionStatus(status) || status === "ESUS") return { fr: status, en: status };
  if (status === "LABEL") return { fr: "Label", en: "Label" };
  if (status === "CHARTER") return { fr: "Charte", en: "Charter" };
  return { fr: "ESS", en: "ESS" };
}

/** What each one is, for who chooses it. */
export const SOCIAL_STATUS_WORDS: Readonly<Record<SocialStatus, Translated>> = {
  ASSOCIATION: {
    fr: "Loi de 1901 (ou droit local). De droit dans l'économie sociale et solidaire.",
    en: "Non-profit association. Part of the social economy by law.",
  },
  COOPERATIVE: {
    fr: "Scop, Scic, coopérative agricole… De droit dans l'économie sociale et solidaire.",
    en: "Workers', farmers' or multi-stakeholder cooperative. Part of the social economy by law.",
  },
  MUTUELLE: {
    fr: "Mutuelle ou union de mutuelles. De droit dans l'économie sociale et solidaire.",
    en: "Mutual society. Part of the social economy by law.",
  },
  FONDATION: {
    fr: "Fondation. De droit dans l'économie sociale et solidaire.",
    en: "Foundation. Part of the social economy by law.",
  },
  SOCIETE_ESS: {
    fr: "Société commerciale dont les statuts suivent la loi de 2014 et qui porte la mention « ESS » au registre du commerce.",
    en: "Commercial company that meets the conditions of the 2014 act and is registered as such.",
  },
  SOCIETE: {
    fr: "SARL, SAS, SA sans la mention « ESS » : hors de l'économie sociale et solidaire.",
    en: "Ordinary company, not registered as one of the social economy: outside it.",
  },
  EXPLOITATION_AGRICOLE: {
    fr: "Société agricole : hors de l'économie sociale et solidaire.",
    en: "Farm company: outside the social economy.",
  },
  ENTREPRISE_INDIVIDUELLE: {
    fr: "Une personne à son compte : hors de l'économie sociale et solidaire.",
    en: "Sole trader: outside the social economy.",
  },
  PUBLIC: {
    fr: "Établissement ou service public, par exemple un ESAT public : hors de l'économie sociale et solidaire.",
    en: "Public body, a public sheltered workshop for instance: outside the social economy.",
  },
  EI: {
    fr: "Conventionnée par l'État : embauche en insertion pour produire et vendre.",
    en: "Under agreement with the State: employs people in integration to produce and sell.",
  },
  ACI: {
    fr: "Conventionné par l'État : contrats d'insertion et accompagnement ; beaucoup de légumeries en sont.",
    en: "Under agreement with the State: integration contracts with support; many vegetable workshops are.",
  },
  AI: {
    fr: "Conventionnée par l'État : met des personnes en insertion à disposition.",
    en: "Under agreement with the State: lends people in integration to employers.",
  },
  ETTI: {
    fr: "Conventionnée par l'État : intérim d'insertion.",
    en: "Under agreement with the State: temping for integration.",
  },
  EA: {
    fr: "Agréée par l'État : au moins 55 % de salariés handicapés, sous contrat de travail.",
    en: "Approved by the State: at least 55 % of employees with a disability, under employment contracts.",
  },
  ESAT: {
    fr: "Établissement médico-social : travail accompagné de personnes handicapées.",
    en: "Medico-social establishment: supported work of people with a disability.",
  },
  EATT: {
    fr: "Entreprise adaptée agréée pour l'intérim de personnes handicapées.",
    en: "Adapted company approved for temping of people with a disability.",
  },
  GEIQ: {
    fr: "Groupement d'employeurs labellisé qui forme et met à disposition des personnes en insertion.",
    en: "Labelled group of employers that trains people in integration and lends them.",
  },
  ESUS: {
    fr: "« Entreprise solidaire d'utilité sociale » : agrément du préfet, daté. Une structure d'insertion peut l'avoir de plein droit, mais il se note ici à ses dates.",
    en: "Approval of the prefect as a company of social usefulness, with its dates. Integration structures may have it by right, yet it is noted here with its dates.",
  },
  LABEL: {
    fr: "Label que le Département donne à une structure de l'économie sociale et solidaire.",
    en: "Label that the department gives to a structure of the social economy.",
  },
  CHARTER: {
    fr: "La structure a signé la charte du Département.",
    en: "The structure has signed the charter of the department.",
  },
};
