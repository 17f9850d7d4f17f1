/** What a mapping file looks like, for the help of `import`. */
export const MAPPING_EXAMPLE = `{
  "columns": {
    "date": "Date BL",
    "description": "Désignation",
    "prix_ht": { "column": "Montant", "index": 8 },
    "fournisseur": { "constant": "Grossiste du Nord" },
    "famille_produits": "Rayon"
  },
  "marks": { "BIO": "Bio" },
  "values": { "famille_produits": { "Primeurs": "FRUITS_ET_LEGUMES", "": "AUTRES" } },
  "suppliers": { "SARL MARTIN": { "name": "Martin" } }
}`;
