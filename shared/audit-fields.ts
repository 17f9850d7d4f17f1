import { ROLE_LABELS } from "./audit-labels.ts";
import { SECTOR_LABELS } from "./canteens.ts";
import { CATEGORY_LABELS } from "./categories.ts";
import { SCHEME_LABELS } from "./certificates.ts";
import { CLAUSE_WAY_LABELS } from "./clauses/ways.ts";
import { CONTRACT_KIND_LABELS, CONTRACT_PROCEDURE_LABELS } from "./contracts.ts";
import { FAMILY_LABELS } from "./families.ts";
import { GAMME_LABELS } from "./gammes.ts";
import { BASIS_LABELS, INDICATOR_LABELS } from "./indicators/indicators.ts";
import { INVOICE_STATE_LABELS } from "./invoices/states.ts";
import { REGIME_LABELS } from "./law/targets.ts";
import { LOCAL_SCOPE_LABELS } from "./local-definitions.ts";
import type { Translated } from "./locales.ts";
import { ORGANIC_STAGE_LABELS, ORIGIN_LABELS } from "./offers.ts";
import { ORDER_STATUS_LABELS } from "./order-statuses.ts";
import { ORDER_KIND_LABELS } from "./orders.ts";
import { COMPOSITION_LABELS, FARM_KIND_LABELS } from "./products.ts";
import { UNIT_LABELS } from "./quantity.ts";
import { SUPPLIER_KIND_LABELS } from "./supplier-kinds.ts";
import { INSERTION_STATUS_LABELS, LEGAL_FORM_LABELS } from "./suppliers.ts";

/** How a value reads: its unit, or what it points to. */
export type ValueKind =
  | "text"
  | "integer"
  | "cents"
  | "unitPriceE4"
  | "quantityMilli"
  | "grams"
  | "metres"
  | "basisPoints"
  | "hoursE2"
  | "date"
  | "moment"
  | "flag"
  | "reference"
  | "point"
  | "file"
  | "locale"
  | "weekday"
  | "refusal";

export interface FieldReading {
  label: Translated;
  kind: ValueKind | Readonly<Record<string, Translated>>;
}

/** Fields that say nothing to a reader, or that another field already says. */
export const SILENT_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "version",
  "lines",
  "verdicts",
  "organisationId",
  "epci",
  "departement",
  "region",
  "search",
  "grants",
  "orderId",
  "mapping",
  "amounts",
  "marks",
  "employerIds",
]);

/** `kind` means one thing for an order and another for a supplier. */
export const FIELDS_OF_NOUN: Readonly<Record<string, Readonly<Record<string, FieldReading>>>> = {
  suppliers: { kind: field("Type", "Kind", SUPPLIER_KIND_LABELS) },
  "local-definitions": {
    validFrom: field("À partir du", "From", "date"),
    scope: field("Portée", "Scope", LOCAL_SCOPE_LABELS),
  },
  certificates: {
    families: field("Familles couvertes", "Families covered", FAMILY_LABELS),
    number: field("Numéro", "Number", "text"),
  },
  offers: { name: field("Désignation", "Name", "text") },
  "contract-lots": { families: field("Familles couvertes", "Families covered", FAMILY_LABELS) },
};

/** Every field a change may hold, whatever it is about, in the order they are shown. */
export const FIELDS: Readonly<Record<string, FieldReading>> = {
  reference: field("Référence", "Reference", "text"),
  kind: field("Nature", "Kind", ORDER_KIND_LABELS),
  status: field("État", "Status", ORDER_STATUS_LABELS),
  supplierId: field("Fournisseur", "Supplier", "reference"),
  orderedOn: field("Commandée le", "Ordered on", "date"),
  expectedOn: field("Attendue le", "Expected on", "date"),
  deliveredOn: field("Livrée le", "Delivered on", "date"),
  invoicedOn: field("Facturée le", "Invoiced on", "date"),
  note: field("Note", "Note", "text"),
  deletedAt: field("Supprimée le", "Deleted on", "moment"),
  minimumHtCents: field("Commande minimum HT", "Minimum order excl. VAT", "cents"),
  freeDeliveryHtCents: field("Franco de port HT", "Free delivery from, excl. VAT", "cents"),
  deliveryDays: field("Jours de livraison", "Delivery days", "weekday"),
  orderDaysBefore: field("Jours avant la livraison", "Days before delivery", "integer"),
  orderBeforeHour: field("Avant l'heure", "Before the hour", "integer"),
  contract: field("Marché", "Contract", "text"),
  lot: field("Lot", "Lot", "text"),
  subject: field("Objet", "Subject", "text"),
  contractKind: field("Nature", "Kind", CONTRACT_KIND_LABELS),
  procedure: field("Procédure", "Procedure", CONTRACT_PROCEDURE_LABELS),
  startsOn: field("Début", "Start", "date"),
  endsOn: field("Fin", "End", "date"),
  holderName: field("Titulaire", "Holder", "text"),
  holderSiret: field("SIRET du titulaire", "Holder's SIRET", "text"),
  way: field("Clause", "Clause", CLAUSE_WAY_LABELS),
  labourShareBp: field("Part de main-d'œuvre", "Labour share", "basisPoints"),
  insertionShareBp: field("Part d'insertion", "Insertion share", "basisPoints"),
  hourlyCostCents: field("Coût horaire", "Hourly cost", "cents"),
  plannedHoursE2: field("Heures prévues", "Planned hours", "hoursE2"),
  agreedHoursE2: field("Heures convenues", "Agreed hours", "hoursE2"),
  agreedReason: field("Raison des heures convenues", "Reason for the agreed hours", "text"),
  facilitator: field("Facilitateur", "Facilitator", "text"),
  employers: field("Employeurs", "Employers", "text"),
  hoursE2: field("Heures faites", "Hours done", "hoursE2"),
  countsChanged: field("Nombres de personnes modifiés", "Counts of people changed", "integer"),
  externalitiesWeightBp: field("Poids des externalités", "Weight of externalities", "basisPoints"),
  environmentWeightBp: field("Poids de l'environnement", "Weight of the environment", "basisPoints"),
  directSupplyWeightBp: field(
    "Poids de l'approvisionnement direct",
    "Weight of direct supply",
    "basisPoints",
  ),
  description: field("Désignation", "Description", "text"),
  quantityMilli: field("Quantité", "Quantity", "quantityMilli"),
  receivedMilli: field("Quantité reçue", "Received quantity", "quantityMilli"),
  refusal: field("Refus", "Refusal", "refusal"),
  unit: field("Unité", "Unit", UNIT_LABELS),
  unitGrams: field("Poids d'une unité", "Weight of one unit", "grams"),
  unitPriceHtE4: field("Prix unitaire HT", "Unit price excl. VAT", "unitPriceE4"),
  amountHtCents: field("Montant HT", "Amount excl. VAT", "cents"),
  vatBp: field("TVA", "VAT", "basisPoints"),
  name: field("Nom", "Name", "text"),
  nameEn: field("Nom anglais", "English name", "text"),
  code: field("Code article", "Item number", "text"),
  siret: field("SIRET", "SIRET", "text"),
  uai: field("UAI", "UAI", "text"),
  sector: field("Secteur", "Sector", SECTOR_LABELS),
  regime: field("Régime légal", "Legal regime", REGIME_LABELS),
  legalForm: field("Forme juridique", "Legal form", LEGAL_FORM_LABELS),
  insertionStatus: field("Insertion", "Work integration", INSERTION_STATUS_LABELS),
  ess: field("Économie sociale et solidaire", "Social economy", "flag"),
  esus: field("Agrément ESUS", "ESUS approval", "flag"),
  commune: field("Commune", "Commune", "reference"),
  productionCommune: field("Commune de production", "Commune of production", "reference"),
  position: field("Position propre", "Own position", "point"),
  canteenIds: field("Cantines", "Canteens", "reference"),
  communes: field("Communes", "Communes", "reference"),
  territoryCode: field("Territoire", "Territory", "reference"),
  sharesOrderNames: field("Cantines nommées entre elles", "Canteens named to one another", "flag"),
  centralKitchenId: field("Cuisine centrale", "Central kitchen", "reference"),
  mealsPerYear: field("Repas par an", "Meals a year", "integer"),
  scheme: field("Signe", "Scheme", SCHEME_LABELS),
  number: field("Numéro", "Number", "text"),
  controlBody: field("Organisme certificateur", "Control body", "text"),
  families: field("Familles", "Families", FAMILY_LABELS),
  schemes: field("Preuves demandées", "Proofs asked for", SCHEME_LABELS),
  askedOn: field("Demandées le", "Asked on", "date"),
  letter: field("Lettre", "Letter", "text"),
  offerIds: field("Articles couverts", "Articles covered", "reference"),
  validFrom: field("Valable du", "Valid from", "date"),
  validTo: field("Valable jusqu'au", "Valid to", "date"),
  fileId: field("Document", "Document", "file"),
  productId: field("Produit", "Product", "reference"),
  offerId: field("Article", "Article", "reference"),
  family: field("Famille", "Family", FAMILY_LABELS),
  homogeneousFamily: field("Famille homogène", "Homogeneous family", "text"),
  composition: field("Composition", "Composition", COMPOSITION_LABELS),
  plant: field("Végétal", "Plant", "flag"),
  farmKind: field("« Fermier » possible", "“Fermier” possible", FARM_KIND_LABELS),
  pieceGrams: field("Poids d'une pièce", "Weight of one piece", "grams"),
  packGrams: field("Poids d'une unité", "Weight of one unit", "grams"),
  refuseBp: field("Perte à la préparation", "Preparation loss", "basisPoints"),
  gamme: field("Gamme", "Range", GAMME_LABELS),
  baseProductId: field("Autre forme de", "Another form of", "reference"),
  portionGrams: field("Portion", "Portion", "grams"),
  season: field("Mois de saison", "Months in season", "text"),
  producerId: field("Producteur", "Producer", "reference"),
  originCommunes: field("Communes de production", "Communes of production", "reference"),
  origin: field("Origine", "Origin", ORIGIN_LABELS),
  intermediaries: field("Intermédiaires", "Intermediaries", "integer"),
  claims: field("Signes annoncés", "Claimed marks", CATEGORY_LABELS),
  organicStage: field("Stade bio", "Organic stage", ORGANIC_STAGE_LABELS),
  certifiedShareBp: field("Part certifiée", "Certified share", "basisPoints"),
  claimedShort: field("Annoncé circuit court", "Claimed short circuit", "flag"),
  claimedLocal: field("Annoncé local", "Claimed local", "flag"),
  indicator: field("Indicateur", "Indicator", INDICATOR_LABELS),
  basis: field("Mesure", "Basis", BASIS_LABELS),
  year: field("Année", "Year", "text"),
  label: field("Libellé", "Label", "text"),
  expiresOn: field("Valable jusqu'au", "Valid to", "date"),
  indexed: field("Moteurs de recherche", "Search engines", "flag"),
  embedSites: field("Sites qui l'affichent", "Sites that show it", "text"),
  reason: field("Raison", "Reason", "text"),
  shareBp: field("Part à atteindre", "Share to reach", "basisPoints"),
  scope: field("Portée", "Scope", "text"),
  radiusM: field("Rayon", "Radius", "metres"),
  role: field("Rôle", "Role", ROLE_LABELS),
  scopeKind: field("Sur", "On", {
    canteen: { fr: "Une cantine", en: "A canteen" },
    territory: { fr: "Un territoire", en: "A territory" },
    organisation: { fr: "L'organisation", en: "The organisation" },
    legumerie: { fr: "Une légumerie", en: "A vegetable workshop" },
  }),
  scopeId: field("Lieu", "Place", "reference"),
  userId: field("Personne", "Person", "reference"),
  administrator: field("Administrateur", "Administrator", "reference"),
  canteenId: field("Cantine", "Canteen", "reference"),
  locale: field("Langue", "Language", "locale"),
  disabled: field("Accès fermé", "Access closed", "flag"),
  active: field("En service", "In use", "flag"),
  demonstration: field("Démonstration", "Demonstration", "flag"),
  canteens: field("Cantines", "Canteens", "integer"),
  suppliers: field("Fournisseurs", "Suppliers", "integer"),
  sellerName: field("Vendeur", "Seller", "text"),
  invoiceState: field("État de la pièce", "State of the document", INVOICE_STATE_LABELS),
  issuedOn: field("Datée du", "Dated", "date"),
  taxExclusiveCents: field("Total HT déclaré", "Declared total excl. VAT", "cents"),
  gapCents: field("Écart des lignes au total", "Lines minus total", "cents"),
  differenceCents: field("Écart enregistré", "Recorded difference", "cents"),
  acceptedGapCents: field("Écart accepté", "Accepted difference", "cents"),
  fileName: field("Fichier", "File", "text"),
  sha256: field("Empreinte SHA-256", "SHA-256", "text"),
  articles: field("Articles", "Articles", "integer"),
  orders: field("Commandes", "Orders", "integer"),
  file: field("Fichier", "File", "text"),
  columns: field("Colonnes lues", "Columns read", "text"),
  totalCents: field("Total HT", "Total excl. VAT", "cents"),
};

function field(fr: string, en: string, kind: FieldReading["kind"]): FieldReading {
  return { label: { fr, en }, kind };
}
