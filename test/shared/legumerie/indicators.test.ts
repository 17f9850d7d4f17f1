import { describe, expect, test } from "vitest";
import type { LedgerSums, ReceivedSum } from "../../../shared/legumerie/figures.ts";
import { legumerieFigures } from "../../../shared/legumerie/indicators.ts";
import { massBalance, workInProgress } from "../../../shared/legumerie/mass-balance.ts";
import { outputStock } from "../../../shared/legumerie/stock.ts";
import { outputTraits } from "../../../shared/legumerie/traits.ts";
import { yieldReference, yieldStanding } from "../../../shared/legumerie/yield.ts";

const NOTHING: LedgerSums = { received: [], worked: [], losses: [], packed: [], delivered: [] };
const AROUND = {
  months: ["2026-01", "2026-02"],
  departement: "62",
  proofs: new Map([["farm", [{ families: [], validFrom: "2026-01-10", validTo: "2026-01-20" }]]]),
  refuseBp: new Map<string, number | null>([
    ["carrot", 1100],
    ["beet", null],
  ]),
};

function received(sum: Partial<ReceivedSum> = {}): ReceivedSum {
  return {
    day: "2026-01-15",
    productId: "carrot",
    producerId: "farm",
    departement: "62",
    organicStage: null,
    intermediaries: 0,
    owned: true,
    grams: 1_000,
    priceHtCents: 60,
    ...sum,
  };
}

describe("the workshop's figures", () => {
  test("of nothing are rates over nothing, never 0 %", () => {
    const figures = legumerieFigures(NOTHING, AROUND);
    for (const rate of [figures.loss, figures.organic, figures.short, figures.refused, figures.priceIn])
      expect(rate).toEqual({ numerator: 0, denominator: 0 });
    expect(figures.months).toHaveLength(2);
  });

  test("count the kilos received by place, owners and proof, each on its own", () => {
    const figures = legumerieFigures(
      {
        ...NOTHING,
        received: [
          received({ organicStage: "AB" }),
          received({ organicStage: "AB", day: "2026-01-21", departement: "80" }),
          received({ organicStage: "AB", producerId: "other", departement: null }),
          received({ intermediaries: 1 }),
          received({ intermediaries: 1, owned: false, priceHtCents: 0 }),
        ],
      },
      AROUND,
    );
    expect(figures.organic).toEqual({ numerator: 1_000, denominator: 5_000 });
    expect(figures.inDepartement).toEqual({ numerator: 3_000, denominator: 5_000 });
    expect(figures.short).toEqual({ numerator: 4_000, denominator: 5_000 });
    expect(figures.producers).toBe(2);
    expect(figures.priceIn).toEqual({ numerator: 240, denominator: 4_000 });
  });

  test("put each month's kilos in their bars, refused ones apart", () => {
    const figures = legumerieFigures(
      {
        ...NOTHING,
        received: [received(), received({ day: "2026-02-01", grams: 500 })],
        packed: [{ month: "2026-02", productId: "carrot", grams: 900 }],
        delivered: [
          { month: "2026-02", canteenId: "a", grams: 600, refusedGrams: 100, priceHtCents: 150 },
          { month: "2026-02", canteenId: "b", grams: 200, refusedGrams: 0, priceHtCents: 60 },
        ],
      },
      AROUND,
    );
    expect(figures.months).toEqual([
      { month: "2026-01", receivedGrams: 1_000, packedGrams: 0, deliveredGrams: 0 },
      { month: "2026-02", receivedGrams: 500, packedGrams: 900, deliveredGrams: 700 },
    ]);
    expect(figures.canteens).toBe(2);
    expect(figures.refused).toEqual({ numerator: 100, denominator: 800 });
    expect(figures.priceOut).toEqual({ numerator: 210, denominator: 700 });
  });

  test("measure the yield of each product alone, and losses of all that was worked", () => {
    const figures = legumerieFigures(
      {
        ...NOTHING,
        worked: [
          {
            month: "2026-01",
            productId: "carrot",
            inputGrams: 600,
            outputGrams: 500,
            lossGrams: 100,
            batches: 1,
          },
          {
            month: "2026-02",
            productId: "carrot",
            inputGrams: 400,
            outputGrams: 300,
            lossGrams: 100,
            batches: 2,
          },
          {
            month: "2026-02",
            productId: "beet",
            inputGrams: 200,
            outputGrams: 100,
            lossGrams: 100,
            batches: 1,
          },
          {
            month: "2026-02",
            productId: null,
            inputGrams: 800,
            outputGrams: 600,
            lossGrams: 200,
            batches: 1,
          },
        ],
        losses: [
          { month: "2026-01", cause: "PEELING", destination: "COMPOST", grams: 300 },
          { month: "2026-02", cause: "SORTING", destination: "WASTE", grams: 200 },
        ],
      },
      AROUND,
    );
    expect(figures.yields).toEqual([
      {
        productId: "carrot",
        measured: { numerator: 800, denominator: 1_000 },
        reference: { referenceBp: 8_900, lowBp: 7_900, highBp: 9_900 },
        standing: "within",
        batches: 3,
      },
      {
        productId: "beet",
        measured: { numerator: 100, denominator: 200 },
        reference: null,
        standing: null,
        batches: 1,
      },
    ]);
    expect(figures.meanYield).toEqual({ numerator: 1_500, denominator: 2_000 });
    expect(figures.loss).toEqual({ numerator: 500, denominator: 2_000 });
    expect(figures.putToUse).toEqual({ numerator: 300, denominator: 500 });
    const peeled = figures.lossByCause.find(({ key }) => key === "PEELING");
    expect(peeled?.loss).toEqual({ numerator: 300, denominator: 2_000 });
  });
});

describe("the rules of the ledger", () => {
  const batch = (lost: number, endedOn: string | null = "2026-01-02") => ({
    inputs: [{ lotId: "lot", grams: 100_000 }],
    outputs: [],
    losses: [{ id: "loss", grams: lost, cause: "PEELING" as const, destination: "COMPOST" as const }],
    endedOn,
  });

  test("two percent of the input is the most that may be missing or too much", () => {
    expect(massBalance(batch(98_000))).toMatchObject({ gap: 2_000, balanced: true });
    expect(massBalance(batch(97_999))).toMatchObject({ gap: 2_001, balanced: false, exceeded: false });
    expect(massBalance(batch(102_000))).toMatchObject({ balanced: true, exceeded: false });
    expect(massBalance(batch(102_001))).toMatchObject({ balanced: false, exceeded: true });
  });

  test("what is missing from an open batch is work in progress, from an ended one nothing", () => {
    expect(workInProgress(batch(40_000, null))).toBe(60_000);
    expect(workInProgress(batch(99_000))).toBe(0);
  });

  test("stock is deliverable on its use-by date, expired the day after", () => {
    const kept = { netGrams: 110, deliveredGrams: 60, refusedGrams: 10, disposedGrams: 10 };
    const moves = { ...kept, useBy: "2026-01-10" };
    expect(outputStock(moves, "2026-01-10")).toEqual({ availableGrams: 50, expiredGrams: 0 });
    expect(outputStock(moves, "2026-01-11")).toEqual({ availableGrams: 0, expiredGrams: 50 });
  });

  test("the band is ten points on both sides, its ends inside", () => {
    const reference = yieldReference(2_500);
    const standings = [6_499, 6_500, 8_500, 8_501].map((numerator) =>
      yieldStanding({ numerator, denominator: 10_000 }, reference),
    );
    expect(standings).toEqual(["below", "within", "within", "above"]);
  });

  test("a mixture has every origin, no single producer, and the longest way in", () => {
    const lot = {
      producerId: "a",
      originCommune: "62498",
      organicStage: "AB" as const,
      intermediaries: 0,
      owned: false,
      receivedOn: "2026-01-05",
      proofs: [{ families: [], validFrom: "2026-01-01", validTo: null }],
    };
    const other = { ...lot, producerId: "b", originCommune: "62041", intermediaries: 1, owned: true };
    expect(outputTraits([lot, other])).toEqual({
      organicStage: "AB",
      originCommunes: ["62041", "62498"],
      producerId: null,
      producerIds: ["a", "b"],
      intermediaries: 2,
    });
    expect(outputTraits([lot, { ...other, proofs: [] }]).organicStage).toBeNull();
    expect(outputTraits([lot, { ...other, originCommune: null }]).originCommunes).toEqual([]);
  });
});
