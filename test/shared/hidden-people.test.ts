import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { insertionPeopleOf, peopleOf } from "../../shared/hidden-people.ts";
import type { MonthHours } from "../../shared/legumerie/hours.ts";
import { toldMonth, WORK_STATUSES } from "../../shared/legumerie/hours.ts";

const anyMonth = fc
  .uniqueArray(
    fc.record({
      status: fc.constantFrom(...WORK_STATUSES),
      hoursE2: fc.constant(10_000),
      people: fc.nat(12),
    }),
    { selector: ({ status }) => status },
  )
  .map((rows): MonthHours => ({ month: "2026-06", rows }));

const FEWEST = 5;
const isSecret = (people: number) => people > 0 && people < FEWEST;

/** All that the report and the workshop's page tell of people. */
function toldOf(month: MonthHours) {
  const told = toldMonth(month, false);
  return {
    statuses: told.rows.map(({ status, people }) => [status, people]),
    people: peopleOf(told),
    insertion: insertionPeopleOf(told),
  };
}

describe("people of a workshop", () => {
  test("under five are told by no figure, and by no difference of figures", () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 4 }), (month, other) => {
        // Whatever the secrets are, all that is told is the same: nothing of them can be worked out.
        const rows = month.rows.map((row) => (isSecret(row.people) ? { ...row, people: other } : row));
        expect(toldOf({ ...month, rows })).toEqual(toldOf(month));
      }),
    );
  });

  test("are added up when none is a secret", () => {
    const rows = [
      { status: "CDDI", hoursE2: 100, people: 12 },
      { status: "ESAT", hoursE2: 100, people: 5 },
      { status: "PERMANENT", hoursE2: 100, people: 6 },
    ] as const;
    expect(toldOf({ month: "2026-06", rows: [...rows] })).toMatchObject({ people: 23, insertion: 17 });
    const few = [...rows.slice(0, 2), { status: "PERMANENT", hoursE2: 100, people: 2 } as const];
    expect(toldOf({ month: "2026-06", rows: few })).toMatchObject({ people: "hidden", insertion: 17 });
  });
});
