import { newId } from "../../shared/ids.ts";
import type { RepeatedWrite } from "./repeated-writes.ts";

const ID = { invoice: newId(), list: newId(), import: newId(), declaration: newId(), quotes: newId() };
const YEAR = 2025;
const START = { mode: "forgiving", duplicates: "skip", repeats: "keep", exceptions: [] };
const LINK = { label: "Affiche", year: YEAR, expiresOn: "2027-06-30", indexed: false, embedSites: [] };
const [OF_CANTEEN, OF_ORGANISATION, LINE] = [newId(), newId(), newId()];

/** Invoices, spreadsheets, declarations and what is shown of them, in the order of a day. */
export const PAPER_WRITES: readonly RepeatedWrite[] = [
  {
    name: "a document received",
    procedure: "invoices.open",
    input: ({ canteenId, files }) => ({ canteenId, fileId: files.invoice, invoiceId: ID.invoice }),
    adds: 1,
  },
  {
    name: "a document joined to an order",
    procedure: "invoices.attach",
    input: ({ canteenId }) => ({ canteenId, invoiceId: ID.invoice, orderId: ID.list }),
    adds: 1,
  },
  {
    name: "a document discarded",
    procedure: "invoices.discard",
    input: ({ canteenId }) => ({ canteenId, invoiceId: ID.invoice }),
    adds: 1,
  },
  {
    name: "an invoice recorded",
    procedure: "invoices.record",
    input: ({ canteenId, record }) => ({ canteenId, record }),
    // The invoice, its supplier, its article and its order.
    adds: 4,
  },
  {
    name: "an invoice no longer recorded",
    procedure: "invoices.unrecord",
    input: ({ canteenId, record }) => ({ canteenId, invoiceId: record.invoiceId }),
    // The invoice and its order.
    adds: 2,
  },
  {
    name: "how files of these columns are read",
    procedure: "importMappings.save",
    input: async ({ canteenId, files, ask }) => ({
      canteenId,
      fileId: files.statement,
      mapping: await mappingOf(ask("importMappings.inspect", { canteenId, fileId: files.statement })),
    }),
    adds: 1,
  },
  {
    name: "how files are read, forgotten",
    procedure: "importMappings.forget",
    input: ({ canteenId, files }) => ({ canteenId, fileId: files.statement }),
    adds: 1,
  },
  {
    name: "an import",
    procedure: "importRuns.start",
    input: ({ canteenId, files }) => ({
      ...START,
      canteenId,
      importId: ID.import,
      fileId: files.purchases,
    }),
    // The import and the supplier that it makes.
    adds: 2,
    again: "how far it is",
  },
  {
    name: "an import stopped once it has ended",
    procedure: "importRuns.cancel",
    input: ({ canteenId }) => ({ canteenId, importId: ID.import }),
    adds: 0,
  },
  {
    name: "the end of an import, seen",
    procedure: "importRuns.dismiss",
    input: ({ canteenId }) => ({ canteenId, importId: ID.import }),
    adds: 0,
  },
  {
    name: "refused rows thrown away",
    procedure: "importDrafts.setThrown",
    input: async ({ canteenId, ask }) => ({
      canteenId,
      draftIds: await draftIds(ask("importDrafts.list", { canteenId })),
      thrown: true,
    }),
    adds: 0,
  },
  {
    name: "a year declared",
    procedure: "declarations.declare",
    input: ({ canteenId }) => ({ canteenId, id: ID.declaration, year: YEAR, seen: SEEN }),
    adds: 1,
  },
  {
    name: "a declared year opened again",
    procedure: "declarations.reopen",
    input: ({ canteenId }) => ({ canteenId, year: YEAR, reason: "Un avoir oublié" }),
    adds: 1,
    again: 404,
  },
  {
    name: "an import undone",
    procedure: "imports.undo",
    input: ({ canteenId }) => ({ canteenId, importId: ID.import }),
    adds: 1,
  },
  {
    name: "a price list",
    procedure: "priceLists.save",
    input: async ({ canteenId, supplierId, files, ask }) => ({
      canteenId,
      id: ID.list,
      supplierId,
      name: "Tarif répété",
      validFrom: "2026-10-01",
      validTo: null,
      file: {
        fileId: files.prices,
        mapping: await mappingOf(ask("priceLists.inspect", { canteenId, fileId: files.prices })),
      },
    }),
    adds: 1,
  },
  {
    name: "a price list taken away",
    procedure: "priceLists.remove",
    input: ({ canteenId }) => ({ canteenId, priceListId: ID.list }),
    adds: 1,
    again: 404,
  },
  {
    name: "a request for quotes",
    procedure: "quotes.save",
    input: ({ canteenId }) => ({ canteenId, request: { ...QUOTES, id: ID.quotes, version: 0 } }),
    adds: 1,
  },
  {
    name: "a request for quotes edited",
    procedure: "quotes.save",
    input: ({ canteenId }) => ({
      canteenId,
      request: { ...QUOTES, id: ID.quotes, version: 1, title: "Panais de l'hiver" },
    }),
    adds: 1,
  },
  {
    name: "a request for quotes taken away",
    procedure: "quotes.remove",
    input: ({ canteenId }) => ({ canteenId, quoteRequestId: ID.quotes }),
    adds: 1,
    again: 404,
  },
  {
    name: "a public page of a canteen",
    procedure: "sharesLinks.createOfCanteen",
    input: ({ canteenId }) => ({ canteenId, id: OF_CANTEEN, input: LINK }),
    adds: 1,
    // Its address is told once.
    again: 409,
  },
  {
    name: "a public page of a canteen withdrawn",
    procedure: "sharesLinks.revokeOfCanteen",
    input: ({ canteenId }) => ({ canteenId, id: OF_CANTEEN }),
    adds: 1,
  },
  {
    name: "a public page of an organisation",
    procedure: "sharesLinks.createOfOrganisation",
    input: ({ organisationId }) => ({ organisationId, id: OF_ORGANISATION, input: LINK }),
    adds: 1,
    again: 409,
  },
  {
    name: "a public page of an organisation withdrawn",
    procedure: "sharesLinks.revokeOfOrganisation",
    input: ({ organisationId }) => ({ organisationId, id: OF_ORGANISATION }),
    adds: 1,
  },
];

/** One organic line of 10 €. */
const SEEN = {
  valeur_totale: 1_000,
  valeur_bio: 1_000,
  valeur_siqo: 0,
  valeur_egalim_autres: 0,
  valeur_viandes_volailles: 0,
  valeur_viandes_volailles_egalim: 0,
};

const QUOTES = {
  title: "Panais",
  askedOn: "2026-11-10",
  content: {
    lines: [{ id: LINE, description: "Panais", quantityMilli: 40_000, unit: "KG" }],
    quotes: [],
    criteria: [],
    award: null,
  },
};

async function mappingOf(inspection: Promise<unknown>): Promise<unknown> {
  return ((await inspection) as { table: { mapping: unknown } }).table.mapping;
}

async function draftIds(drafts: Promise<unknown>): Promise<string[]> {
  return ((await drafts) as { id: string }[]).map(({ id }) => id);
}
