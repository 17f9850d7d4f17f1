import { expect, test } from "vitest";
import type { Header } from "../../../client/orders/order-header.ts";
import { headerOfPiece } from "../../../client/orders/piece-header.ts";
import { newId } from "../../../shared/ids.ts";
import { anInvoice, anInvoiceLine } from "../../support/invoices.ts";

const TODAY = "2026-11-26";
const CARRIED: Header = {
  supplier: { id: newId(), name: "Le précédent" },
  kind: "ORDER",
  status: "DRAFT",
  orderedOn: "26/11/2026",
  deliveredOn: "25/11/2026",
  invoicedOn: "",
  reference: "",
  note: "",
};
const SUPPLIER = { id: newId(), name: "Primeurs d'Artois", by: "SIRET" as const };

test("beside a photo the strip is the one carried over", () => {
  expect(headerOfPiece(CARRIED, { invoice: null, supplier: null }, TODAY)).toEqual(CARRIED);
});

test("beside an invoice of totals the strip is what it says: who, when, which number; nothing is carried over", () => {
  const totals = anInvoice({
    number: "F-7",
    lines: [anInvoiceLine({ fromTotals: true, quantity: null, unit: null, unitPrice: null })],
  });
  const header = headerOfPiece(CARRIED, { invoice: totals, supplier: SUPPLIER }, TODAY);
  expect(header).toEqual({
    ...CARRIED,
    supplier: { id: SUPPLIER.id, name: SUPPLIER.name },
    orderedOn: "10/10/2026",
    deliveredOn: "",
    invoicedOn: "10/10/2026",
    reference: "F-7",
  });
  expect(headerOfPiece(CARRIED, { invoice: totals, supplier: null }, TODAY).supplier).toBeNull();
});

test("beside a credit note it is one, ordered no later than delivered", () => {
  const taken = anInvoice({
    deliveredOn: "2026-10-08",
    lines: [anInvoiceLine({ fromTotals: true, netCents: -500 })],
  });
  expect(headerOfPiece(CARRIED, { invoice: taken, supplier: SUPPLIER }, TODAY)).toMatchObject({
    kind: "CREDIT_NOTE",
    orderedOn: "08/10/2026",
    deliveredOn: "08/10/2026",
    invoicedOn: "10/10/2026",
  });
});
