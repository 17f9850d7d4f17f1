import { searchKey } from "../normalise.ts";

/** Header of the State's purchase file (schema achats_siret), in its order. */
export const PURCHASE_COLUMNS = [
  "siret",
  "description",
  "fournisseur",
  "date",
  "prix_ht",
  "famille_produits",
  "categories_egalim",
  "origine",
  "est_circuit_court",
  "est_local",
  "definition_local",
  "definition_local_km",
] as const;

/** Header of the older file, which the platform takes until the campaign of 2027 ends. */
export const OLDER_COLUMNS = [
  "siret",
  "description",
  "fournisseur",
  "date",
  "prix_ht",
  "famille_produits",
  "caracteristiques",
  "definition_local",
] as const;

/** Every column that is understood; the last three are those of the State's tracking workbook. */
export const FILE_COLUMNS = [
  ...PURCHASE_COLUMNS,
  "cantine_id",
  "caracteristiques",
  "caracteristique_label1",
  "caracteristique_label2",
  "caracteristique_france",
] as const;
export type FileColumn = (typeof FILE_COLUMNS)[number];

/** Without one of these no row can be read. */
export const NEEDED_COLUMNS = ["description", "date", "prix_ht", "famille_produits"] as const;

/** Other names people give to a column, as search keys; its own name is always one. */
const OTHER_NAMES: Partial<Record<FileColumn, readonly string[]>> = {
  siret: [
    "cantine siret",
    "siret cantine",
    "siret de la cantine",
    "n siret",
    "numero siret",
    "cantine siret ou siren ou id",
  ],
  cantine_id: ["id cantine", "id de la cantine", "identifiant cantine"],
  description: ["designation", "libelle", "produit", "article", "description du produit", "libelle produit"],
  fournisseur: ["nom fournisseur", "nom du fournisseur", "fournisseurs"],
  date: [
    "date d achat",
    "date achat",
    "date de l achat",
    "date de livraison",
    "date de facture",
    "date facture",
  ],
  prix_ht: [
    "montant ht",
    "prix total ht",
    "total ht",
    "montant total ht",
    "prix hors taxe",
    "montant hors taxe",
  ],
  famille_produits: ["famille", "famille de produits", "famille produit", "famille de produit"],
  categories_egalim: ["categorie egalim", "categories", "categorie", "egalim", "labels", "label"],
  origine: ["provenance"],
  est_circuit_court: ["circuit court"],
  est_local: ["local", "produit local"],
  definition_local: ["definition du local", "definition de local"],
  definition_local_km: ["definition local en km", "definition du local km", "rayon km"],
  caracteristiques: ["caracteristique"],
};

const BY_KEY = new Map<string, FileColumn>(
  FILE_COLUMNS.flatMap((column) =>
    [searchKey(column), ...(OTHER_NAMES[column] ?? [])].map((key): [string, FileColumn] => [key, column]),
  ),
);

/** The column that a header cell names, in any case, accents and punctuation; null: none. */
export function columnNamed(cell: string): FileColumn | null {
  return BY_KEY.get(searchKey(cell)) ?? null;
}

/** Rows above the header that may hold titles. */
const TITLE_ROWS = 50;
/** Fewer known names are a coincidence. */
const FEWEST_NAMES = 3;

/** Index, among the first rows, of the one that names the most columns; null: no row is a header. */
export function findHeader(rows: readonly (readonly string[])[]): number | null {
  let best: { index: number; names: number } | null = null;
  for (const [index, cells] of rows.slice(0, TITLE_ROWS).entries()) {
    const names = new Set(cells.map(columnNamed).filter((column) => column !== null)).size;
    if (names >= FEWEST_NAMES && names > (best?.names ?? 0)) best = { index, names };
  }
  return best?.index ?? null;
}
