import type { IsoInstant, Place } from "../facts.ts";
import type { FileKind } from "../file-kinds.ts";
import type { Id } from "../ids.ts";
import type { Invoice, InvoiceRefusalCode } from "../invoices.ts";
import type { Offer } from "../offers.ts";
import type { Order } from "../orders.ts";
import type { SupplierInput } from "../suppliers.ts";
import type { DatedDefinition, KnownProduct, KnownSupplier } from "../surroundings.ts";
import type { InvoiceState } from "./states.ts";

/** How a supplier was recognised; NAME: to be checked by a person. */
export type RecognisedBy = "SIRET" | "SIREN" | "MEMORY" | "NAME";

/** A document of a canteen, read, with what is known of its seller and articles. */
export interface InvoiceReview {
  id: Id;
  state: InvoiceState;
  media: FileKind;
  fileName: string;
  /** SHA-256 of the original. */
  fileId: string;
  createdAt: IsoInstant;
  recordedAt: IsoInstant | null;
  orderId: Id | null;
  /** Every order that its lines are in; empty: it is not recorded. */
  orderIds: Id[];
  /** Null: the original holds no data. */
  invoice: Invoice | null;
  /** Why a PDF gave no data; null: it did, or is an image. */
  refusal: InvoiceRefusalCode | null;
  supplier: { id: Id; name: string; by: RecognisedBy } | null;
  /** A supplier made of what the file says, to be created when none is recognised. */
  newSupplier: SupplierInput | null;
  /** Articles remembered for this seller, by purchase key. */
  articles: Record<string, Id>;
  /** Articles in use of the supplier, by name: a line may be said to be one of them. */
  offers: Offer[];
  /** What the verdicts of its lines are made among. */
  surroundings: {
    canteen: Place;
    definitions: readonly DatedDefinition[];
    suppliers: KnownSupplier[];
    products: KnownProduct[];
    places: Place[];
  };
  /** Orders the invoice may answer to, the likeliest first. */
  candidates: { order: Order; byReference: boolean }[];
}
