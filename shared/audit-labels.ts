import type { AuditNoun } from "./audit-nouns.ts";
import { AUDIT_NOUNS } from "./audit-nouns.ts";
import type { Translated } from "./locales.ts";
import type { Role } from "./permissions.ts";

export const AUDIT_NOUN_LABELS: Readonly<Record<AuditNoun, Translated>> = {
  orders: { fr: "Commandes et avoirs", en: "Orders and credit notes" },
  "order-templates": { fr: "Paniers de commande", en: "Order templates" },
  "ordering-terms": { fr: "Conditions de commande", en: "Ordering terms" },
  "price-lists": { fr: "Mercuriales", en: "Price lists" },
  "quote-requests": { fr: "Demandes de devis", en: "Requests for quotes" },
  imports: { fr: "Imports de fichiers", en: "File imports" },
  "import-mappings": { fr: "Lecture des fichiers importés", en: "Reading of imported files" },
  invoices: { fr: "Factures et pièces", en: "Invoices and documents" },
  canteens: { fr: "Cantines", en: "Canteens" },
  "canteen-groups": { fr: "Groupes de cantines", en: "Groups of canteens" },
  suppliers: { fr: "Fournisseurs", en: "Suppliers" },
  "supplier-statuses": { fr: "Statuts des fournisseurs", en: "Suppliers' statuses" },
  certificates: { fr: "Preuves", en: "Proofs" },
  "contract-lots": { fr: "Lots de marchés", en: "Contract lots" },
  contracts: { fr: "Marchés et clauses sociales", en: "Contracts and social clauses" },
  "clause-hours": { fr: "Heures d'insertion", en: "Insertion hours" },
  "clause-hour-imports": { fr: "Imports d'heures d'insertion", en: "Imports of insertion hours" },
  "proof-requests": { fr: "Demandes de justificatifs", en: "Requests for proofs" },
  products: { fr: "Produits", en: "Products" },
  offers: { fr: "Articles des fournisseurs", en: "Suppliers' articles" },
  targets: { fr: "Objectifs", en: "Targets" },
  measures: { fr: "Mesures suivies", en: "Followed measures" },
  "council-reports": { fr: "Rapports au CDESS", en: "Reports to the CDESS" },
  "council-colleges": { fr: "Collèges du CDESS", en: "Colleges of the CDESS" },
  "shares-links": { fr: "Pages publiques", en: "Public pages" },
  declarations: { fr: "Déclarations annuelles", en: "Yearly declarations" },
  "local-definitions": { fr: "Définitions de « local »", en: "Definitions of “local”" },
  pats: { fr: "Projets alimentaires territoriaux", en: "Territorial food projects" },
  users: { fr: "Comptes", en: "Accounts" },
  grants: { fr: "Droits", en: "Rights" },
  organisations: { fr: "Organisation", en: "Organisation" },
};

/** What a canteen's own record holds; the rest is in its organisation's. */
export const CANTEEN_NOUNS: readonly AuditNoun[] = [
  "orders",
  "invoices",
  "imports",
  "order-templates",
  "quote-requests",
  "targets",
  "declarations",
  "shares-links",
  "canteens",
];

const ONLY_OF_CANTEENS: readonly AuditNoun[] = [
  "orders",
  "invoices",
  "imports",
  "order-templates",
  "quote-requests",
  "declarations",
];

export const ORGANISATION_NOUNS: readonly AuditNoun[] = AUDIT_NOUNS.filter(
  (noun) => !ONLY_OF_CANTEENS.includes(noun),
);

export const ROLE_LABELS: Readonly<Record<Role, Translated>> = {
  manager: { fr: "Gestionnaire", en: "Manager" },
  kitchen: { fr: "Cuisine", en: "Kitchen" },
  official: { fr: "Élu", en: "Elected official" },
  administrator: { fr: "Administrateur", en: "Administrator" },
  legumerie: { fr: "Opérateur de légumerie", en: "Vegetable workshop operator" },
};

/** « a modifié la commande »: what was done, between who and what. */
export const ACTION_VERBS: Readonly<Record<string, Translated>> = {
  created: { fr: "a créé", en: "created" },
  updated: { fr: "a modifié", en: "changed" },
  deleted: { fr: "a supprimé", en: "deleted" },
  restored: { fr: "a rétabli", en: "brought back" },
  received: { fr: "a déposé", en: "added" },
  recorded: { fr: "a enregistré", en: "recorded" },
  "recorded-with-gap": { fr: "a enregistré malgré l'écart", en: "recorded despite the difference" },
  undone: { fr: "a annulé", en: "undid" },
  unrecorded: { fr: "a annulé l'enregistrement de", en: "undid the recording of" },
  revoked: { fr: "a retiré", en: "withdrew" },
  declared: { fr: "a déclaré", en: "declared" },
  reopened: { fr: "a rouvert", en: "reopened" },
  closed: { fr: "a arrêté", en: "closed" },
  commented: { fr: "a commenté", en: "commented" },
  erased: { fr: "a effacé", en: "erased" },
  "two-step-reset": { fr: "a retiré", en: "removed" },
  "password-reset": { fr: "a renouvelé", en: "reset" },
};

/** For an action of which no verb is known yet. */
export const OTHER_VERB: Translated = { fr: "a changé", en: "changed" };

/** Who acted when nobody may be named. */
export const NOBODY: Readonly<Record<"program" | "elsewhere", Translated>> = {
  program: { fr: "Le programme", en: "The program" },
  elsewhere: {
    fr: "Le programme ou un compte d'une autre organisation",
    en: "The program or an account of another organisation",
  },
};
