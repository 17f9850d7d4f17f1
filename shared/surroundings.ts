import type { Category } from "./categories.ts";
import { classify } from "./classification/classify.ts";
import { claimsOfLot } from "./classification/contract-lot.ts";
import type { KnownLot } from "./contract-lots.ts";
import { contractLotOf } from "./contract-lots.ts";
import type {
  CertificateFact,
  ClassifyContext,
  Composition,
  ContractLot,
  DateKind,
  FarmKind,
  IsoDate,
  LineFacts,
  Place,
  Position,
  Verdict,
} from "./facts.ts";
import type { Id } from "./ids.ts";
import type { RuleSet, RuleSets } from "./law/rule-sets.ts";
import { ruleSetOn } from "./law/rule-sets.ts";
import type { DatedLocalDefinition } from "./local-definitions.ts";
import { localDefinitionOn } from "./local-definitions.ts";
import type { OrderLine } from "./orders.ts";
import type { DatedStatus } from "./social-marks.ts";

/** What the rules must know of a supplier or producer. */
export interface KnownSupplier {
  id: Id;
  name: string;
  /** It produces what it sells, unless the line names another producer. */
  isProducer: boolean;
  /** INSEE code; null: not known. */
  productionCommune: string | null;
  /** Own position of the place of production; null: the commune's. */
  ownPosition: Position | null;
  certificates: readonly Omit<CertificateFact, "holder" | "holderName">[];
  /** Lots that the canteen's organisation awarded to it; not given: none. */
  lots?: readonly KnownLot[];
  /** What it is, was or will be, whatever the day; not given: nothing. */
  statuses?: readonly DatedStatus[];
}

export interface KnownProduct {
  id: Id;
  composition: Composition | null;
  plant: boolean | null;
  farmKind: FarmKind | null;
}

/** A definition of « local » and the first day it holds, whoever's it is. */
export type DatedDefinition = Omit<DatedLocalDefinition, "id" | "organisationId">;

/** All that surrounds the lines of one canteen: the same for the live verdict and for the one that is kept. */
export interface Surroundings {
  canteen: Place;
  definitions: readonly DatedDefinition[];
  suppliers: ReadonlyMap<Id, KnownSupplier>;
  products: ReadonlyMap<Id, KnownProduct>;
  /** By INSEE code. */
  places: ReadonlyMap<string, Place>;
  /** Others than the law's, to tell what a line would be under those of another day; absent: the law's. */
  ruleSets?: RuleSets;
}

/** All that the rules may read of a line: what is not named here cannot change a verdict. */
export const CLASSIFIED_FIELDS = [
  "offerId",
  "family",
  "claims",
  "organicStage",
  "claimedShort",
  "claimedLocal",
  "origin",
  "certifiedShareBp",
  "intermediaries",
  "productId",
  "producerId",
  "originCommunes",
] as const satisfies readonly (keyof OrderLine)[];

/** A line of an order, with what the order says of it. */
export interface LineOfOrder {
  line: Omit<OrderLine, "id" | "refusal" | "amountHtCents">;
  supplierId: Id;
  date: IsoDate;
  dateKind: DateKind;
}

/** The verdict of a line among its surroundings. What is not in them is not known. */
export function classifyLine(item: LineOfOrder, surroundings: Surroundings): Verdict {
  return classify(lineFacts(item, surroundings), classifyContext(item, surroundings), surroundings.ruleSets);
}

/** What of the surroundings tells a line's EGalim category: not where its canteen stands. */
export type CategorySources = Pick<Surroundings, "suppliers" | "products">;

/** A line as the rules of its EGalim category read it, with the proofs on file for it. */
export function categoryCase(
  item: LineOfOrder,
  sources: CategorySources,
): { facts: LineFacts; certificates: CertificateFact[] } {
  const around = { ...sources, places: NO_PLACES };
  return {
    facts: lineFacts(item, around),
    certificates: certificatesOf(around, item.supplierId, item.line.producerId),
  };
}

const NO_PLACES: Surroundings["places"] = new Map();

/** The definition in force on a date; null when the organisation had none yet. */
export function definitionOn(definitions: readonly DatedDefinition[], date: IsoDate): DatedDefinition | null {
  return localDefinitionOn(definitions, date);
}

type FactSources = Pick<Surroundings, "suppliers" | "products" | "places" | "ruleSets">;

/** A line of an order with nothing but what is classified. */
interface ClassifiedLine extends Omit<LineOfOrder, "line"> {
  line: Pick<OrderLine, (typeof CLASSIFIED_FIELDS)[number]>;
}

function lineFacts({ line, supplierId, date, dateKind }: ClassifiedLine, around: FactSources): LineFacts {
  const supplier = around.suppliers.get(supplierId);
  const producer = line.producerId === null ? undefined : around.suppliers.get(line.producerId);
  const product = line.productId === null ? undefined : around.products.get(line.productId);
  const supplierIsProducer =
    supplier?.isProducer === true && (line.producerId === null || line.producerId === supplierId);
  const contractLot = contractLotOf(supplier?.lots ?? [], { ...line, date });
  return {
    date,
    dateKind,
    offerId: line.offerId,
    family: line.family,
    claims:
      contractLot === null
        ? line.claims
        : claimsUnder(contractLot, line.claims, ruleSetOn(date, around.ruleSets)),
    organicStage: line.organicStage,
    claimedShort: line.claimedShort,
    claimedLocal: line.claimedLocal,
    origin: line.origin,
    composition: product?.composition ?? null,
    certifiedShareBp: line.certifiedShareBp,
    plant: product?.plant ?? null,
    farmKind: product?.farmKind ?? null,
    supplierName: supplier?.name ?? "",
    producerName: producer?.name ?? null,
    supplierIsProducer,
    intermediaries: line.intermediaries,
    origins: originsOf(line.originCommunes, supplierIsProducer ? supplier : producer, around),
    contractLot,
  };
}

/** What is claimed of a line, with what the lot it was bought under says. */
function claimsUnder(lot: ContractLot, claims: readonly Category[], rules: RuleSet): readonly Category[] {
  const own = claimsOfLot(lot, rules).filter((category) => !claims.includes(category));
  return own.length === 0 ? claims : [...claims, ...own];
}

/** The farm's own position stands for its commune; a commune without entry is not known. */
function originsOf(
  communes: readonly string[],
  producer: KnownSupplier | undefined,
  { places }: FactSources,
): Place[] {
  const origins: Place[] = [];
  for (const code of communes) {
    const place = places.get(code);
    if (place === undefined) continue;
    const own = producer?.productionCommune === code ? producer.ownPosition : null;
    origins.push(own ? { ...place, position: own } : place);
  }
  return origins;
}

function classifyContext({ line, supplierId, date }: ClassifiedLine, around: Surroundings): ClassifyContext {
  return {
    canteen: around.canteen,
    localDefinition: definitionOn(around.definitions, date),
    certificates: certificatesOf(around, supplierId, line.producerId),
  };
}

function certificatesOf(around: CategorySources, supplierId: Id, producerId: Id | null): CertificateFact[] {
  const found: CertificateFact[] = [];
  const add = (id: Id, holder: CertificateFact["holder"]) => {
    const known = around.suppliers.get(id);
    for (const certificate of known?.certificates ?? [])
      found.push({ ...certificate, holder, holderName: known?.name ?? "" });
  };
  if (producerId !== null && producerId !== supplierId) add(producerId, "producer");
  add(supplierId, "supplier");
  return found;
}
