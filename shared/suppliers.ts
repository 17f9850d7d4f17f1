import * as z from "zod/mini";
import type { ProofSum } from "./certificates.ts";
import { communeField, nameField, pageField, pointField, searchField, siretField } from "./fields.ts";
import type { Point } from "./geo/distance.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { SocialStatus } from "./social-statuses.ts";
import type { SupplierKind } from "./supplier-kinds.ts";
import { PROOF_FILTERS, SUPPLIER_KINDS } from "./supplier-kinds.ts";

export interface Supplier {
  id: Id;
  name: string;
  /** 14 digits; null: not known yet. */
  siret: string | null;
  kind: SupplierKind;
  /** INSEE code of the head office; never the place of production by itself. */
  commune: string | null;
  /** INSEE code where it produces; null: does not produce, or not known. */
  productionCommune: string | null;
  /** Own position of the place of production; null: the commune's. */
  position: Point | null;
  active: boolean;
}

export const supplierInputSchema = z.object({
  name: nameField,
  siret: z.nullable(siretField),
  kind: z.enum(SUPPLIER_KINDS, "choice"),
  commune: z.nullable(communeField),
  productionCommune: z.nullable(communeField),
  position: z.nullable(pointField),
  active: z.boolean(),
});
export type SupplierInput = z.infer<typeof supplierInputSchema>;

/** A supplier of which a name is all that is known: a wholesaler is the kind from which no verdict is deduced. */
export function supplierOfName({ name, siret }: Pick<Supplier, "name" | "siret">): SupplierInput {
  return {
    name,
    siret,
    kind: "WHOLESALER",
    commune: null,
    productionCommune: null,
    position: null,
    active: true,
  };
}

/** `id` is made by the client: sending the same save again changes nothing. */
export const supplierSaveSchema = z.object({ id: idSchema, input: supplierInputSchema });

export const supplierListSchema = z.object({
  search: z._default(searchField, ""),
  kind: z._default(z.nullable(z.enum(SUPPLIER_KINDS)), null),
  proofs: z._default(z.nullable(z.enum(PROOF_FILTERS)), null),
  /** False: only those still in use. */
  inactive: z._default(z.boolean(), false),
  page: z._default(pageField, 1),
});
export type SupplierListFilters = z.infer<typeof supplierListSchema>;

/** One row of the list of suppliers. */
export interface SupplierSummary extends Supplier {
  communeName: string | null;
  productionCommuneName: string | null;
  articles: number;
  /** Proofs of the supplier by state today. */
  proofs: ProofSum;
  /** What the supplier is today: legal form, insertion, approval, label. */
  statuses: SocialStatus[];
}

/** Whether the supplier itself grows or makes the goods it sells: direct sale is then possible. */
export function producesItself(kind: SupplierKind): boolean {
  return kind === "PRODUCER";
}

/** What a search box for suppliers sends; null: every kind. */
export const supplierSearchSchema = z.object({
  search: z._default(searchField, ""),
  kinds: z._default(
    z.nullable(z.array(z.enum(SUPPLIER_KINDS)).check(z.minLength(1), z.maxLength(SUPPLIER_KINDS.length))),
    null,
  ),
});
