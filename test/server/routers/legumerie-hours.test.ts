import { beforeAll, expect, test } from "vitest";
import { legumerieHoursRouter } from "../../../server/routers/legumerie-hours.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import type { MonthHours } from "../../../shared/legumerie/hours.ts";
import type { Grant } from "../../../shared/permissions.ts";
import type { SessionUser } from "../../../shared/session.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

const TEAM = { status: "CDDI", hoursE2: 60_668, people: 6 } as const;
const BOSS = { status: "PERMANENT", hoursE2: 15_167, people: 2 } as const;

describeOnEngines("hours worked in a légumerie", (on) => {
  const createCaller = createCallerFactory(legumerieHoursRouter);
  let user: SessionUser;
  let legumerieId: Id;

  const as = (grant: Grant) => createCaller(appContext(on, { user, grants: [grant] }));
  const operator = () => as({ role: "legumerie", scopeKind: "legumerie", scopeId: legumerieId });
  const official = () => as({ role: "official", scopeKind: "territory", scopeId: "DEP-62" });
  const save = (hours: MonthHours) => operator().save({ legumerieId, hours });
  const monthsOf = async (caller: ReturnType<typeof operator>) =>
    (await caller.ofYear({ legumerieId, year: 2026 })).months;

  beforeAll(async () => {
    user = await seedPerson(on.db);
    const { organisationId } = await seedOrganisation(on.db);
    await seedCanteen(on.db, { organisationId });
    legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE", name: "Légumerie de Lens" })).id;
    await save({ month: "2026-08", rows: [TEAM] });
    await save({ month: "2026-09", rows: [BOSS, TEAM] });
  });

  test("a month is read back whole by the workshop, statuses in their order", async () => {
    const [, month] = await monthsOf(operator());
    expect(month).toEqual({ month: "2026-09", rows: [TEAM, BOSS], hoursE2: 75_835, people: 8 });
  });

  test("an official is told neither a count under five nor the total that would tell it", async () => {
    const [whole, month] = await monthsOf(official());
    expect(whole?.people).toBe(6);
    expect(month?.rows.map(({ people }) => people)).toEqual([6, null]);
    expect(month?.people).toBeNull();
    expect(JSON.stringify(month)).not.toMatch(/"people":[28]\b/);
  });

  test("a month written again takes the place of what it said", async () => {
    await save({ month: "2026-07", rows: [TEAM, BOSS] });
    expect(await save({ month: "2026-07", rows: [{ ...TEAM, people: 5 }] })).toMatchObject({ saved: true });
    const [month] = await monthsOf(operator());
    expect(month).toMatchObject({ month: "2026-07", rows: [{ ...TEAM, people: 5 }] });
    await save({ month: "2026-07", rows: [] });
    expect((await monthsOf(operator())).map((one) => one.month)).toEqual(["2026-08", "2026-09"]);
  });

  test.each([
    [
      { month: "2099-01", rows: [TEAM] },
      { field: "month", code: "MONTH_IN_FUTURE" },
    ],
    [
      { month: "2026-06", rows: [{ ...TEAM, people: 0 }] },
      { field: "rows.0.people", code: "HOURS_WITHOUT_PEOPLE" },
    ],
    [
      { month: "2026-06", rows: [TEAM, { ...BOSS, hoursE2: 50_001 }] },
      { field: "rows.1.hoursE2", code: "TOO_MANY_HOURS" },
    ],
  ])("what cannot be is refused: %j", async (hours, issue) => {
    expect(await save(hours as MonthHours)).toEqual({ saved: false, issues: [{ ...issue, grams: null }] });
  });

  test("a status twice in a month is no month", async () => {
    await expect(save({ month: "2026-06", rows: [TEAM, TEAM] })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});
