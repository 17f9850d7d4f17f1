import * as z from "zod/mini";
import type { ProofSum } from "./certificates.ts";
import { communeField, nameField, pageField, pointField, searchField, siretField } from "./fields.ts";
import type { Point } from "./geo/distance.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { Translated } from "./locales.ts";
import type { SupplierKind } from "./supplier-kinds.ts";
import { PROOF_FILTERS, SUPPLIER_KINDS } from "./supplier-kinds.ts";

/** Legal forms; the first five may belong to the social economy. Source: loi 2014-856. */
export const LEGAL_FORMS = [
  "ASSOCIATION",
  "COOPERATIVE",
  "MUTUELLE",
  "FONDATION",
  "SOCIETE_ESS",
  "SOCIETE",
  "EXPLOITATION_AGRICOLE",
  "ENTREPRISE_INDIVIDUELLE",
  "PUBLIC",
] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

export const LEGAL_FORM_LABELS: Readonly<Record<LegalForm, Translated>> = {
  ASSOCIATION: { fr: "Association", en: "Association" },
  COOPERATIVE: { fr: "Coopérative", en: "Cooperative" },
  MUTUELLE: { fr: "Mutuelle", en: "Mutual" },
  FONDATION: { fr: "Fondation", en: "Foundation" },
  SOCIETE_ESS: { fr: "Société commerciale de l'ESS", en: "Commercial company of the social economy" },
  SOCIETE: { fr: "Société commerciale", en: "Commercial company" },
  EXPLOITATION_AGRICOLE: { fr: "Société agricole (EARL, GAEC, SCEA)", en: "Farm company (EARL, GAEC, SCEA)" },
  ENTREPRISE_INDIVIDUELLE: { fr: "Entreprise individuelle", en: "Sole trader" },
  PUBLIC: { fr: "Organisme public", en: "Public body" },
};

/** Employers of people in integration or with a disability (DOMAIN section 8). */
export const INSERTION_STATUSES = ["EI", "ACI", "AI", "ETTI", "EA", "ESAT", "EATT", "GEIQ"] as const;
export type InsertionStatus = (typeof INSERTION_STATUSES)[number];

export const INSERTION_STATUS_LABELS: Readonly<Record<InsertionStatus, Translated>> = {
  EI: { fr: "Entreprise d'insertion (EI)", en: "Work-integration company (EI)" },
  ACI: { fr: "Atelier et chantier d'insertion (ACI)", en: "Work-integration workshop (ACI)" },
  AI: { fr: "Association intermédiaire (AI)", en: "Intermediary association (AI)" },
  ETTI: {
    fr: "Entreprise de travail temporaire d'insertion (ETTI)",
    en: "Integration temping agency (ETTI)",
  },
  EA: { fr: "Entreprise adaptée (EA)", en: "Adapted company (EA)" },
  ESAT: { fr: "Établissement d'accompagnement par le travail (ESAT)", en: "Sheltered workshop (ESAT)" },
  EATT: { fr: "Entreprise adaptée de travail temporaire (EATT)", en: "Adapted temping agency (EATT)" },
  GEIQ: { fr: "Groupement d'employeurs (GEIQ)", en: "Employers' group for integration (GEIQ)" },
};

export interface Supplier {
  id: Id;
  name: string;
  /** 14 digits; null: not known yet. */
  siret: string | null;
  kind: SupplierKind;
  /** Null: not known. */
  legalForm: LegalForm | null;
  /** Null: none. */
  insertionStatus: InsertionStatus | null;
  /** Belongs to the social and solidarity economy. */
  ess: boolean;
  /** ESUS approval. */
  esus: boolean;
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
  legalForm: z.nullable(z.enum(LEGAL_FORMS, "choice")),
  insertionStatus: z.nullable(z.enum(INSERTION_STATUSES, "choice")),
  ess: z.boolean(),
  esus: z.boolean(),
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
    legalForm: null,
    insertionStatus: null,
    ess: false,
    esus: false,
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
