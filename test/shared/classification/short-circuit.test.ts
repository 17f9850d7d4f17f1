import { describe, expect, test } from "vitest";
import { classify } from "../../../shared/classification/classify.ts";
import { explain } from "../../../shared/classification/explain.ts";
import type { LineFacts } from "../../../shared/facts.ts";
import { context, lineFacts } from "../../support/line-facts.ts";

const NAMED = { producerName: "Ferme des Hauts" };
const PRODUCER = { supplierIsProducer: true };

describe("short circuit", () => {
  test.each<[Partial<LineFacts>, string, string]>([
    [{ ...NAMED, intermediaries: 0 }, "confirmed", "short-direct"],
    [{ ...NAMED, intermediaries: 1 }, "confirmed", "short-one"],
    [{ ...NAMED, intermediaries: 2 }, "no", "short-too-many"],
    [{ ...NAMED, intermediaries: 2, claimedShort: true }, "rejected", "short-too-many"],
    [{ intermediaries: 3, claimedShort: false }, "no", "short-too-many"],
    [{ intermediaries: 0 }, "declared", "short-producer-unnamed"],
    [{ intermediaries: 1, claimedShort: true }, "declared", "short-producer-unnamed"],
    [PRODUCER, "confirmed", "short-direct"],
    [{ ...PRODUCER, intermediaries: 0 }, "confirmed", "short-direct"],
    [{ ...PRODUCER, intermediaries: 1 }, "declared", "short-producer-unnamed"],
    [{ ...PRODUCER, claimedShort: false }, "confirmed", "short-direct"],
    [{ claimedShort: true }, "declared", "short-claimed"],
    [{ claimedShort: false }, "no", "short-denied"],
    [NAMED, "unknown", "short-unknown"],
    [{}, "unknown", "short-unknown"],
  ])("%o: %s, %s", (facts, status, rule) => {
    expect(classify(lineFacts(facts), context()).short).toMatchObject({ status, rule });
  });

  test("the evidence names the producer and the intermediary", () => {
    expect(classify(lineFacts({ ...NAMED, intermediaries: 1 }), context()).short.facts).toEqual({
      intermediaries: 1,
      producer: "Ferme des Hauts",
      supplier: "Grossiste du Nord",
    });
    expect(classify(lineFacts(PRODUCER), context()).short.facts).toMatchObject({
      producer: "Grossiste du Nord",
    });
  });

  test("a processor named as the maker stands between the farm and the canteen, not before itself", () => {
    const { short } = classify(
      lineFacts({ producerName: "Grossiste du Nord", intermediaries: 1 }),
      context(),
    );
    expect(explain(short, "fr")).toBe(
      "Un seul intermédiaire entre la ferme et la cantine\u00a0: Grossiste du Nord.",
    );
    expect(explain(short, "en")).toBe(
      "One intermediary between the farm and the canteen: Grossiste du Nord.",
    );
  });

  test("it does not depend on distance and never makes a line EGalim", () => {
    const far = classify(lineFacts({ ...NAMED, intermediaries: 0, origin: "EUROPE" }), context());
    expect(far.short.status).toBe("confirmed");
    expect(far.declaredCategory).toBe("NON_EGALIM");
  });
});
