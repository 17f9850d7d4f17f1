import { beforeAll, expect, test } from "vitest";
import { insertClauseHours } from "../../../db/queries/clause-hours.ts";
import { upsertContract } from "../../../db/queries/contracts.ts";
import { deliver } from "../../../server/actions/legumerie-deliver.ts";
import { saveMonthHours } from "../../../server/actions/legumerie-hours.ts";
import { receiveLot } from "../../../server/actions/legumerie-receive-lot.ts";
import { saveBatch } from "../../../server/actions/legumerie-save-batch.ts";
import { readInsertion } from "../../../server/actions/read-insertion.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import { yearRange } from "../../../shared/periods.ts";
import { aClause, aContract, anAwardedLot, anEmployer } from "../../support/contracts.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput } from "../../support/ledger.ts";
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
  let organisationId: Id = "";
  let productId: Id = "";

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    const other = await seedOrganisation(on.db);
    arras = (await seedCanteen(on.db, { organisationId })).id;
    lens = (await seedCanteen(on.db, { organisationId })).id;
    elsewhere = (await seedCanteen(on.db, other)).id;
    bakery = (await seedSupplier(on.db, { name: "Le Fournil adapté" })).id;
    const builder = (await seedSupplier(on.db, { name: "Bâti Nord" })).id;
    productId = (await seedProduct(on.db)).id;
    /** At 2 € a kilo unless said otherwise. */
    const buy = async (canteenId: Id, cents: number, quantityMilli = cents * 5) => {
      const unitPriceHtE4 = (cents * 100_000) / quantityMilli;
      const line = anOrderLine({ productId, amountHtCents: cents, quantityMilli, unitPriceHtE4 });
      const order = anOrder({
        supplierId: bakery,
        lines: [line],
        orderedOn: "2026-03-02",
        deliveredOn: "2026-03-03",
      });
      expect(await saveOrder(actionContext(on), canteenId, order)).toMatchObject({ saved: true });
    };
    await buy(arras, 30_000);
    // More kilos than Arras for a third of its euros.
    await buy(lens, 10_000, 200_000);
    await buy(elsewhere, 50_000);
    await holds(organisationId, bakery, { "2026-03": 4_000, "2026-08": 700 });
    await holds(organisationId, builder, { "2026-03": 90_000 });
    // The other organisation has a contract too, with another holder.
    await holds(other.organisationId, builder, { "2026-03": 1_000 });
  });

  /** A contract whose only lot that supplier holds, with hundredths of an hour by month. */
  async function holds(of: Id, supplierId: Id, hours: Record<string, number>): Promise<void> {
    const employer = anEmployer();
    const clause = aClause({ employers: [employer] });
    const contract = aContract({
      number: supplierId,
      lots: [anAwardedLot({ supplierId, clauses: [clause] })],
    });
    await upsertContract(on.db, of, { ...contract, createdAt: NOW });
    const done = Object.entries(hours).map(([month, hoursE2]) => ({ month, hoursE2 }));
    await insertClauseHours(
      on.db,
      of,
      done.map((one) => ({ ...one, clauseId: clause.id, employerId: employer.id, people: null })),
    );
  }

  test("are shared between the organisation's canteens by what they spent there in the month", async () => {
    const { clauses, workshops } = await readInsertion(on.reader, [arras, lens, elsewhere], yearRange(2026));
    expect(clauses.byCanteen).toEqual({
      [arras]: { hoursE2: 3_000, grams: 150_000, amountCents: 30_000 },
      [lens]: { hoursE2: 1_000, grams: 200_000, amountCents: 10_000 },
    });
    expect(clauses.whole.hoursE2).toBe(4_000);
    expect(clauses.suppliers).toEqual([{ id: bakery, name: "Le Fournil adapté", hoursE2: 4_700 }]);
    // A month without a purchase, and a holder that sells no food.
    expect(clauses.unsharedE2).toBe(700 + 90_000 + 1_000);
    expect(workshops.byCanteen).toEqual({});
  });

  test("of a workshop that keeps its hours are counted with its own alone", async () => {
    const ctx = actionContext(on);
    const workshop = (await seedSupplier(on.db, { kind: "LEGUMERIE" })).id;
    const lot = aLot({ producerId: bakery, productId });
    const output = anOutput({ productId });
    const inputs = [{ lotId: lot.id, grams: 100_000 }];
    await receiveLot(ctx, workshop, lot);
    await saveBatch(ctx, workshop, aBatch({ inputs, outputs: [output], losses: [aLoss()] }));
    const delivery = aDelivery({ canteenId: arras, outputId: output.id });
    expect(await deliver(ctx, workshop, delivery)).toMatchObject({ saved: true });
    await saveMonthHours(ctx, workshop, {
      month: "2026-10",
      rows: [{ status: "CDDI", hoursE2: 900, people: 2 }],
    });
    await holds(organisationId, workshop, { "2026-10": 500 });
    const { workshops, clauses } = await readInsertion(on.reader, [arras], yearRange(2026));
    expect(workshops.whole).toEqual({ hoursE2: 900, grams: 10_000, amountCents: 2_500 });
    expect(clauses.whole.hoursE2).toBe(3_000);
    expect(clauses.suppliers.map(({ id }) => id)).toEqual([bakery]);
  });

  test("give a canteen the same part whoever else is asked for", async () => {
    const { clauses } = await readInsertion(on.reader, [lens], yearRange(2026));
    expect(clauses.byCanteen).toEqual({ [lens]: { hoursE2: 1_000, grams: 200_000, amountCents: 10_000 } });
  });

  test("are nobody's outside the months asked", async () => {
    for (const year of [2025, 2027]) {
      const { clauses } = await readInsertion(on.reader, [arras], yearRange(year));
      expect(clauses).toMatchObject({ byCanteen: {}, suppliers: [], unsharedE2: 0 });
    }
  });
});
