import { describe, expect, test } from "vitest";
import type { TableMapping } from "../../../shared/table-mapping/mapping.ts";
import { emptyMapping, missingFields, tableMappingSchema } from "../../../shared/table-mapping/mapping.ts";

const column = (name: string, index: number) => ({ column: name, index });

describe("what a mapping still needs", () => {
  test("everything, when it is empty", () => {
    expect(missingFields(emptyMapping()).map(({ alternatives }) => alternatives[0])).toEqual([
      ["date"],
      ["description"],
      ["fournisseur"],
      ["prix_ht"],
    ]);
  });

  test("nothing, with a supplier and a family chosen once and an amount to work out", () => {
    const columns: TableMapping["columns"] = {
      date: column("Date BL", 0),
      description: column("Désignation", 1),
      fournisseur: { constant: "Grossiste" },
      quantite: column("Qté", 2),
      prix_unitaire_ht: column("PU HT", 3),
    };
    expect(missingFields({ columns })).toEqual([]);
    const { quantite: _, ...withoutQuantity } = columns;
    expect(missingFields({ columns: withoutQuantity }).map(({ alternatives }) => alternatives[0])).toEqual([
      ["prix_ht"],
    ]);
  });
});

describe("a mapping as JSON", () => {
  test("comes back as it went", () => {
    const mapping: TableMapping = {
      ...emptyMapping(),
      sheet: { name: "Relevé", index: 1 },
      headerRow: 4,
      columns: { date: column("Date", 0), fournisseur: { constant: "Grossiste" } },
      marks: { BIO: column("Bio", 5) },
      values: { famille_produits: { "Légumes 4G": "FRUITS_ET_LEGUMES", "": "AUTRES" } },
      suppliers: { "SARL MARTIN": { name: "Martin" } },
      decimalMark: ",",
    };
    expect(tableMappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  });

  test.each([
    ["a field nobody knows", { columns: { prix: column("Prix", 0) } }],
    ["a place that no column has", { columns: { date: column("Date", -1) } }],
    ["a supplier that is neither known nor named", { suppliers: { Martin: {} } }],
    ["a date order of nowhere", { dateOrder: "YDM" }],
  ])("is refused with %s", (_name, change) => {
    expect(tableMappingSchema.safeParse({ ...emptyMapping(), ...change }).success).toBe(false);
  });
});
