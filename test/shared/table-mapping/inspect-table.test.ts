import { describe, expect, test } from "vitest";
import { OLDER_COLUMNS, PURCHASE_COLUMNS } from "../../../shared/purchase-file/columns.ts";
import { missingFields } from "../../../shared/table-mapping/mapping.ts";
import { fieldsOf, inspect, tableOf } from "../../support/spreadsheets.ts";

const STATEMENT = `GROSSISTE DU NORD|||||||
Relevé du 01/10/2026 au 31/10/2026|||||||
|||||||
N° BL|Date BL|Code|Désignation|Qté|U|Prix HT|Montant
BL001|05/10/2026|4412|CAROTTES RAPEES|10|KG|1,20|12,00
BL001|05/10/2026|4413|POIREAUX|5,5|KG|2,10|11,55
BL002|12/10/2026|9001|YAOURT NATURE X4|24|PCE|0,45|10,80
BL002|12/10/2026|9001|AVOIR YAOURT|-2|PCE|0,45|-0,90
||||TOTAL|||33,45`;

describe("a wholesaler's statement", () => {
  const found = inspect(tableOf(STATEMENT));

  test("has its header under the titles, and every column is taken for what it is", () => {
    expect(found).toMatchObject({ format: null, source: "guessed" });
    expect(found.mapping.headerRow).toBe(4);
    expect(fieldsOf(found)).toEqual({
      reference: "N° BL",
      date: "Date BL",
      code_article: "Code",
      description: "Désignation",
      quantite: "Qté",
      unite: "U",
      prix_unitaire_ht: "Prix HT",
      prix_ht: "Montant",
    });
  });

  test("that is short keeps its date and its amount, though a cell is wrong and the total stands under the dates", () => {
    const short = inspect(
      tableOf(
        "Date livraison|Désignation|Montant HT\n03/02/2026|Pommes|1 234,50\n05/02/2026|Crème|douze\n06/02/2026|Lait|13,10\nTOTAL||1268,60",
      ),
    );
    expect(fieldsOf(short)).toEqual({
      date: "Date livraison",
      description: "Désignation",
      prix_ht: "Montant HT",
    });
  });

  test("lacks a supplier, and says so", () => {
    expect(missingFields(found.mapping)).toEqual([{ alternatives: [["fournisseur"]] }]);
  });

  test("writes decimals with a comma and days before months", () => {
    expect(found.mapping).toMatchObject({ decimalMark: ",", dateOrder: "DMY" });
  });
});

test.each([
  [
    "Date|Libellé article|Tiers|Montant HT",
    { date: "Date", description: "Libellé article", fournisseur: "Tiers", prix_ht: "Montant HT" },
  ],
  [
    "Invoice date|Item|Supplier|Net amount",
    { date: "Invoice date", description: "Item", fournisseur: "Supplier", prix_ht: "Net amount" },
  ],
  [
    "DATE LIV.|DESIGNATION|RAISON SOCIALE|TOTAL H.T.",
    { date: "DATE LIV.", description: "DESIGNATION", fournisseur: "RAISON SOCIALE", prix_ht: "TOTAL H.T." },
  ],
])("headers: %s", (header, fields) => {
  const rows = [
    "2026-10-01|Pommes golden|Verger|12.50",
    "2026-10-02|Poires|Ferme|3.00",
    "2026-10-03|Noix|Verger|8.20",
  ];
  expect(fieldsOf(inspect(tableOf([header, ...rows].join("\n"))))).toEqual(fields);
});

test("columns without a telling header are known by what they hold", () => {
  const found = inspect(
    tableOf(`a|b|c|d
31/10/2026|Pommes golden du verger|Fruits et légumes|12,50
31/10/2026|Lait demi-écrémé|Boissons|3,00
01/11/2026|Pain de campagne|Boulangerie|7,10`),
    1,
  );
  expect(fieldsOf(found)).toEqual({ date: "a", description: "b", famille_produits: "c", prix_ht: "d" });
  expect(found.columns.map(({ confidence }) => confidence)).toEqual(["medium", "low", "medium", "low"]);
});

test("a table without a header is read by the place of its columns", () => {
  const found = inspect(
    tableOf(`31/10/2026|Pommes golden|12,50
31/10/2026|Lait|3,00`),
  );
  expect(found.mapping).toMatchObject({
    headerRow: null,
    columns: { date: { column: "", index: 0 }, description: { index: 1 }, prix_ht: { index: 2 } },
  });
});

test("yes-or-no columns named after a mark are that mark", () => {
  const found = inspect(
    tableOf(`Date|Produit|Fournisseur|Montant HT|Bio|Label Rouge|Local
2026-10-01|Pommes|Verger|12|x||oui
2026-10-02|Poulet|Ferme|30||x|non`),
  );
  expect(found.mapping.marks).toEqual({
    BIO: { column: "Bio", index: 4 },
    LABEL_ROUGE: { column: "Label Rouge", index: 5 },
  });
  expect(fieldsOf(found).est_local).toBe("Local");
});

test("American dates, and a date on the first line of each delivery only", () => {
  const found = inspect(
    tableOf(`Date|Item|Supplier|Amount
10/25/2026|Apples|Orchard|12.50
|Pears|Orchard|3.00
10/26/2026|Nuts|Orchard|8.20
|Quinces|Orchard|8.20`),
  );
  expect(found.mapping).toMatchObject({ dateOrder: "MDY", fillDown: ["date"], decimalMark: "." });
});

test("one impossible month among French dates is a slip, not another way to write them all", () => {
  const found = inspect(
    tableOf(`Date|Produit|Fournisseur|Montant HT
05/11/2026|Pommes|Verger|12,50
06/11/2026|Poires|Verger|3,00
07/11/2026|Noix|Verger|4,00
05/13/2026|Coings|Verger|8,20`),
  );
  expect(found.mapping.dateOrder).toBe("DMY");
});

describe("the State's own", () => {
  const tracking =
    "cantine_SIRET ou SIREN ou ID|description|fournisseur|date|prix_ht|famille_produits|caracteristique_label1|caracteristique_label2|caracteristique_france|definition_local";
  test.each([
    ["achats_siret", PURCHASE_COLUMNS.join("|")],
    ["achats_id", PURCHASE_COLUMNS.join("|").replace("siret", "cantine_id")],
    ["without-km", PURCHASE_COLUMNS.slice(0, 11).join("|")],
    ["older", OLDER_COLUMNS.join("|")],
    ["tracking", tracking],
  ])("%s is recognised, under a title too", (format, header) => {
    for (const text of [header, `Suivi 2026\n${header}`]) {
      const found = inspect(tableOf(`${text}\n1|2|3|4|5|6`));
      expect(found).toMatchObject({ format, source: "state" });
      expect(missingFields(found.mapping)).toEqual([]);
    }
  });

  test("is not what lacks a family, or has a column twice", () => {
    for (const header of ["siret|description|fournisseur|date|prix_ht", `${PURCHASE_COLUMNS.join("|")}|date`])
      expect(inspect(tableOf(`${header}\n1|2|3|4|5`)).format).toBeNull();
  });
});

test("two files of one source have one fingerprint, whatever their titles, accents and added columns", () => {
  const one = inspect(tableOf(STATEMENT));
  const next = STATEMENT.replace("01/10/2026", "01/11/2026").replace("GROSSISTE DU NORD|||||||\n", "");
  const mended = STATEMENT.split("\n")
    .slice(3)
    .join("\n")
    .replace("Désignation", "DESIGNATION")
    .replace("|Montant", "|Montant|ligne|erreurs");
  for (const text of [next, mended]) expect(inspect(tableOf(text)).fingerprint).toBe(one.fingerprint);
  expect(inspect(tableOf(STATEMENT.replace("Qté", "Poids"))).fingerprint).not.toBe(one.fingerprint);
});
