import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { InvoiceRecord } from "../../shared/invoices/record.ts";
import { NO_ORDERING_TERMS } from "../../shared/ordering-terms.ts";
import type { Order } from "../../shared/orders.ts";
import { aContractLot } from "../support/contract-lots.ts";

/** What a write needs of the world: all of it is there before the first one. */
export interface RepeatedWorld {
  organisationId: Id;
  canteenId: Id;
  /** A new order of that canteen. */
  order: Order;
  /** An organisation's other canteen. */
  otherCanteenId: Id;
  supplierId: Id;
  productId: Id;
  legumerieId: Id;
  /** Somebody else of the organisation. */
  userId: Id;
  /** Files dropped by whoever writes, by their SHA-256. */
  files: Readonly<Record<"invoice" | "prices" | "purchases" | "statement" | "hours", string>>;
  /** A document to review, and all that recording it says. */
  record: InvoiceRecord;
  /** What a procedure answers. */
  ask: (procedure: string, input: unknown) => Promise<unknown>;
}

export interface RepeatedWrite {
  name: string;
  procedure: string;
  input: (world: RepeatedWorld) => unknown;
  /** Entries of the record of changes. */
  adds: number;
  /** What a repeat is told: as the first time, unless something can be told only once. */
  again?: "the same" | "how far it is" | 404 | 409;
}

const ID = {
  supplier: newId(),
  product: newId(),
  offer: newId(),
  certificate: newId(),
  together: [newId(), newId()],
  status: newId(),
  lot: newId(),
  request: newId(),
};

/** In the order of a day: each starts from what the ones before it did. */
export const CATALOGUE_WRITES: readonly RepeatedWrite[] = [
  {
    name: "a supplier",
    procedure: "suppliers.save",
    input: () => ({
      id: ID.supplier,
      input: {
        name: "Ferme répétée",
        siret: null,
        kind: "PRODUCER",
        commune: "62498",
        productionCommune: "62498",
        position: null,
        active: true,
      },
    }),
    adds: 1,
  },
  {
    name: "a product",
    procedure: "products.save",
    input: () => ({
      id: ID.product,
      input: {
        name: "Panais répété",
        nameEn: "",
        family: "FRUITS_ET_LEGUMES",
        homogeneousFamily: null,
        composition: "RAW",
        plant: true,
        farmKind: null,
        unit: "KG",
        pieceGrams: null,
        vatBp: 550,
        refuseBp: null,
        active: true,
      },
    }),
    adds: 1,
  },
  {
    name: "an article",
    procedure: "offers.save",
    input: ({ productId }) => ({
      id: ID.offer,
      supplierId: ID.supplier,
      input: {
        productId,
        code: "R1",
        name: "Carotte répétée",
        family: "FRUITS_ET_LEGUMES",
        unit: "KG",
        packGrams: null,
        vatBp: 550,
        claims: ["BIO"],
        organicStage: "AB",
        certifiedShareBp: null,
        producerId: ID.supplier,
        originCommunes: [],
        origin: "FRANCE",
        intermediaries: 0,
        active: true,
      },
    }),
    adds: 1,
  },
  {
    name: "two certificates of one document",
    procedure: "certificates.saveAll",
    input: () => ({
      supplierId: ID.supplier,
      certificates: ID.together.map((id, at) => ({
        id,
        input: {
          scheme: at === 0 ? "HVE" : "LABEL_ROUGE",
          number: `DOC-${at}`,
          controlBody: null,
          families: [],
          offerIds: [],
          validFrom: "2026-01-01",
          validTo: null,
          fileId: null,
        },
      })),
    }),
    adds: 2,
  },
  {
    name: "a certificate",
    procedure: "certificates.save",
    input: () => ({
      id: ID.certificate,
      supplierId: ID.supplier,
      input: {
        scheme: "BIO",
        number: "FR-1",
        controlBody: null,
        families: [],
        offerIds: [],
        validFrom: "2026-01-01",
        validTo: null,
        fileId: null,
      },
    }),
    adds: 1,
  },
  {
    name: "a status of a supplier",
    procedure: "supplierStatuses.save",
    input: () => ({
      id: ID.status,
      supplierId: ID.supplier,
      input: { status: "ESUS", reference: "Arrêté 1", validFrom: "2026-01-01", validTo: null },
    }),
    adds: 1,
  },
  {
    name: "a status of a supplier, taken away",
    procedure: "supplierStatuses.remove",
    input: () => ({ id: ID.status }),
    adds: 1,
    again: 404,
  },
  {
    name: "a letter that asks for a proof",
    procedure: "proofs.ask",
    input: ({ canteenId }) => ({
      canteenId,
      request: {
        id: ID.request,
        supplierId: ID.supplier,
        proofs: [{ scheme: "BIO", certificateId: ID.certificate }],
        letter: "Madame, Monsieur,",
      },
    }),
    adds: 1,
  },
  {
    name: "a letter withdrawn",
    procedure: "proofs.withdraw",
    input: ({ canteenId }) => ({ canteenId, requestId: ID.request }),
    adds: 1,
    again: 404,
  },
  {
    name: "a certificate taken away",
    procedure: "certificates.remove",
    input: () => ({ id: ID.certificate }),
    adds: 1,
    again: 404,
  },
  {
    name: "ordering terms",
    procedure: "orderingTerms.save",
    input: ({ canteenId }) => ({
      canteenId,
      supplierId: ID.supplier,
      terms: { ...NO_ORDERING_TERMS, minimumHtCents: 5_000 },
    }),
    adds: 1,
  },
  {
    name: "a lot of a contract",
    procedure: "contractLots.save",
    input: ({ canteenId, supplierId }) => ({ canteenId, supplierId, id: ID.lot, input: aContractLot() }),
    adds: 1,
  },
  {
    name: "a lot of a contract taken away",
    procedure: "contractLots.remove",
    input: ({ canteenId }) => ({ canteenId, id: ID.lot }),
    adds: 1,
    again: 404,
  },
];
