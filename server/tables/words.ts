import type { ProofState } from "../../shared/certificates.ts";
import type { ReportUnit } from "../../shared/council-figures.ts";
import type { Outlook } from "../../shared/indicators/projection-target.ts";
import type { YieldStanding } from "../../shared/legumerie/yield.ts";
import type { Translated } from "../../shared/locales.ts";
import type { MeasureUnit } from "../../shared/measure-figures.ts";
import type { ProofUrgency } from "../../shared/proof-list.ts";
import type { TargetSource } from "../../shared/targets.ts";

/** What the cells of files call what the pages draw. */
export const PROOF_STATES: Readonly<Record<ProofState["state"] | "replaced", Translated>> = {
  valid: { fr: "valable", en: "valid" },
  expiring: { fr: "expire bientôt", en: "expires soon" },
  expired: { fr: "expirée", en: "expired" },
  future: { fr: "à venir", en: "to come" },
  replaced: { fr: "remplacée", en: "replaced" },
};

export const PROOF_URGENCIES: Readonly<Record<ProofUrgency, Translated>> = {
  expired: { fr: "expiré", en: "expired" },
  expiring: { fr: "à renouveler", en: "to renew" },
  missing: { fr: "sans justificatif", en: "without proof" },
  valid: { fr: "valable", en: "valid" },
};

export const TARGET_SOURCES: Readonly<Record<TargetSource, Translated>> = {
  law: { fr: "loi", en: "law" },
  organisation: { fr: "organisation", en: "organisation" },
  canteen: { fr: "cantine", en: "canteen" },
};

export const OUTLOOKS: Readonly<Record<Outlook, Translated>> = {
  secured: { fr: "acquis", en: "secured" },
  likely: { fr: "oui, sans doute", en: "likely" },
  uncertain: { fr: "incertain", en: "uncertain" },
  unlikely: { fr: "sans doute pas", en: "unlikely" },
  "out-of-reach": { fr: "hors d'atteinte", en: "out of reach" },
};

export const STANDINGS: Readonly<Record<YieldStanding, Translated>> = {
  below: { fr: "sous la fourchette", en: "below the range" },
  within: { fr: "dans la fourchette", en: "within the range" },
  above: { fr: "au-dessus de la fourchette", en: "above the range" },
};

export const WHOLE_ORGANISATION: Translated = {
  fr: "Toute l'organisation",
  en: "The whole organisation",
};

/** What a followed figure is counted in; a typed value says its own. */
export const FOLLOWED_UNITS: Readonly<Record<MeasureUnit, Translated>> = {
  share: { fr: "%", en: "%" },
  cents: { fr: "€ HT", en: "€ excl. VAT" },
  grams: { fr: "tonnes", en: "tonnes" },
  count: { fr: "nombre", en: "count" },
  hours: { fr: "heures", en: "hours" },
  typed: { fr: "à préciser", en: "to be said" },
};

/** What a figure of the report is counted in. */
export const REPORT_UNITS: Readonly<Record<ReportUnit, Translated>> = {
  share: { fr: "%", en: "%" },
  amount: { fr: "€ HT", en: "€ excl. VAT" },
  part: { fr: "€ HT", en: "€ excl. VAT" },
  grams: { fr: "tonnes", en: "tonnes" },
  count: { fr: "nombre", en: "count" },
  people: { fr: "personnes", en: "people" },
  hours: { fr: "heures", en: "hours" },
};
