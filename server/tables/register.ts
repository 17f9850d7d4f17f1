import type { PageTableName } from "../../shared/export-tables.ts";
import { clauseHours, clauses, contracts, hoursToFill } from "./clause-tables.ts";
import { councilCanteens, councilFigures, councilMeasures } from "./council-tables.ts";
import { measureMonths, measures } from "./measure-tables.ts";
import type { AnswerOf, PageTable } from "./page-table.ts";
import { disposals, plannedBatches, plannedOrders } from "./plan-tables.ts";
import { priceAlerts, priceList, priceLists, quoteRequests, quotes } from "./price-list-tables.ts";
import { comparison, groupedOrders, priceHistory, procurement } from "./price-tables.ts";
import { declaration, invoices, lateDifferences, orders, products } from "./purchase-tables.ts";
import { canteenRecord, imports, organisationRecord, proofLines, proofs } from "./record-tables.ts";
import {
  insertionHours,
  socialCanteens,
  socialFamilies,
  socialFigures,
  socialMonths,
  socialSuppliers,
} from "./social-tables.ts";
import {
  supplierCanteens,
  supplierMonths,
  supplierOffers,
  supplierProofs,
  supplierStatuses,
  suppliers,
  supplierYears,
} from "./supplier-tables.ts";
import { outlooks, ownTargets, pathSwitches, trajectory } from "./target-tables.ts";
import { campaign, mapCanteens, mapFlows, mapSuppliers, peers } from "./territory-tables.ts";
import { ediblePrices } from "./workshop-edible-table.ts";
import { workHours } from "./workshop-hours-table.ts";
import { indicatorCurve, indicators } from "./workshop-indicators-tables.ts";
import { scenario } from "./workshop-scenario-table.ts";
import { batches, deliveries, losses, lots, outputs, tonnes, yields } from "./workshop-tables.ts";

/** How each table of a page is written: a feature adds its line, and its procedure in shared/export-tables.ts. */
export const PAGE_TABLE_WRITERS: { readonly [Name in PageTableName]: PageTable<AnswerOf<Name>> } = {
  commandes: orders,
  factures: invoices,
  produits: products,
  "repertoire-fournisseurs": suppliers,
  "achats-fournisseur": supplierCanteens,
  "achats-fournisseur-mois": supplierMonths,
  "annees-fournisseur": supplierYears,
  "articles-fournisseur": supplierOffers,
  "preuves-fournisseur": supplierProofs,
  "statuts-fournisseur": supplierStatuses,
  "economie-sociale-cantine": socialFigures,
  "economie-sociale-territoire": socialFigures,
  "economie-sociale-cantines": socialCanteens,
  "economie-sociale-fournisseurs-cantine": socialSuppliers,
  "economie-sociale-fournisseurs": socialSuppliers,
  "economie-sociale-familles-cantine": socialFamilies,
  "economie-sociale-familles": socialFamilies,
  "economie-sociale-mois-cantine": socialMonths,
  "economie-sociale-mois": socialMonths,
  "insertion-cantine": insertionHours,
  "insertion-territoire": insertionHours,
  "objectifs-cantine": outlooks,
  "objectifs-territoire": outlooks,
  "trajectoire-cantine": trajectory,
  "trajectoire-territoire": trajectory,
  "nos-objectifs": ownTargets,
  chemin: pathSwitches,
  comparer: comparison,
  "historique-prix": priceHistory,
  mercuriales: priceLists,
  mercuriale: priceList,
  "ecarts-mercuriales": priceAlerts,
  "demandes-devis": quoteRequests,
  devis: quotes,
  seuils: procurement,
  "commandes-groupees": groupedOrders,
  "legumerie-receptions": lots,
  "legumerie-transformations": batches,
  "legumerie-produits": outputs,
  "legumerie-livraisons": deliveries,
  "legumerie-sorties": disposals,
  "legumerie-plan": plannedBatches,
  "legumerie-plan-commandes": plannedOrders,
  "legumerie-tonnes": tonnes,
  "legumerie-rendements": yields,
  "legumerie-pertes": losses,
  "legumerie-heures": workHours,
  "legumerie-indicateurs": indicators,
  "legumerie-indicateurs-suite": indicatorCurve,
  "legumerie-prix": ediblePrices,
  "legumerie-scenario": scenario,
  "historique-cantine": canteenRecord,
  "historique-organisation": organisationRecord,
  justificatifs: proofs,
  "achats-justificatif": proofLines,
  "carte-cantines": mapCanteens,
  "carte-fournisseurs": mapSuppliers,
  "carte-flux": mapFlows,
  semblables: peers,
  campagne: campaign,
  declaration,
  "declaration-ecarts": lateDifferences,
  imports,
  mesures: measures,
  "mesure-mois": measureMonths,
  "cdess-chiffres": councilFigures,
  "cdess-mesures": councilMeasures,
  "cdess-cantines": councilCanteens,
  marches: contracts,
  "clauses-sociales": clauses,
  "heures-insertion": clauseHours,
  "heures-a-remplir": hoursToFill,
};
