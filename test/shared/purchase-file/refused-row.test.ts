import { expect, test } from "vitest";
import { interpretTable } from "../../../shared/purchase-file/interpret.ts";
import type { TableMapping } from "../../../shared/table-mapping/mapping.ts";
import { emptyMapping } from "../../../shared/table-mapping/mapping.ts";

const SUPPLIER = "0190a000-0000-7000-8000-000000000001";
const ROWS = [
  ["Jour", "Désignation", "Chez", "Total", "Rayon", "Bio"],
  ["31/02/2026", "Poires", "PRIMEUR DU NORD", "12,50", "Fruits", "x"],
  ["hier", "Noix", "Ferme Haute", "douze", "Fruits", ""],
];

const MAPPING: TableMapping = {
  ...emptyMapping(),
  columns: {
    date: { column: "Jour", index: 0 },
    description: { column: "Désignation", index: 1 },
    fournisseur: { column: "Chez", index: 2 },
    prix_ht: { column: "Total", index: 3 },
    famille_produits: { column: "Rayon", index: 4 },
  },
  marks: { BIO: { column: "Bio", index: 5 } },
  values: { famille_produits: { Fruits: "FRUITS_ET_LEGUMES" } },
  suppliers: { "Primeur du Nord": { supplierId: SUPPLIER }, "Ferme Haute": { name: "La Ferme Haute" } },
};

test("a refused row says each field as written, translated where the mapping says how, with the supplier it chose", () => {
  const file = interpretTable(
    { kind: "csv", rows: ROWS.map((cells, index) => ({ number: index + 1, cells })), mended: [] },
    {
      today: "2026-11-22",
      mode: "forgiving",
      canteens: [{ id: "canteen", siret: "21590350100017" }],
      chosen: "21590350100017",
      create: false,
      mapping: MAPPING,
    },
  );
  expect(file.refused).toEqual([
    {
      row: 2,
      cells: ROWS[1],
      texts: {
        date: "31/02/2026",
        description: "Poires",
        fournisseur: "PRIMEUR DU NORD",
        prix_ht: "12,50",
        famille_produits: "FRUITS_ET_LEGUMES",
        categories_egalim: "BIO",
      },
      supplierId: SUPPLIER,
    },
    {
      row: 3,
      cells: ROWS[2],
      texts: {
        date: "hier",
        description: "Noix",
        fournisseur: "La Ferme Haute",
        prix_ht: "douze",
        famille_produits: "FRUITS_ET_LEGUMES",
      },
      supplierId: null,
    },
  ]);
});
