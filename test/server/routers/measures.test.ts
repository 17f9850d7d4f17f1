import { beforeAll, expect, test } from "vitest";
import { upsertCanteenGroup } from "../../../db/queries/canteen-groups.ts";
import { upsertClauseHours } from "../../../db/queries/clause-hours.ts";
import { upsertContract } from "../../../db/queries/contracts.ts";
import { replaceMonthHours } from "../../../db/queries/legumerie-hours.ts";
import { insertSupplierStatus } from "../../../db/queries/supplier-statuses.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { indicatorsRouter } from "../../../server/routers/indicators.ts";
import { legumerieRouter } from "../../../server/routers/legumerie.ts";
import { measuresRouter } from "../../../server/routers/measures.ts";
import { socialEconomyRouter } from "../../../server/routers/social-economy.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { shareBpOf } from "../../../shared/measure-progress.ts";
import type { MeasureInput } from "../../../shared/measures.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { aClause, aContract, anAwardedLot, anEmployer } from "../../support/contracts.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput } from "../../support/ledger.ts";
import { aMeasure } from "../../support/measures.ts";
import { seedPerson } from "../../support/people.ts";
import { seedPurchases } from "../../support/purchases.ts";
import {
  actionContext,
  anOrder,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";

/** Today is 22 November 2026: the last month over is October, and a figure is over the twelve months up to it. */
const MONTHS = { fromMonth: "2025-11", toMonth: "2026-10" };

describeOnEngines("measures router", (on) => {
  let organisationId: Id;
  let first: Id;
  let second: Id;
  let groupId: Id;
  let legumerieId: Id;

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    first = (await seedCanteen(on.db, { organisationId, name: "Collège un" })).id;
    second = (await seedCanteen(on.db, { organisationId, name: "Collège deux" })).id;
    for (const [seed, canteenId] of [first, second].entries())
      await seedPurchases(on.db, actionContext(on), { canteenId, orders: 12, seed });
    groupId = newId();
    const group = { id: groupId, organisationId, name: "Un seul", canteenIds: [second], createdAt: NOW };
    await upsertCanteenGroup(on.db, group);
    legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE", name: "Légumerie de Lens" })).id;
    const farm = await seedSupplier(on.db);
    const carrot = await seedProduct(on.db);
    const workshop = await legumerieAs({ role: "legumerie", scopeKind: "legumerie", scopeId: legumerieId });
    const lot = aLot({ producerId: farm.id, productId: carrot.id });
    const output = anOutput({ productId: carrot.id });
    const inputs = [{ lotId: lot.id, grams: 100_000 }];
    await workshop.receiveLot({ legumerieId, lot });
    await workshop.saveBatch({
      legumerieId,
      batch: aBatch({ inputs, outputs: [output], losses: [aLoss()] }),
    });
    const delivery = aDelivery({ canteenId: first, outputId: output.id }, { refusedGrams: 2_000 });
    expect(await workshop.deliver({ legumerieId, delivery })).toMatchObject({ saved: true });
  });

  async function contextOf(...grants: Grant[]) {
    return appContext(on, { user: await seedPerson(on.db, { grants }), grants });
  }
  const measuresAs = async (...grants: Grant[]) =>
    createCallerFactory(measuresRouter)(await contextOf(...grants));
  const legumerieAs = async (grant: Grant) => createCallerFactory(legumerieRouter)(await contextOf(grant));
  const chief: () => Grant = () => ({
    role: "administrator",
    scopeKind: "organisation",
    scopeId: organisationId,
  });
  const managerOf = (scopeId: Id): Grant => ({ role: "manager", scopeKind: "canteen", scopeId });
  async function save(measure: Partial<MeasureInput>, id = newId()): Promise<Id> {
    const input = aMeasure({ scopeId: organisationId, ...measure });
    expect(await (await measuresAs(chief())).save({ id, input })).toEqual({ saved: true, id, moved: null });
    return id;
  }

  test("the value is the figure of the dashboard, at both certainties, for all, a group and a canteen", async () => {
    const whole = await save({});
    const strict = await save({ certainty: "strict" });
    const euros = await save({ figure: "ORGANIC_AMOUNT", targetValue: 5_000_000 });
    const group = await save({ scopeKind: "group", scopeId: groupId });
    const canteen = await save({ scopeKind: "canteen", scopeId: first });
    const caller = await measuresAs(chief());
    const dashboards = createCallerFactory(indicatorsRouter)(await contextOf(chief()));
    const { shares } = await dashboards.territory({ period: MONTHS });
    const ofGroup = await dashboards.territory({ period: MONTHS, groupId });
    const ofCanteen = await dashboards.canteen({ period: MONTHS, canteenId: first });
    const worth = async (id: Id) => (await caller.get({ id })).value;
    expect(shares.ORGANIC.declared.numerator).toBeGreaterThan(shares.ORGANIC.strict.numerator);
    expect(await worth(whole)).toBe(shareBpOf(shares.ORGANIC.declared));
    expect(await worth(strict)).toBe(shareBpOf(shares.ORGANIC.strict));
    expect(await worth(euros)).toBe(shares.ORGANIC.declared.numerator);
    expect(await worth(group)).toBe(shareBpOf(ofGroup.shares.ORGANIC.declared));
    expect(await worth(canteen)).toBe(shareBpOf(ofCanteen.shares.ORGANIC.declared));
    expect((await worth(group)) === (await worth(whole))).toBe(false);
  });

  test("a share of the social economy is the one of the dashboards", async () => {
    // An association that does no work of insertion, with its proof.
    const { id: supplierId } = await seedSupplier(on.db);
    const status = { validFrom: null, validTo: null, status: "ASSOCIATION", reference: "RNA W62" } as const;
    await insertSupplierStatus(on.db, { id: newId(), supplierId, createdAt: NOW, ...status });
    const order = anOrder({ supplierId, deliveredOn: "2026-09-15", orderedOn: "2026-09-14" });
    expect(await saveOrder(actionContext(on), first, order)).toMatchObject({ saved: true });
    const share = await save({ figure: "SOCIAL", certainty: "strict" });
    const insertion = await save({
      figure: "INSERTION_AMOUNT",
      certainty: "strict",
      scopeKind: "canteen",
      scopeId: first,
    });
    const caller = await measuresAs(chief());
    const dashboards = createCallerFactory(socialEconomyRouter)(await contextOf(chief()));
    const { shares } = await dashboards.territory({ period: MONTHS });
    const own = await dashboards.canteen({ period: MONTHS, canteenId: first });
    for (const other of [shares.ESS, shares.INSERTION])
      expect(shares.SOCIAL.strict.numerator).toBeGreaterThan(other.strict.numerator);
    expect((await caller.get({ id: share })).value).toBe(shareBpOf(shares.SOCIAL.strict));
    expect((await caller.get({ id: insertion })).value).toBe(own.shares.INSERTION.strict.numerator);
  });

  test("a workshop's kilos and canteens are those of its own page", async () => {
    const kilos = await save({
      figure: "WORKSHOP_DELIVERED",
      certainty: "strict",
      scopeKind: "legumerie",
      scopeId: legumerieId,
    });
    const canteens = await save({
      figure: "WORKSHOP_CANTEENS",
      certainty: "strict",
      scopeKind: "legumerie",
      scopeId: legumerieId,
    });
    const { measures } = await (await measuresAs(chief())).list();
    const workshop = await legumerieAs(chief());
    const figures = await workshop.figures({ legumerieId, year: 2026 });
    expect(figures.deliveredGrams).toBe(8_000);
    expect(measures.find(({ id }) => id === kilos)?.value).toBe(figures.deliveredGrams);
    expect(measures.find(({ id }) => id === canteens)?.value).toBe(figures.canteens);
  });

  test("hours are those of the workshop and of the clauses, over twelve months", async () => {
    const rows = [
      { status: "CDDI", hoursE2: 30_000, people: 6 },
      { status: "PERMANENT", hoursE2: 15_000, people: 1 },
    ] as const;
    for (const month of ["2025-10", "2025-11", "2026-10"])
      await replaceMonthHours(on.db, { legumerieId, month, rows: [...rows] });
    const [employer, hours] = [anEmployer(), { organisationId, people: null }];
    const clause = aClause({ employers: [employer] });
    const contract = aContract({ lots: [anAwardedLot({ clauses: [clause] })] });
    await upsertContract(on.db, organisationId, { ...contract, createdAt: NOW });
    for (const month of ["2025-10", "2026-02", "2026-03"])
      await upsertClauseHours(on.db, {
        ...{ ...hours, clauseId: clause.id, employerId: employer.id },
        ...{ month, hoursE2: 10_050 },
      });
    const certainty = "strict";
    const insertion = await save({
      ...{ figure: "WORKSHOP_INSERTION", certainty, scopeKind: "legumerie", scopeId: legumerieId },
    });
    const clauses = await save({ figure: "CLAUSE_HOURS", certainty });
    const { measures } = await (await measuresAs(chief())).list();
    const worth = (id: Id) => measures.find((one) => one.id === id)?.value;
    expect([worth(insertion), worth(clauses)]).toEqual([60_000, 20_100]);
  });

  test("who does not read the figure does not read the measure", async () => {
    const whole = await save({ title: "Toute l'organisation" });
    const canteen = await save({ title: "Un collège", scopeKind: "canteen", scopeId: first });
    const workshop = await save({
      title: "Un atelier",
      figure: "WORKSHOP_CANTEENS",
      certainty: "strict",
      scopeKind: "legumerie",
      scopeId: legumerieId,
    });
    const seenBy = async (...grants: Grant[]) => {
      const { measures } = await (await measuresAs(...grants)).list();
      return [whole, canteen, workshop].filter((id) => measures.some((one) => one.id === id));
    };
    expect(await seenBy(managerOf(first))).toEqual([canteen]);
    expect(await seenBy(managerOf(second))).toEqual([]);
    expect(await seenBy(managerOf(first), managerOf(second))).toEqual([whole, canteen]);
    expect(await seenBy({ role: "official", scopeKind: "territory", scopeId: "DEP-62" })).toEqual([
      whole,
      canteen,
      workshop,
    ]);
    expect(await seenBy({ role: "official", scopeKind: "territory", scopeId: "DEP-80" })).toEqual([]);
    await expect(seenBy({ role: "legumerie", scopeKind: "legumerie", scopeId: legumerieId })).rejects.toThrow(
      "FORBIDDEN",
    );
    await expect((await measuresAs(managerOf(second))).get({ id: canteen })).rejects.toThrow("NOT_FOUND");
  });

  test("who may comment is told who carries a measure and who wrote of it, an elected official is not", async () => {
    const owner = await seedPerson(on.db, { grants: [chief()], name: "Camille Porteuse" });
    const id = await save({ ownerId: owner.id, ownerTitle: null });
    await save({ ownerId: owner.id, ownerTitle: null, targetValue: 2_600 }, id);
    const administrator = await measuresAs(chief());
    expect((await administrator.get({ id })).ownerName).toBe("Camille Porteuse");
    expect((await administrator.get({ id })).entries[0]?.writtenByName).toEqual(expect.any(String));
    const official = await measuresAs({ role: "official", scopeKind: "territory", scopeId: "DEP-62" });
    const seen = await official.get({ id });
    expect([seen.ownerName, ...seen.entries.map(({ writtenByName }) => writtenByName)]).toEqual([null, null]);
    const { measures } = await official.list();
    expect(measures.find((one) => one.id === id)?.ownerName).toBeNull();
    expect(JSON.stringify([seen, measures])).not.toContain("Camille");
  });

  test("what a save moves is added to the history, and every save to the audit", async () => {
    const id = await save({});
    await save({}, id);
    await save({ targetValue: 2_500, dueOn: "2028-08-31" }, id);
    await save({ targetValue: 2_500, dueOn: "2028-08-31", state: "given-up", reason: "Budget." }, id);
    const { entries, state, late } = await (await measuresAs(chief())).get({ id });
    expect([state, late]).toEqual(["given-up", false]);
    expect(entries.map(({ kind, changes }) => [kind, changes])).toEqual([
      [
        "change",
        [
          { field: "state", before: "under-way", after: "given-up" },
          { field: "reason", before: null, after: "Budget." },
        ],
      ],
      [
        "change",
        [
          { field: "dueOn", before: "2027-08-31", after: "2028-08-31" },
          { field: "targetValue", before: 2_000, after: 2_500 },
        ],
      ],
    ]);
    const audit = await on.db.selectFrom("audit").select("action").where("noun_id", "=", id).execute();
    expect(audit.map(({ action }) => action)).toEqual(["created", "updated", "updated"]);
  });

  test("a value is typed only where the product has no figure, with its day and author", async () => {
    const computed = await save({});
    const typed = await save({
      figure: "TYPED",
      unitText: "repas",
      certainty: "strict",
      startValue: 0,
      targetValue: 12_000,
    });
    const caller = await measuresAs(managerOf(first), managerOf(second));
    const entry = { text: "Relevé", value: 4_000, measuredOn: "2026-10-15" };
    await expect(caller.addEntry({ entry: { id: newId(), measureId: computed, ...entry } })).rejects.toThrow(
      "INVALID",
    );
    const future = { ...entry, id: newId(), measureId: typed, measuredOn: "2026-11-23" };
    await expect(caller.addEntry({ entry: future })).rejects.toThrow("INVALID");
    await caller.addEntry({ entry: { id: newId(), measureId: typed, ...entry } });
    const measure = await caller.get({ id: typed });
    expect([measure.value, measure.gap, measure.doneBp, measure.reached]).toEqual([
      4_000,
      8_000,
      3_333,
      false,
    ]);
    expect(measure.points.at(-2)?.value).toBe(0);
    expect(measure.entries[0]?.writtenByName).not.toBeNull();
  });

  test("is of the organisation: its places, its people, its id", async () => {
    const stranger = await seedPerson(on.db, { grants: [managerOf(newId())] });
    const caller = await measuresAs(chief());
    const refused = async (measure: Partial<MeasureInput>) =>
      caller.save({ id: newId(), input: aMeasure({ scopeId: organisationId, ...measure }) });
    expect(await refused({ scopeKind: "canteen", scopeId: newId() })).toMatchObject({
      issues: [{ field: "scopeId", code: "measure-place" }],
    });
    expect(await refused({ ownerTitle: null, ownerId: stranger.id })).toMatchObject({
      issues: [{ field: "ownerId", code: "measure-owner" }],
    });
    await expect(refused({ figure: "WORKSHOP_CANTEENS" })).rejects.toThrow();
    await expect(refused({ state: "given-up" })).rejects.toThrow();
    await expect(refused({ dueOn: "2025-01-01" })).rejects.toThrow();
    await expect(refused({ targetValue: 10_001 })).rejects.toThrow();
    await expect(
      (await measuresAs(managerOf(first))).save({ id: newId(), input: aMeasure({ scopeId: first }) }),
    ).rejects.toThrow("FORBIDDEN");
  });
});
