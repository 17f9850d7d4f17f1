import { beforeAll, expect, test } from "vitest";
import { upsertClauseHours } from "../../../db/queries/clause-hours.ts";
import { upsertContract } from "../../../db/queries/contracts.ts";
import { replaceMonthHours } from "../../../db/queries/legumerie-hours.ts";
import { councilRouter } from "../../../server/routers/council.ts";
import { indicatorsRouter } from "../../../server/routers/indicators.ts";
import { measuresRouter } from "../../../server/routers/measures.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import { CLAUSE_WAY_LABELS } from "../../../shared/clauses/ways.ts";
import { DEFAULT_COLLEGES } from "../../../shared/council-colleges.ts";
import { findRow } from "../../../shared/council-report.ts";
import { collegeParagraph } from "../../../shared/council-summary.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { semesterRange } from "../../../shared/semesters.ts";
import { INSERTION_STATUS_LABELS } from "../../../shared/social-statuses.ts";
import { appContext } from "../../support/app-context.ts";
import { aClause, aContract, anAwardedLot, anEmployer } from "../../support/contracts.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aMeasure } from "../../support/measures.ts";
import { seedPerson } from "../../support/people.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, NOW, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

/** Today is 22 November 2026. */
const SEMESTER = "2026-S1";

describeOnEngines("council router", (on) => {
  let organisationId: Id;
  let canteenId: Id;
  let legumerieId: Id;

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    await seedPurchases(on.db, actionContext(on), { canteenId, orders: 25, seed: 3 });
    legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE", name: "Légumerie de Lens" })).id;
    await replaceMonthHours(on.db, {
      legumerieId,
      month: "2026-05",
      rows: [
        { status: "CDDI", hoursE2: 120_000, people: 12 },
        { status: "PERMANENT", hoursE2: 15_167, people: 2 },
      ],
    });
  });

  async function contextOf(...grants: Grant[]) {
    return appContext(on, { user: await seedPerson(on.db, { grants }), grants });
  }
  const chief = (): Grant => ({ role: "administrator", scopeKind: "organisation", scopeId: organisationId });
  const official: Grant = { role: "official", scopeKind: "territory", scopeId: "DEP-62" };
  const councilAs = async (...grants: Grant[]) =>
    createCallerFactory(councilRouter)(await contextOf(...grants));
  const at = { semester: SEMESTER } as const;

  test("the rates are those of the dashboards, this semester and the one before", async () => {
    const { report } = await (await councilAs(official)).report(at);
    const dashboards = createCallerFactory(indicatorsRouter)(await contextOf(chief()));
    for (const [semester, side] of [
      ["2026-S1", "now"],
      ["2025-S2", "before"],
      ["2025-S1", "yearBefore"],
    ] as const) {
      const { shares, totals } = await dashboards.territory({ period: semesterRange(semester) });
      expect(totals.lines).toBeGreaterThan(0);
      expect(findRow(report, "SPEND")?.[side]).toBe(totals.amountCents);
      for (const code of ["EGALIM", "ORGANIC", "LOCAL", "SHORT_OR_LOCAL"] as const)
        expect(findRow(report, code)?.[side]).toEqual(shares[code].strict);
    }
    // What suppliers are is told of the same purchases.
    expect(findRow(report, "SOCIAL")?.now).toMatchObject({
      denominator: findRow(report, "SPEND")?.now,
    });
    expect(report.canteens.map(({ id }) => id)).toEqual([canteenId]);
  });

  test("hours are told, and no count of people under five", async () => {
    const { report } = await (await councilAs(official)).report(at);
    const workshop = { fr: "Légumerie de Lens", en: "Légumerie de Lens" };
    const now = (code: Parameters<typeof findRow>[1]) => findRow(report, code, workshop)?.now;
    expect([now("WORKSHOP_HOURS"), now("WORKSHOP_INSERTION")]).toEqual([135_167, 120_000]);
    expect([now("WORKSHOP_PEOPLE"), now("WORKSHOP_INSERTION_PEOPLE")]).toEqual(["hidden", 12]);
  });

  test("contracts with a clause are told by way, their hours in proportion to the days of the semester", async () => {
    const employer = anEmployer();
    const clause = aClause({ employers: [employer] });
    const both = anAwardedLot({ clauses: [clause, aClause({ way: "RESERVED", formula: null })] });
    await upsertContract(on.db, organisationId, { ...aContract({ lots: [both] }), createdAt: NOW });
    const hours = { organisationId, clauseId: clause.id, employerId: employer.id, people: 3 };
    await upsertClauseHours(on.db, { ...hours, month: "2026-03", hoursE2: 20_000 });
    await upsertClauseHours(on.db, { ...hours, month: "2026-08", hoursE2: 50_000 });
    const { report } = await (await councilAs(official)).report(at);
    const way = CLAUSE_WAY_LABELS.RESERVED;
    const told = (code: Parameters<typeof findRow>[1], subject = null as typeof way | null) =>
      findRow(report, code, subject)?.now;
    // 833,33 h over 365 days, of which the first half-year has 181.
    expect(told("CLAUSE_PLANNED")).toBe(41_324);
    expect([told("CLAUSE_CONTRACTS"), told("CLAUSE_AMOUNT"), told("CLAUSE_DONE")]).toEqual([
      1, 100_000_000, 20_000,
    ]);
    expect([told("CLAUSE_CONTRACTS", way), told("CLAUSE_PLANNED", way), told("CLAUSE_DONE", way)]).toEqual([
      1, 0, 0,
    ]);
    expect(told("CLAUSE_DONE_BY", INSERTION_STATUS_LABELS.ACI)).toBe(20_000);
  });

  test("each college has its paragraph; measures are told with their value then", async () => {
    const measures = createCallerFactory(measuresRouter)(await contextOf(chief()));
    const id = newId();
    await measures.save({ id, input: aMeasure({ scopeId: organisationId, startsOn: "2026-01-01" }) });
    const later = aMeasure({ scopeId: organisationId, startsOn: "2026-07-01" });
    await measures.save({ id: newId(), input: later });
    const caller = await councilAs(official);
    const { report } = await caller.report(at);
    expect(report.measures).toMatchObject([{ id, month: "2026-06", late: false }]);
    expect((await caller.report({ semester: "2026-S2" })).report.measures[0]?.month).toBe("2026-10");
    expect(report.colleges).toEqual(DEFAULT_COLLEGES);
    for (const college of report.colleges)
      expect(collegeParagraph(report, college, "fr"), college.name).toMatch(/\.$/);
  });

  test("a kept report stays as it was, and says what differs since", async () => {
    const caller = await councilAs(chief());
    const [id, semester] = [newId(), "2025-S1"] as const;
    await expect(caller.close({ id, semester: "2026-S2" })).rejects.toThrow("INVALID");
    await caller.close({ id, semester });
    await caller.close({ id, semester });
    await expect(caller.close({ id: newId(), semester })).rejects.toThrow("CONFLICT");
    const before = await caller.report({ semester });
    expect(before.kept).toMatchObject({ differences: [] });
    await seedPurchases(on.db, actionContext(on), { canteenId, orders: 15, seed: 8 });
    const after = await caller.report({ semester });
    expect(after.report).toEqual(before.report);
    expect(after.kept?.differences.map(({ code }) => code)).toContain("SPEND");
    await caller.reopen({ semester, reason: "Des factures manquaient." });
    const opened = await caller.report({ semester });
    expect(opened.kept).toBeNull();
    expect(findRow(opened.report, "SPEND")?.now).not.toEqual(findRow(before.report, "SPEND")?.now);
    await expect(caller.reopen({ semester, reason: "Encore." })).rejects.toThrow("NOT_FOUND");
    const audit = await on.db.selectFrom("audit").select("action").where("noun_id", "=", id).execute();
    expect(audit.map(({ action }) => action)).toEqual(["closed", "reopened"]);
  });

  test("the colleges are a setting of the organisation", async () => {
    const caller = await councilAs(chief());
    const colleges = [{ name: "Habitants", topics: ["measures" as const] }];
    await caller.saveColleges({ colleges });
    expect((await caller.report(at)).report.colleges).toEqual(colleges);
    await expect(caller.saveColleges({ colleges: [] })).rejects.toThrow();
    await expect((await councilAs(official)).saveColleges({ colleges })).rejects.toThrow("FORBIDDEN");
  });
});
