import { beforeAll, expect, test } from "vitest";
import { insertClauseHours } from "../../../db/queries/clause-hours.ts";
import { upsertContract } from "../../../db/queries/contracts.ts";
import { readInsertion } from "../../../server/actions/read-insertion.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import { yearRange } from "../../../shared/periods.ts";
import { aClause, aContract, anAwardedLot, anEmployer } from "../../support/contracts.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("insertion hours of the clauses of food contracts", (on) => {
  let arras: Id = "";
  let lens: Id = "";
  let elsewhere: Id = "";
  let bakery: Id = "";

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const other = await seedOrganisation(on.db);
    arras = (await seedCanteen(on.db, { organisationId })).id;
    lens = (await seedCanteen(on.db, { organisationId })).id;
    elsewhere = (await seedCanteen(on.db, other)).id;
    bakery = (await seedSupplier(on.db, { name: "Le Fournil adapté" })).id;
    const builder = (await seedSupplier(on.db, { name: "Bâti Nord" })).id;
    const { id: productId } = await seedProduct(on.db);
    const buy = async (canteenId: Id, cents: number) => {
      const line = anOrderLine({ productId, amountHtCents: cents, quantityMilli: cents * 5 });
      const order = anOrder({
        supplierId: bakery,
        lines: [line],
        orderedOn: "2026-03-02",
        deliveredOn: "2026-03-03",
      });
      expect(await saveOrder(actionContext(on), canteenId, order)).toMatchObject({ saved: true });
    };
    await buy(arras, 30_000);
    await buy(lens, 10_000);
    await buy(elsewhere, 50_000);
    await holds(organisationId, bakery, { "2026-03": 4_000, "2026-08": 700 });
    await holds(organisationId, builder, { "2026-03": 90_000 });
  });

  /** A contract whose only lot that supplier holds, with hundredths of an hour by month. */
  async function holds(organisationId: Id, supplierId: Id, hours: Record<string, number>): Promise<void> {
    const employer = anEmployer();
    const clause = aClause({ employers: [employer] });
    const contract = aContract({
      number: supplierId,
      lots: [anAwardedLot({ supplierId, clauses: [clause] })],
    });
    await upsertContract(on.db, organisationId, { ...contract, createdAt: NOW });
    const done = Object.entries(hours).map(([month, hoursE2]) => ({ month, hoursE2 }));
    await insertClauseHours(
      on.db,
      organisationId,
      done.map((one) => ({ ...one, clauseId: clause.id, employerId: employer.id, people: null })),
    );
  }

  test("are shared between the organisation's canteens by what they spent there in the month", async () => {
    const { clauses, workshops } = await readInsertion(on.reader, [arras, lens, elsewhere], yearRange(2026));
    expect(clauses.byCanteen).toEqual({
      [arras]: { hoursE2: 3_000, grams: 150_000, amountCents: 30_000 },
      [lens]: { hoursE2: 1_000, grams: 50_000, amountCents: 10_000 },
    });
    expect(clauses.whole.hoursE2).toBe(4_000);
    expect(clauses.suppliers).toEqual([{ id: bakery, name: "Le Fournil adapté", hoursE2: 4_700 }]);
    // A month without a purchase, and a holder that sells no food.
    expect(clauses.unsharedE2).toBe(700 + 90_000);
    expect(workshops.byCanteen).toEqual({});
  });

  test("give a canteen the same part whoever else is asked for", async () => {
    const { clauses } = await readInsertion(on.reader, [lens], yearRange(2026));
    expect(clauses.byCanteen).toEqual({ [lens]: { hoursE2: 1_000, grams: 50_000, amountCents: 10_000 } });
  });

  test("are nobody's outside the months asked", async () => {
    const { clauses } = await readInsertion(on.reader, [arras], yearRange(2025));
    expect(clauses).toMatchObject({ byCanteen: {}, suppliers: [], unsharedE2: 0 });
  });
});
