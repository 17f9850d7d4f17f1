import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { HoursColumn, HoursIssueCode } from "../../shared/clauses/hours-file.ts";

/** Columns as their header is best written. */
export const COLUMN_NAMES: Readonly<Record<HoursColumn, MessageDescriptor>> = {
  contract: msg`Marché`,
  lot: msg`Lot`,
  month: msg`Mois`,
  employer: msg`Employeur`,
  siret: msg`SIRET de l'employeur`,
  hours: msg`Heures`,
  people: msg`Personnes`,
};

/** What is wrong and what to do. */
export const ISSUE_WORDS: Readonly<Record<HoursIssueCode, MessageDescriptor>> = {
  CONTRACT_UNKNOWN: msg`aucun marché n'a ce numéro : corrigez-le, ou ajoutez le marché`,
  LOT_MISSING: msg`ce marché a plusieurs lots : dites lequel`,
  LOT_UNKNOWN: msg`ce marché n'a pas ce lot : corrigez son numéro`,
  EMPLOYER_MISSING: msg`l'employeur n'est pas dit : donnez son nom ou son SIRET`,
  EMPLOYER_UNKNOWN: msg`ce n'est pas un employeur de ce lot : corrigez le nom, ou ajoutez-le à la clause`,
  EMPLOYER_TWICE: msg`cet employeur a deux clauses dans ce lot : saisissez ses heures dans la fiche du marché`,
  MONTH_UNREADABLE: msg`ce n'est pas un mois : écrivez-le comme 03/2026 ou mars 2026`,
  MONTH_FUTURE: msg`ce mois n'a pas commencé : corrigez-le`,
  MONTH_OUTSIDE: msg`ce mois est hors de la clause : corrigez-le, ou changez les dates de la clause`,
  HOURS_UNREADABLE: msg`ce n'est pas un nombre d'heures : écrivez-le comme 151,67`,
  PEOPLE_UNREADABLE: msg`ce n'est pas un nombre de personnes : un nombre entier, ou rien`,
  ROW_TWICE: msg`une autre ligne dit déjà ce mois de cet employeur : additionnez-les en une seule`,
  TOO_MANY: msg`au-delà de 5 000 lignes, la suite n'est pas lue : coupez le fichier en deux`,
};
