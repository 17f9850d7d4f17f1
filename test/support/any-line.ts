import * as fc from "fast-check";
import { CATEGORIES } from "../../shared/categories.ts";
import type {
  CertificateFact,
  ClassifyContext,
  LineFacts,
  LocalDefinition,
  Place,
} from "../../shared/facts.ts";
import { COMPOSITIONS, FARM_KINDS, ORGANIC_STAGES, ORIGINS, SCHEMES } from "../../shared/facts.ts";
import { FAMILIES } from "../../shared/families.ts";

const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const bp = fc.oneof(fc.constantFrom(0, 999, 1000, 3000, 4000, 5000, 9499, 9500, 10_000), fc.nat(10_000));
const code = (prefix: string): fc.Arbitrary<string> =>
  fc.constantFrom(`${prefix}1`, `${prefix}2`, `${prefix}3`);

/** Any day around the edges of certificates and of the law. */
export const anyDate = fc.constantFrom("2024-12-31", "2025-01-01", "2025-06-15", "2026-12-31", "2027-01-01");

export const anyPlace: fc.Arbitrary<Place> = fc.record({
  commune: code("62"),
  communeName: fc.constantFrom("Arras", "Calais", "Le Portel"),
  epci: orNull(code("epci")),
  departement: code("d"),
  region: code("r"),
  pats: fc.uniqueArray(code("pat"), { maxLength: 2 }),
  position: orNull(
    fc.record({
      latE6: fc.integer({ min: 49_000_000, max: 51_000_000 }),
      lngE6: fc.integer({ min: 1_500_000, max: 3_500_000 }),
      uncertaintyM: fc.constantFrom(0, 3000, 20_000),
    }),
  ),
});

const anyCertificate: fc.Arbitrary<CertificateFact> = fc.record({
  id: fc.uuid(),
  scheme: fc.constantFrom(...SCHEMES),
  number: fc.constantFrom("A-1", "B-2"),
  holder: fc.constantFrom("producer", "supplier"),
  holderName: fc.constantFrom("Ferme A", "Grossiste B"),
  families: fc.uniqueArray(fc.constantFrom(...FAMILIES), { maxLength: 2 }),
  offerIds: fc.uniqueArray(fc.constantFrom("offer-1", "offer-2"), { maxLength: 1 }),
  validFrom: anyDate,
  validTo: orNull(anyDate),
});

const anyDefinition: fc.Arbitrary<LocalDefinition> = fc.oneof(
  fc.record({ scope: fc.constant("KM" as const), radiusM: orNull(fc.integer({ min: 0, max: 300_000 })) }),
  fc.record({
    scope: fc.constantFrom("COMMUNE" as const, "PAT" as const, "DEPARTEMENT" as const, "REGION" as const),
    radiusM: fc.constant(null),
  }),
);

export const anyContext: fc.Arbitrary<ClassifyContext> = fc.record({
  canteen: anyPlace,
  localDefinition: orNull(anyDefinition),
  certificates: fc.array(anyCertificate, { maxLength: 8 }),
});

export const anyLineFacts: fc.Arbitrary<LineFacts> = fc.record({
  date: anyDate,
  dateKind: fc.constantFrom("delivery", "invoice", "order"),
  offerId: orNull(fc.constantFrom("offer-1", "offer-2")),
  family: fc.option(fc.constantFrom(...FAMILIES), { nil: null, freq: 10 }),
  claims: fc.array(fc.constantFrom(...CATEGORIES), { maxLength: 4 }),
  organicStage: orNull(fc.constantFrom(...ORGANIC_STAGES)),
  claimedShort: orNull(fc.boolean()),
  claimedLocal: orNull(fc.boolean()),
  origin: orNull(fc.constantFrom(...ORIGINS)),
  composition: orNull(fc.constantFrom(...COMPOSITIONS)),
  certifiedShareBp: orNull(bp),
  plant: orNull(fc.boolean()),
  farmKind: orNull(fc.constantFrom(...FARM_KINDS)),
  supplierName: fc.constantFrom("", "Grossiste B"),
  producerName: orNull(fc.constant("Ferme A")),
  supplierIsProducer: fc.boolean(),
  intermediaries: orNull(fc.nat(3)),
  origins: fc.array(anyPlace, { maxLength: 3 }),
  contractLot: orNull(
    fc.record({
      reference: fc.constant("2025-07"),
      externalitiesWeightBp: bp,
      externalitiesMarkBp: orNull(bp),
      environmentWeightBp: bp,
      directSupplyWeightBp: bp,
    }),
  ),
});
