import type {
  CertificateFact,
  ClassifyContext,
  LineFacts,
  LocalDefinition,
  Place,
  Scheme,
} from "../../shared/facts.ts";

/** A raw vegetable of nobody in particular, on a day when everything is in force. */
export function lineFacts(overrides: Partial<LineFacts> = {}): LineFacts {
  return {
    date: "2025-03-15",
    dateKind: "delivery",
    offerId: null,
    family: "FRUITS_ET_LEGUMES",
    claims: [],
    organicStage: null,
    claimedShort: null,
    claimedLocal: null,
    origin: null,
    composition: "RAW",
    certifiedShareBp: null,
    plant: true,
    farmKind: null,
    supplierName: "Grossiste du Nord",
    producerName: null,
    supplierIsProducer: false,
    intermediaries: null,
    origins: [],
    contractLot: null,
    ...overrides,
  };
}

/** A certificate valid in 2025 for every family, held by the producer. */
export function certificate(scheme: Scheme, overrides: Partial<CertificateFact> = {}): CertificateFact {
  return {
    id: `certificate-${scheme}`,
    scheme,
    number: `${scheme}-001`,
    holder: "producer",
    holderName: "Ferme des Hauts",
    families: [],
    offerIds: [],
    validFrom: "2025-01-01",
    validTo: "2025-12-31",
    ...overrides,
  };
}

/** A commune of the Pas-de-Calais, outside any PAT, at the position of Arras. */
export function place(overrides: Partial<Place> = {}): Place {
  return {
    commune: "62041",
    communeName: "Arras",
    epci: "200033579",
    departement: "62",
    region: "32",
    pats: [],
    position: { latE6: 50_293_000, lngE6: 2_781_860, uncertaintyM: 0 },
    ...overrides,
  };
}

/** Local is 80 km around Arras and no certificate is on file. */
export function context(overrides: Partial<ClassifyContext> = {}): ClassifyContext {
  return { canteen: place(), localDefinition: within(80_000), certificates: [], ...overrides };
}

/** « Local » is a radius, metres. */
export function within(radiusM: number): LocalDefinition {
  return { scope: "KM", radiusM };
}
