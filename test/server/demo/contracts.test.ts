import { describe, expect, test } from "vitest";
import { demoContracts } from "../../../server/demo/contracts.ts";
import { followClauses, followContracts, totalsOf } from "../../../shared/clauses/followed.ts";
import { contractInputSchema } from "../../../shared/contracts.ts";
import { isSiret } from "../../../shared/identifiers.ts";

const TODAY = "2026-11-22";

describe("the contracts of the demonstration", () => {
  const { contracts, hours } = demoContracts(TODAY);
  const doneE2 = new Map<string, number>();
  for (const { clauseId, hoursE2 } of hours) doneE2.set(clauseId, (doneE2.get(clauseId) ?? 0) + hoursE2);
  const clauses = followClauses(contracts, { doneE2, today: TODAY });
  const rows = followContracts(contracts, clauses);

  test("could have been typed, with numbers that nobody has", () => {
    for (const contract of contracts) expect(contractInputSchema.safeParse(contract).error).toBeUndefined();
    const sirets = clauses.flatMap(({ lot, clause }) => [
      lot.holderSiret,
      ...clause.employers.map(({ siret }) => siret),
    ]);
    for (const siret of sirets) if (siret !== null) expect(isSiret(siret)).toBe(true);
  });

  test("are in every state, some before 2026, catering among others", () => {
    expect(new Set(clauses.map(({ progress }) => progress.state))).toEqual(
      new Set(["LATE", "SHORT", "ON_TRACK", "UPCOMING", "DONE"]),
    );
    expect(new Set(rows.map(({ kind }) => kind)).size).toBe(5);
    expect(rows.filter(({ startsOn }) => startsOn < "2026-01-01").length).toBeGreaterThan(5);
  });

  test("have one hour in five missing at most, and hours up to the month before", () => {
    const { contracts: count, withClause, plannedE2, doneE2: done } = totalsOf(rows);
    expect([count, withClause]).toEqual([14, 13]);
    expect(done / plannedE2).toBeGreaterThan(0.5);
    expect(done / plannedE2).toBeLessThan(0.9);
    expect(
      hours
        .map(({ month }) => month)
        .toSorted()
        .at(-1),
    ).toBe("2026-10");
    expect(hours.some(({ people }) => people !== null && people < 5)).toBe(true);
  });
});
