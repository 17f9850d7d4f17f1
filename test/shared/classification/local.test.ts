import { describe, expect, test } from "vitest";
import { classify } from "../../../shared/classification/classify.ts";
import type { LineFacts, LocalScope, Place } from "../../../shared/facts.ts";
import { distanceM } from "../../../shared/geo/distance.ts";
import { context, lineFacts, place, within } from "../../support/line-facts.ts";

const NAMED = { producerName: "Ferme des Hauts" };
const ARRAS = place();

function localOf(facts: Partial<LineFacts>, localDefinition = within(80_000), canteen = ARRAS) {
  return classify(lineFacts(facts), context({ localDefinition, canteen })).local;
}

function at(northE6: number, uncertaintyM = 0): Place {
  return place({
    commune: "62193",
    communeName: "Calais",
    position: { latE6: 50_293_000 + northE6, lngE6: 2_781_860, uncertaintyM },
  });
}

describe("local without a place of production", () => {
  test.each([
    [null, "unknown", "local-unknown"],
    [true, "declared", "local-claimed"],
    [false, "no", "local-denied"],
  ])("claimed %s: %s", (claimedLocal, status, rule) => {
    expect(localOf({ ...NAMED, claimedLocal })).toMatchObject({ status, rule });
  });

  test("without a definition in force nothing can be said, whatever is known", () => {
    for (const claimedLocal of [null, true, false]) {
      const verdict = classify(
        lineFacts({ ...NAMED, claimedLocal, origins: [ARRAS] }),
        context({ localDefinition: null }),
      );
      expect(verdict.local).toMatchObject({ status: "unknown", rule: "local-no-definition" });
    }
  });
});

describe("local by radius", () => {
  const north = at(500_000);
  const distance = distanceM(
    ARRAS.position as NonNullable<Place["position"]>,
    north.position as NonNullable<Place["position"]>,
  );

  test.each([
    [distance + 1, "confirmed", "local-km-inside"],
    [distance, "confirmed", "local-km-inside"],
    [distance - 1, "no", "local-km-outside"],
  ])("a radius of %i m is %s", (radius, status, rule) => {
    expect(localOf({ ...NAMED, origins: [north] }, within(radius))).toMatchObject({
      status,
      rule,
      facts: { distanceM: distance, radiusM: radius, uncertaintyM: 0 },
    });
  });

  test.each([
    [distance - 3001, "no", "local-km-outside"],
    [distance - 3000, "unknown", "local-km-uncertain"],
    [distance + 2999, "unknown", "local-km-uncertain"],
    [distance + 3000, "confirmed", "local-km-inside"],
  ])("both uncertainties (1 + 2 km) add up: a radius of %i m is %s", (radius, status, rule) => {
    const canteen = place({ position: { latE6: 50_293_000, lngE6: 2_781_860, uncertaintyM: 1000 } });
    expect(localOf({ ...NAMED, origins: [at(500_000, 2000)] }, within(radius), canteen)).toMatchObject({
      status,
      rule,
      facts: { distanceM: distance, uncertaintyM: 3000 },
    });
  });

  test("claimed local but outside is rejected; not named is declared; a producer-supplier is named", () => {
    expect(localOf({ ...NAMED, claimedLocal: true, origins: [north] }, within(1000)).status).toBe("rejected");
    expect(localOf({ origins: [north] })).toMatchObject({
      status: "declared",
      rule: "local-km-inside-unnamed",
    });
    expect(localOf({ supplierIsProducer: true, origins: [north] }).status).toBe("confirmed");
  });

  test("a place or a canteen without position is to check", () => {
    const nowhere = place({ position: null });
    expect(localOf({ ...NAMED, origins: [nowhere] }).rule).toBe("local-km-no-position");
    expect(localOf({ ...NAMED, origins: [ARRAS] }, within(80_000), nowhere).status).toBe("unknown");
  });

  test("with several places the least favourable one decides, whatever the order", () => {
    const cases: [Place[], string][] = [
      [[at(10_000), at(200_000)], "local-km-inside"],
      [[at(10_000), place({ position: null })], "local-km-no-position"],
      [[place({ position: null }), at(2_000_000)], "local-km-outside"],
      [[at(10_000), at(719_000, 5000)], "local-km-uncertain"],
    ];
    for (const [origins, rule] of cases) {
      expect(localOf({ ...NAMED, origins }).rule).toBe(rule);
      expect(localOf({ ...NAMED, origins: origins.toReversed() }).rule).toBe(rule);
    }
    const two = [at(10_000), at(200_000)];
    expect(localOf({ ...NAMED, origins: two }).facts).toEqual(
      localOf({ ...NAMED, origins: [at(200_000)] }).facts,
    );
  });
});

describe("local by boundary", () => {
  const near = place({ commune: "62001", communeName: "Ablain" });
  const elsewhere = place({
    commune: "59350",
    communeName: "Lille",
    epci: "200093201",
    departement: "59",
    region: "32",
  });

  test.each<[LocalScope, Place, Place, boolean]>([
    ["COMMUNE", ARRAS, ARRAS, true],
    ["COMMUNE", near, ARRAS, true],
    ["COMMUNE", elsewhere, ARRAS, false],
    ["COMMUNE", { ...near, epci: null }, { ...ARRAS, epci: null }, false],
    ["COMMUNE", { ...ARRAS, epci: null }, { ...ARRAS, epci: null }, true],
    ["DEPARTEMENT", near, ARRAS, true],
    ["DEPARTEMENT", elsewhere, ARRAS, false],
    ["REGION", elsewhere, ARRAS, true],
    ["REGION", { ...elsewhere, region: "11" }, ARRAS, false],
    ["PAT", near, ARRAS, false],
    ["PAT", { ...elsewhere, pats: ["a", "b"] }, { ...ARRAS, pats: ["b", "c"] }, true],
    ["PAT", { ...elsewhere, pats: ["a"] }, { ...ARRAS, pats: ["b"] }, false],
  ])("%s %o for %o: %s", (scope, origin, canteen, inside) => {
    const definition = { scope, radiusM: null };
    expect(localOf({ ...NAMED, origins: [origin] }, definition, canteen).status).toBe(
      inside ? "confirmed" : "no",
    );
    expect(localOf({ origins: [origin] }, definition, canteen).status).toBe(inside ? "declared" : "no");
    const claimed = localOf({ ...NAMED, claimedLocal: true, origins: [origin] }, definition, canteen);
    expect(claimed.status).toBe(inside ? "confirmed" : "rejected");
  });

  test("one place outside is enough, and is named", () => {
    const verdict = localOf(
      { ...NAMED, origins: [near, elsewhere] },
      { scope: "DEPARTEMENT", radiusM: null },
    );
    expect(verdict).toMatchObject({ status: "no", facts: { places: ["Lille"] } });
  });
});
