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

/** Lines of one file of lines, at most. */
export const MOST_EXPORTED_LINES = 50_000;
