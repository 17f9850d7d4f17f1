import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { insertSupplier } from "../../../db/queries/suppliers.ts";
import { inTransaction, lockCanteen } from "../../../db/transaction.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { recordInvoice } from "../../../server/actions/record-invoice.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { InvoiceRecord } from "../../../shared/invoices/record.ts";
import type { InvoiceParty } from "../../../shared/invoices.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aRecord, ofSeller } from "../../support/invoice-records.ts";
import { aParty, seedInvoice } from "../../support/invoices.ts";
import { seedPerson } from "../../support/people.ts";
import { siretNumber } from "../../support/purchase-files.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("two canteens recording the first invoices of one seller", (on) => {
  /** Another process, with connections of its own. */
  let other: OpenedDatabase<Database>;
  let ctx: ActionContext;
  let organisationId: Id;
  beforeAll(async () => {
    other = await openDatabase<Database>({ url: on.url });
    organisationId = (await seedOrganisation(on.db)).organisationId;
    ctx = actionContext(on, (await seedPerson(on.db, {})).id);
  });
  afterAll(() => other.close());

  async function firstInvoice(siret: string): Promise<{ canteenId: Id; record: InvoiceRecord }> {
    return await invoiceOf({ ...ofSeller().seller, siret });
  }

  async function invoiceOf(seller: InvoiceParty): Promise<{ canteenId: Id; record: InvoiceRecord }> {
    const { id: canteenId } = await seedCanteen(on.db, { organisationId });
    const invoice = { ...ofSeller({ number: `F-${newId()}` }), seller };
    const record = aRecord(await seedInvoice(ctx, { canteenId, invoice }), invoice);
    const { id, create } = record.supplier;
    const named = create && { ...create, name: seller.name ?? "", siret: seller.siret };
    return { canteenId, record: { ...record, supplier: { id, create: named } } };
  }

  async function suppliersOf(orderIds: readonly Id[]): Promise<Id[]> {
    const rows = await on.db
      .selectFrom("orders")
      .select("supplier_id")
      .where("id", "in", [...orderIds])
      .execute();
    return rows.map((row) => row.supplier_id);
  }

  test("at the same instant make one supplier of its SIRET, and both are recorded", async () => {
    const siret = siretNumber(77_001);
    const [one, two] = [await firstInvoice(siret), await firstInvoice(siret)];
    const elsewhere = { ...ctx, db: other.db, reader: other.reader };
    const results = await Promise.all([
      recordInvoice(ctx, one.canteenId, one.record),
      recordInvoice(elsewhere, two.canteenId, two.record),
    ]);
    expect(results).toMatchObject([{ recorded: true }, { recorded: true }]);
    const stored = await on.db.selectFrom("suppliers").select("id").where("siret", "=", siret).execute();
    expect(stored).toHaveLength(1);
    const supplierId = stored[0]?.id ?? "";
    expect(await suppliersOf([one.record.order.id, two.record.order.id])).toEqual([supplierId, supplierId]);
  });

  test("at the same instant make one supplier of a name without a SIRET, and both are recorded", async () => {
    const [one, two] = [
      await invoiceOf(aParty({ name: "Ferme de l'Étang" })),
      await invoiceOf(aParty({ name: "FERME DE L'ETANG" })),
    ];
    const elsewhere = { ...ctx, db: other.db, reader: other.reader };
    const results = await Promise.all([
      recordInvoice(ctx, one.canteenId, one.record),
      recordInvoice(elsewhere, two.canteenId, two.record),
    ]);
    expect(results).toMatchObject([{ recorded: true }, { recorded: true }]);
    const stored = await on.db
      .selectFrom("suppliers")
      .select("id")
      .where("search", "like", "ferme de l etang%")
      .execute();
    expect(stored).toHaveLength(1);
    const supplierId = stored[0]?.id ?? "";
    expect(await suppliersOf([one.record.order.id, two.record.order.id])).toEqual([supplierId, supplierId]);
  });

  test.skipIf(on.engine === "sqlite")(
    "take the supplier that another is still writing, as soon as it is written",
    async () => {
      const siret = siretNumber(77_002);
      const { canteenId, record } = await firstInvoice(siret);
      const theirs = newId();
      const written = Promise.withResolvers<void>();
      const held = Promise.withResolvers<void>();
      const writing = inTransaction(other.db, async (trx) => {
        const { create } = record.supplier;
        if (create !== null) await insertSupplier(trx, { id: theirs, ...create, createdAt: ctx.now });
        written.resolve();
        await held.promise;
      });
      await written.promise;
      const recording = recordInvoice(ctx, canteenId, record);
      await expect.poll(() => waitingForLocks(), { timeout: 10_000 }).toBe(1);
      held.resolve();
      await writing;
      expect(await recording).toMatchObject({ recorded: true });
      expect(await suppliersOf([record.order.id])).toEqual([theirs]);
    },
  );

  test.skipIf(on.engine === "sqlite")(
    "wait for a supplier of that name that another is still making",
    async () => {
      const { canteenId, record } = await invoiceOf(aParty({ name: "Les Vergers du Ternois" }));
      const theirs = newId();
      const written = Promise.withResolvers<void>();
      const held = Promise.withResolvers<void>();
      const writing = inTransaction(other.db, async (trx) => {
        await lockCanteen(trx, on.engine, "suppliers");
        const { create } = record.supplier;
        if (create !== null) await insertSupplier(trx, { id: theirs, ...create, createdAt: ctx.now });
        written.resolve();
        await held.promise;
      });
      await written.promise;
      const recording = recordInvoice(ctx, canteenId, record);
      await expect.poll(() => waitingForLocks(), { timeout: 10_000 }).toBe(1);
      held.resolve();
      await writing;
      expect(await recording).toMatchObject({ recorded: true });
      expect(await suppliersOf([record.order.id])).toEqual([theirs]);
    },
  );

  test("a SIRET that the invoice does not say is another's: nothing is guessed", async () => {
    const siret = siretNumber(77_003);
    const first = await firstInvoice(siret);
    await recordInvoice(ctx, first.canteenId, first.record);
    const second = await firstInvoice(siretNumber(77_004));
    const { id, create } = second.record.supplier;
    const typed = { ...second.record, supplier: { id, create: create && { ...create, siret } } };
    await expect(recordInvoice(ctx, second.canteenId, typed)).rejects.toThrow("CONFLICT");
  });

  async function waitingForLocks(): Promise<number> {
    const locks = sql<{ count: number }>`select count(*) as count from pg_locks where not granted`;
    return (await locks.execute(other.reader)).rows[0]?.count ?? 0;
  }
});
