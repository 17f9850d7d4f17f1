import type { Category, LineCategory } from "./categories.ts";
import type { Family } from "./families.ts";
import type { Id } from "./ids.ts";

/** `YYYY-MM-DD`, a real calendar day. */
export type IsoDate = string;
/** `YYYY-MM`. */
export type IsoMonth = string;
/** UTC instant, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type IsoInstant = string;

export const FACT_STATUSES = ["confirmed", "declared", "rejected", "unknown", "no"] as const;
/** State of one fact of a line (DOMAIN section 2). `unknown` is shown « à vérifier ». */
export type FactStatus = (typeof FACT_STATUSES)[number];

/** Which of the order's dates the verdict was made on. */
export type DateKind = "delivery" | "invoice" | "order";

/** AB: certified organic. C1, C2, C3: first, second, third year of conversion. */
export const ORGANIC_STAGES = ["AB", "C1", "C2", "C3"] as const;
export type OrganicStage = (typeof ORGANIC_STAGES)[number];

/** RAW: unprocessed. SINGLE: processed, one ingredient. PROCESSED: several ingredients. */
export const COMPOSITIONS = ["RAW", "SINGLE", "PROCESSED"] as const;
export type Composition = (typeof COMPOSITIONS)[number];

/** Products the word « fermier » may be used for. @law rural-R230-30-3 */
export const FARM_KINDS = ["CHEESE", "EGGS", "POULTRY", "BEEF", "PORK"] as const;
export type FarmKind = (typeof FARM_KINDS)[number];

export const ORIGINS = ["FRANCE", "EUROPE"] as const;
export type Origin = (typeof ORIGINS)[number];

/** Schemes a certificate proves. CE2: environmental certification level 2. */
export const SCHEMES = [
  "BIO",
  "LABEL_ROUGE",
  "AOCAOP",
  "IGP",
  "STG",
  "HVE",
  "CE2",
  "PECHE_DURABLE",
  "RUP",
  "COMMERCE_EQUITABLE",
  "FERMIER",
] as const;
export type Scheme = (typeof SCHEMES)[number];

export const LOCAL_SCOPES = ["COMMUNE", "PAT", "DEPARTEMENT", "REGION", "KM"] as const;
export type LocalScope = (typeof LOCAL_SCOPES)[number];

/** Degrees x 1 000 000, WGS84; `uncertaintyM` is how far in metres the true place may be. */
export interface Position {
  latE6: number;
  lngE6: number;
  uncertaintyM: number;
}

/** A commune and what contains it. `epci` is null for the few communes outside any. */
export interface Place {
  commune: string;
  communeName: string;
  epci: string | null;
  departement: string;
  region: string;
  /** PAT codes that contain the commune. */
  pats: readonly string[];
  /** Null when no position could be worked out. */
  position: Position | null;
}

/** A proof on file, of the producer or of the supplier. */
export interface CertificateFact {
  id: Id;
  scheme: Scheme;
  number: string;
  /** Who holds it. */
  holder: "producer" | "supplier";
  holderName: string;
  /** Families covered; empty: every family. */
  families: readonly Family[];
  /** Articles named; empty: every article of the families. */
  offerIds: readonly Id[];
  validFrom: IsoDate;
  /** Null: open-ended. */
  validTo: IsoDate | null;
}

/** The organisation's own definition of « local », in force on the line's date. */
export interface LocalDefinition {
  scope: LocalScope;
  /** Metres; only and always for KM. */
  radiusM: number | null;
}

/** Weights (basis points) of the contract lot's criteria; see DOMAIN T1 rows 9 and 10. */
export interface ContractLot {
  reference: string;
  externalitiesWeightBp: number;
  /** The product's mark as a share of the maximum, basis points; null: not marked. */
  externalitiesMarkBp: number | null;
  environmentWeightBp: number;
  directSupplyWeightBp: number;
}

/** Everything the rules may know about one purchase line. */
export interface LineFacts {
  date: IsoDate;
  dateKind: DateKind;
  /** The supplier's article; null: typed freely, or not known. */
  offerId: Id | null;
  /** Null: not food, out of every rate. */
  family: Family | null;
  claims: readonly Category[];
  /** Only meaningful with a BIO claim; null with a BIO claim means AB. */
  organicStage: OrganicStage | null;
  /** Buyer's or supplier's own word, without details (imports); null: nothing said. */
  claimedShort: boolean | null;
  claimedLocal: boolean | null;
  origin: Origin | null;
  /** Null: not known (imported line without product). */
  composition: Composition | null;
  /** Share of ingredients of the claimed category, basis points; null: not known. */
  certifiedShareBp: number | null;
  /** Plant product; null: not known. */
  plant: boolean | null;
  farmKind: FarmKind | null;
  supplierName: string;
  /** Null: the producer is not named. */
  producerName: string | null;
  /** The supplier itself produces what it sells on this line. */
  supplierIsProducer: boolean;
  /** Distinct owners between producer and canteen; null: not known. */
  intermediaries: number | null;
  /** Places of production; empty: not known. A légumerie's line may have several. */
  origins: readonly Place[];
  contractLot: ContractLot | null;
}

/** What surrounds the line on its date. */
export interface ClassifyContext {
  canteen: Place;
  /** Null: the organisation has not defined « local » for that date. */
  localDefinition: LocalDefinition | null;
  /** All proofs of the line's supplier and producer, whatever their validity. */
  certificates: readonly CertificateFact[];
}

/** Facts used by a rule, as plain values for the sentence: numbers keep their unit in the key. */
export type EvidenceFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface FactVerdict {
  status: FactStatus;
  /** Id of the rule in shared/law/rules.ts; also selects the sentence. */
  rule: string;
  facts: EvidenceFacts;
}

/** The verdict of a line: four facts that are never added up, and the one category it counts under. */
export interface Verdict {
  organic: FactVerdict;
  quality: FactVerdict;
  short: FactVerdict;
  local: FactVerdict;
  /** Why the line counts under `strictCategory` / `declaredCategory`. */
  egalim: FactVerdict;
  strictCategory: LineCategory;
  /** Best category counting also what is only declared. */
  declaredCategory: LineCategory;
  /** Other marks that are at least declared, kept as « aussi ». */
  also: readonly Category[];
  /** Bit set, see shared/marks.ts. */
  marks: number;
}
