/** Tables that are taken away as files, by their name in the address: `/files/tableaux/cantines.xlsx`. */
export const EXPORT_TABLES = [
  "cantines",
  "mois",
  "familles",
  "fournisseurs",
  "quatre-cases",
  "pourquoi",
  "pourquoi-detail",
  "lignes",
] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

/**
 * Tables of the other pages, each with the procedure whose answer it holds: `/files/tableaux/commandes.csv?input=…`,
 * where `input` is the procedure's own, as JSON. Whoever may ask the one may take the other.
 */
export const PAGE_TABLES = {
  commandes: "orders.list",
  factures: "invoices.list",
  produits: "products.list",
  "repertoire-fournisseurs": "suppliers.list",
  "achats-fournisseur": "suppliers.purchases",
  "achats-fournisseur-mois": "suppliers.purchases",
  "annees-fournisseur": "suppliers.get",
  "articles-fournisseur": "suppliers.get",
  "preuves-fournisseur": "suppliers.get",
  "statuts-fournisseur": "suppliers.get",
  "economie-sociale-cantine": "socialEconomy.canteen",
  "economie-sociale-territoire": "socialEconomy.territory",
  "economie-sociale-cantines": "socialEconomy.territory",
  "economie-sociale-fournisseurs-cantine": "socialEconomy.canteen",
  "economie-sociale-fournisseurs": "socialEconomy.territory",
  "economie-sociale-familles-cantine": "socialEconomy.canteen",
  "economie-sociale-familles": "socialEconomy.territory",
  "economie-sociale-mois-cantine": "socialEconomy.canteen",
  "economie-sociale-mois": "socialEconomy.territory",
  "insertion-cantine": "socialEconomy.canteen",
  "insertion-territoire": "socialEconomy.territory",
  "objectifs-cantine": "projections.canteen",
  "objectifs-territoire": "projections.territory",
  "trajectoire-cantine": "projections.canteen",
  "trajectoire-territoire": "projections.territory",
  "nos-objectifs": "targets.list",
  chemin: "paths.model",
  comparer: "comparison.suppliers",
  "historique-prix": "comparison.suppliers",
  mercuriales: "priceLists.list",
  mercuriale: "priceLists.get",
  "ecarts-mercuriales": "priceLists.alerts",
  "demandes-devis": "quotes.list",
  devis: "quotes.get",
  seuils: "procurement.families",
  "commandes-groupees": "groupedOrders.week",
  "legumerie-receptions": "legumerie.lots",
  "legumerie-transformations": "legumerie.batches",
  "legumerie-produits": "legumerie.outputs",
  "legumerie-livraisons": "legumerie.deliveries",
  "legumerie-plan": "legumeriePlan.week",
  "legumerie-plan-commandes": "legumeriePlan.week",
  "legumerie-tonnes": "legumerie.figures",
  "legumerie-rendements": "legumerie.figures",
  "legumerie-pertes": "legumerie.figures",
  "legumerie-heures": "legumerieHours.ofYear",
  "legumerie-indicateurs": "legumerieIndicators.read",
  "legumerie-indicateurs-suite": "legumerieIndicators.read",
  "legumerie-prix": "legumerieIndicators.ediblePrices",
  "legumerie-scenario": "legumerieIndicators.scenario",
  "historique-cantine": "audit.listOfCanteen",
  "historique-organisation": "audit.listOfOrganisation",
  justificatifs: "proofs.list",
  "achats-justificatif": "proofs.lines",
  "carte-cantines": "map.figures",
  "carte-fournisseurs": "map.figures",
  "carte-flux": "map.flows",
  semblables: "peers.compare",
  campagne: "campaigns.compare",
  declaration: "declarations.get",
  "declaration-ecarts": "declarations.get",
  imports: "imports.list",
  mesures: "measures.list",
  "mesure-mois": "measures.get",
  "cdess-chiffres": "council.report",
  "cdess-mesures": "council.report",
  "cdess-cantines": "council.report",
} as const;
export type PageTableName = keyof typeof PAGE_TABLES;

export function isPageTable(name: string): name is PageTableName {
  return Object.hasOwn(PAGE_TABLES, name);
}

/** Lines of one file of lines, at most. */
export const MOST_EXPORTED_LINES = 50_000;
