import { beforeAll, expect, test } from "vitest";
import { insertOrganisation } from "../../../db/queries/organisations.ts";
import { keepDroppedFile } from "../../../server/actions/drop-import.ts";
import type { AppContext } from "../../../server/context.ts";
import { appRouter } from "../../../server/router.ts";
import { asRefusal, createCallerFactory } from "../../../server/trpc.ts";
import type { Contract } from "../../../shared/contracts.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant, Role } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { aClause, aContract, anAwardedLot, anEmployer } from "../../support/contracts.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { NOW, seedOrganisation } from "../../support/seed.ts";

const createCaller = createCallerFactory(appRouter);
type Caller = ReturnType<typeof createCaller>;

describeOnEngines("the contracts of an organisation", (on) => {
  let organisationId: string;
  let administrator: Caller;
  let official: Caller;
  const employers = [anEmployer({ name: "Un" }), anEmployer({ name: "Deux" })];
  const contract = aContract({ lots: [anAwardedLot({ clauses: [aClause({ employers })] })] });
  const contractId = contract.id;
  const [first, second] = employers.map(({ id }) => id) as [string, string];

  async function callerAs(role: Role, grant: Omit<Grant, "role">): Promise<Caller> {
    const grants = [{ role, ...grant }];
    return createCaller(appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
  }

  const save = (caller: Caller, { id, ...input }: Contract) => caller.clauses.save({ id, input });
  const people = async (caller: Caller) =>
    (await caller.clauses.contract({ contractId })).hours.map((hours) => hours.people);

  beforeAll(async () => {
    organisationId = (await seedOrganisation(on.db)).organisationId;
    administrator = await callerAs("administrator", {
      scopeKind: "organisation",
      scopeId: organisationId,
    });
    // The département that the organisation acts for.
    official = await callerAs("official", { scopeKind: "territory", scopeId: "DEP-62" });
    await save(administrator, contract);
    await administrator.clauses.saveHours({
      contractId,
      cells: [
        { employerId: first, month: "2026-01", done: { hoursE2: 5_000, people: 4 } },
        { employerId: second, month: "2026-01", done: { hoursE2: 7_500, people: 9 } },
        { employerId: first, month: "2026-02", done: { hoursE2: 2_500, people: null } },
      ],
    });
  });

  test("are read by the official of the territory it acts for, without small counts of people", async () => {
    const view = await official.clauses.contract({ contractId });
    expect(view.mayWrite).toBe(false);
    expect(view.hours.map(({ hoursE2 }) => hoursE2).toSorted()).toEqual([2_500, 5_000, 7_500]);
    expect((await people(official)).toSorted()).toEqual([9, "FEW", null]);
    expect((await people(administrator)).toSorted()).toEqual([4, 9, null]);
  });

  test("are not another organisation's", async () => {
    await expect(save(official, contract)).rejects.toThrow("FORBIDDEN");
    const stranger = newId();
    const neighbour = { id: stranger, name: "Voisin", territory_code: "DEP-80", demo: 0, created_at: NOW };
    await insertOrganisation(on.db, { ...neighbour, shares_order_names: 0 });
    const other = await callerAs("administrator", { scopeKind: "organisation", scopeId: stranger });
    await expect(save(other, contract)).rejects.toThrow("NOT_FOUND");
    const stolen = aContract({ lots: contract.lots });
    await expect(save(other, stolen)).rejects.toThrow("CONFLICT");
    expect((await other.clauses.contracts({})).rows).toEqual([]);
  });

  test("are followed: done on planned, expected on the last day of October", async () => {
    const { rows, totals } = await official.clauses.contracts({ filter: { state: "LATE" } });
    expect(rows.map(({ progress }) => progress)).toMatchObject([
      // 304 days of 365.
      { plannedE2: 83_333, doneE2: 15_000, asOf: "2026-10-31", expectedE2: 69_406, behindE2: 54_406 },
    ]);
    expect(totals).toMatchObject({ contracts: 1, withClause: 1, late: 1, behindE2: 54_406 });
    expect((await official.clauses.contracts({ filter: { kind: "CATERING" } })).rows).toEqual([]);
    expect((await official.clauses.contracts({ filter: { year: 2025 } })).rows).toEqual([]);
    expect(await official.clauses.list({ filter: { way: "PERFORMANCE" } })).toHaveLength(1);
  });

  test("refuse a number that another has, and to lose an employer with hours", async () => {
    const twin = aContract({ number: contract.number.toLowerCase() });
    expect(await save(administrator, twin)).toEqual({
      saved: false,
      issues: [{ field: "number", code: "number-taken", otherId: contract.id }],
    });
    const lots = [anAwardedLot({ ...contract.lots[0], clauses: [] })];
    expect(await save(administrator, { ...contract, lots })).toEqual({
      saved: false,
      issues: [{ field: "lots", code: "hours-recorded", otherId: null }],
    });
    const refused = administrator.clauses.remove({ contractId });
    await expect(refused).rejects.toSatisfy((error) => asRefusal(error as never)?.code === "CONFLICT");
  });

  test("lose the hours of a month that is cleared, and say so in the record, without counts of people", async () => {
    await administrator.clauses.saveHours({
      contractId,
      cells: [
        { employerId: first, month: "2026-02", done: null },
        { employerId: second, month: "2026-01", done: { hoursE2: 7_500, people: 8 } },
      ],
    });
    const { hours } = await administrator.clauses.contract({ contractId });
    expect(hours.map(({ month }) => month)).toEqual(["2026-01", "2026-01"]);
    const record = await administrator.audit.listOfOrganisation({ noun: "clause-hours" });
    expect(record.rows[0]).toMatchObject({
      before: { lines: [{ hoursE2: 2_500 }, { hoursE2: 7_500 }] },
      after: { countsChanged: 1, lines: [{ hoursE2: 7_500 }] },
    });
    expect(JSON.stringify(record.rows)).not.toContain("people");
  });

  test("hours of an employer of no clause of the contract are nobody's", async () => {
    const other = aContract({ number: "Autre" });
    await save(administrator, other);
    const cells = [{ employerId: first, month: "2026-03", done: { hoursE2: 100, people: null } }];
    await expect(administrator.clauses.saveHours({ contractId: other.id, cells })).rejects.toThrow(
      "NOT_FOUND",
    );
  });
});

describeOnEngines("a file of hours", (on) => {
  const employers = [anEmployer({ name: "Un" }), anEmployer({ name: "Deux" })];
  const contract = aContract({ lots: [anAwardedLot({ clauses: [aClause({ employers })] })] });
  const TEXT = `Marché;Mois;Employeur;Heures;Personnes
${contract.number};01/2026;Un;151,67;3
${contract.number};02/2026;Un;70;
${contract.number};01/2026;Deux;;
${contract.number};01/2026;Trois;8;`;
  let administrator: Caller;
  let ctx: AppContext;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const grants: Grant[] = [{ role: "administrator", scopeKind: "organisation", scopeId: organisationId }];
    ctx = appContext(on, { user: await seedPerson(on.db, { grants }), grants });
    administrator = createCaller(ctx);
    const { id, ...input } = contract;
    await administrator.clauses.save({ id, input });
  });

  const drop = async (text: string) =>
    (await keepDroppedFile(ctx.action, { name: "heures.csv", content: Buffer.from(text) })).fileId;
  const hours = async () =>
    (await administrator.clauses.contract({ contractId: contract.id })).hours
      .map(({ month, hoursE2, people }) => [month, hoursE2, people])
      .toSorted();

  test("is told before, taken once, told when it comes again, and undone but for what changed since", async () => {
    const fileId = await drop(TEXT);
    expect(await administrator.clauses.previewHours({ fileId })).toMatchObject({
      ok: true,
      changes: [
        { row: 2, employerName: "Un", before: null, after: { hoursE2: 15_167, people: 3 } },
        { row: 3, month: "2026-02" },
      ],
      issues: [{ row: 5, code: "EMPLOYER_UNKNOWN" }],
      setAside: 1,
      earlier: null,
    });
    const id = newId();
    expect(await administrator.clauses.importHours({ id, fileId })).toEqual({ id, changed: 2 });
    expect(await administrator.clauses.previewHours({ fileId })).toMatchObject({
      changes: [],
      same: 2,
      earlier: { id },
    });
    // The same content again changes nothing, and leaves no import behind.
    expect(await administrator.clauses.importHours({ id: newId(), fileId })).toMatchObject({ changed: 0 });
    expect(await administrator.clauses.hourImports()).toMatchObject([{ id, changed: 2, undoneAt: null }]);

    const [one] = employers;
    const done = { hoursE2: 8_000, people: null };
    await administrator.clauses.saveHours({
      contractId: contract.id,
      cells: [{ employerId: one?.id ?? "", month: "2026-02", done }],
    });
    expect(await administrator.clauses.undoHourImport({ id })).toEqual({ restored: 1, kept: 1 });
    expect(await hours()).toEqual([["2026-02", 8_000, null]]);
    await expect(administrator.clauses.undoHourImport({ id })).rejects.toThrow("NOT_FOUND");
    expect(await administrator.clauses.previewHours({ fileId })).toMatchObject({ earlier: null });
  });

  test("without a header, or that another person dropped, changes nothing", async () => {
    const fileId = await drop("Marché;Mois\n2026;03/2026");
    expect(await administrator.clauses.previewHours({ fileId })).toMatchObject({
      ok: false,
      missing: ["hours", "employer"],
    });
    await expect(administrator.clauses.importHours({ id: newId(), fileId })).rejects.toThrow("INVALID");
    const foreign = { fileId: "a".repeat(64) };
    await expect(administrator.clauses.previewHours(foreign)).rejects.toThrow("NOT_FOUND");
  });
});
