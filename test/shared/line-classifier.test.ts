import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../shared/calendar.ts";
import { CATEGORIES } from "../../shared/categories.ts";
import { LOCAL_SCOPES, ORGANIC_STAGES, ORIGINS, SCHEMES } from "../../shared/facts.ts";
import { FAMILIES } from "../../shared/families.ts";
import { lineClassifier, turningDays } from "../../shared/line-classifier.ts";
import type { KnownSupplier, LineOfOrder, Surroundings } from "../../shared/surroundings.ts";
import { classifyLine } from "../../shared/surroundings.ts";
import { anyPlace } from "../support/any-line.ts";
import { anOrderLine } from "../support/seed.ts";

const SUPPLIERS = ["one", "two"] as const;
const FIRST_DAY = "2026-11-15";
const DAYS = 60;

const CARROT = { id: "carrot", composition: "RAW", plant: true, farmKind: null } as const;

const anyDay = fc.nat(DAYS).map((days) => addDays(FIRST_DAY, days));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const anyFamily = fc.constantFrom(...FAMILIES);

const anyCertificate = fc.record({
  id: fc.uuid(),
  scheme: fc.constantFrom(...SCHEMES),
  number: fc.constantFrom("A-1", "B-2"),
  families: fc.uniqueArray(anyFamily, { maxLength: 2 }),
  offerIds: fc.uniqueArray(fc.constantFrom("offer-1", "offer-2"), { maxLength: 1 }),
  validFrom: anyDay,
  validTo: orNull(anyDay),
});

const anySupplier = (id: string): fc.Arbitrary<KnownSupplier> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`Ferme ${id}`),
    isProducer: fc.boolean(),
    productionCommune: orNull(fc.constantFrom("621", "622")),
    ownPosition: fc.constant(null),
    certificates: fc.array(anyCertificate, { maxLength: 5 }),
  });

const anySurroundings: fc.Arbitrary<Surroundings> = fc
  .record({
    canteen: anyPlace,
    definitions: fc.array(
      fc.record({
        validFrom: anyDay,
        scope: fc.constantFrom(...LOCAL_SCOPES),
        radiusM: fc.constantFrom(30_000, 80_000),
      }),
      { maxLength: 3 },
    ),
    suppliers: fc.tuple(anySupplier("one"), anySupplier("two")),
    place: anyPlace,
  })
  .map(({ canteen, definitions, suppliers, place }) => ({
    canteen,
    definitions,
    suppliers: new Map(suppliers.map((supplier) => [supplier.id, supplier])),
    products: new Map([["carrot", CARROT]]),
    places: new Map([["621", place]]),
  }));

const anyItem: fc.Arbitrary<LineOfOrder> = fc
  .record({
    supplierId: fc.constantFrom(...SUPPLIERS),
    date: anyDay,
    dateKind: fc.constantFrom("delivery" as const, "invoice" as const),
    family: orNull(anyFamily),
    claims: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 3 }),
    organicStage: orNull(fc.constantFrom(...ORGANIC_STAGES)),
    claimedShort: orNull(fc.boolean()),
    claimedLocal: orNull(fc.boolean()),
    origin: orNull(fc.constantFrom(...ORIGINS)),
    certifiedShareBp: orNull(fc.constantFrom(9_000, 9_500)),
    intermediaries: orNull(fc.nat(2)),
    productId: orNull(fc.constant("carrot")),
    offerId: orNull(fc.constantFrom("offer-1", "offer-2")),
    producerId: orNull(fc.constantFrom(...SUPPLIERS)),
    originCommunes: fc.subarray(["621", "622"]),
  })
  .map(({ supplierId, date, dateKind, ...line }) => ({
    supplierId,
    date,
    dateKind,
    line: anOrderLine(line),
  }));

test("lines judged together have the verdicts they would have alone", () => {
  fc.assert(
    fc.property(
      anySurroundings,
      fc.array(anyItem, { minLength: 1, maxLength: 20 }),
      (surroundings, items) => {
        const classify = lineClassifier(surroundings);
        // Each line on every day, so that one day's verdict would be seen where another's is due.
        for (const item of items)
          for (let day = 0; day <= DAYS; day++) {
            const dated = { ...item, date: addDays(FIRST_DAY, day) };
            expect(classify(dated)).toEqual(classifyLine(dated, surroundings));
          }
      },
    ),
    { numRuns: 60 },
  );
});

test("a certificate valid until 31 December 9999 ends on no day", () => {
  fc.assert(
    fc.property(anySurroundings, (surroundings) => {
      const suppliers = new Map(
        [...surroundings.suppliers].map(([id, supplier]) => [
          id,
          {
            ...supplier,
            certificates: supplier.certificates.map((one) => ({ ...one, validTo: "9999-12-31" })),
          },
        ]),
      );
      const days = turningDays({ ...surroundings, suppliers }, SUPPLIERS);
      expect(days.every((day) => day.length === 10 && day < "9999")).toBe(true);
    }),
  );
});

test("equal lines on days between which nothing changes share one verdict", () => {
  const surroundings: Surroundings = {
    canteen: { ...PLACE },
    definitions: [],
    suppliers: new Map([
      [
        "one",
        {
          id: "one",
          name: "Ferme",
          isProducer: true,
          productionCommune: null,
          ownPosition: null,
          certificates: [
            {
              id: "c",
              scheme: "BIO",
              number: "A-1",
              families: [],
              offerIds: [],
              validFrom: "2025-02-01",
              validTo: "2025-06-30",
            },
          ],
        },
      ],
    ]),
    products: new Map([["carrot", CARROT]]),
    places: new Map(),
  };
  const classify = lineClassifier(surroundings);
  const on = (date: string) =>
    classify({
      supplierId: "one",
      date,
      dateKind: "invoice",
      line: anOrderLine({ claims: ["BIO"], productId: "carrot" }),
    });
  expect(turningDays(surroundings, ["one"])).toEqual(["2025-02-01", "2025-07-01", "2027-01-01"]);
  expect(on("2025-02-01")).toBe(on("2025-06-30"));
  expect(on("2025-02-01").organic.status).toBe("confirmed");
  expect(on("2025-01-31").organic.status).not.toBe("confirmed");
  expect(on("2025-07-01").organic.status).not.toBe("confirmed");
});

const PLACE = {
  commune: "62041",
  communeName: "Arras",
  epci: null,
  departement: "62",
  region: "32",
  pats: [],
  position: null,
};
