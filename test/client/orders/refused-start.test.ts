import { expect, test } from "vitest";
import { refusedStart } from "../../../client/orders/refused-start.ts";
import type { OpenedImportDraft } from "../../../shared/import-drafts.ts";

const DRAFT: OpenedImportDraft = {
  id: "0190a000-0000-7000-8000-000000000001",
  fileName: "relevé.csv",
  supplier: "Ferme Haute",
  date: "20/02/2026",
  known: null,
  rows: [
    {
      row: 4,
      supplierId: null,
      issues: [],
      texts: {
        description: "Fromage blanc",
        prix_ht: "douze",
        famille_produits: "Crèmerie",
        categories_egalim: "AB, label maison",
        origine: "fr",
        est_circuit_court: "OUI",
        est_local: "peut-être",
        quantite: "3",
        unite: "kg",
      },
    },
  ],
};

function opened(change: Partial<OpenedImportDraft> = {}) {
  return refusedStart({ ...DRAFT, ...change }, { locale: "fr", dates: { today: "2026-11-22" } });
}

test("refused rows open under the id of their draft, invoiced on their day", () => {
  expect(opened()).toMatchObject({
    orderId: DRAFT.id,
    version: 0,
    header: { supplier: null, status: "INVOICED", orderedOn: "20/02/2026", invoicedOn: "20/02/2026" },
  });
});

test("what the import understands is said in the grid's words, and what it does not stays as it is", () => {
  const [row] = opened().rows;
  expect(row?.texts).toMatchObject({
    article: "Fromage blanc",
    amount: "douze",
    family: "Produits laitiers et œufs",
    marks: "Bio, label maison, Circuit court, peut-être",
    origin: "France",
    quantity: "3",
    unit: "kg",
  });
});

test("a day that cannot be read is to be corrected once", () => {
  expect(opened({ date: "31/02/2026" }).header).toMatchObject({ orderedOn: "31/02/2026", invoicedOn: "" });
});
