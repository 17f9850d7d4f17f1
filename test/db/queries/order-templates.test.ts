import { beforeAll, expect, test } from "vitest";
import type { StoredTemplate } from "../../../db/queries/order-templates.ts";
import {
  findOrderTemplate,
  listOrderTemplates,
  upsertOrderTemplate,
} from "../../../db/queries/order-templates.ts";
import { findOrderingTerms, upsertOrderingTerms } from "../../../db/queries/ordering-terms.ts";
import { findLastOrder } from "../../../db/queries/orders.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Order } from "../../../shared/orders.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("what is ordered again and again", (on) => {
  let organisationId: Id;
  let canteenId: Id;
  let supplierId: Id;
  let otherCanteenId: Id;

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    otherCanteenId = (await seedCanteen(on.db, { organisationId })).id;
    supplierId = (await seedSupplier(on.db)).id;
  });

  const template = (given: Partial<StoredTemplate>): StoredTemplate => ({
    id: newId(),
    supplierId,
    name: "Panier du lundi",
    lines: [anOrderLine()],
    updatedAt: NOW,
    deletedAt: null,
    ...given,
  });

  test("templates come back whole, by name without accents, of this canteen, without those deleted", async () => {
    const monday = template({});
    const eggs = template({ name: "Œufs et crémerie" });
    const summer = template({ name: "été" });
    for (const one of [monday, eggs, summer, template({ name: "Ancien", deletedAt: NOW })])
      await upsertOrderTemplate(on.db, canteenId, one);
    await upsertOrderTemplate(on.db, otherCanteenId, template({ name: "D'une autre cantine" }));

    const listed = await listOrderTemplates(on.db, { canteenId, supplierId });
    expect(listed.map(({ name }) => name)).toEqual(["été", "Œufs et crémerie", "Panier du lundi"]);
    expect(listed.at(-1)).toEqual({
      id: monday.id,
      supplierId,
      name: "Panier du lundi",
      lines: monday.lines,
      updatedAt: NOW,
    });
    const otherSupplier = (await seedSupplier(on.db)).id;
    expect(await listOrderTemplates(on.db, { canteenId, supplierId: otherSupplier })).toEqual([]);
    expect(
      await findOrderTemplate(on.db, { canteenId: otherCanteenId, templateId: monday.id }),
    ).toBeUndefined();
  });

  test("saved again it is replaced, and keeps the day it was made", async () => {
    const first = template({ name: "Épicerie" });
    await upsertOrderTemplate(on.db, canteenId, first);
    const later = { ...first, name: "Épicerie sèche", updatedAt: "2026-11-23T10:00:00.000Z" };
    await upsertOrderTemplate(on.db, canteenId, later);
    expect(await findOrderTemplate(on.db, { canteenId, templateId: first.id })).toEqual(later);
    const row = await on.db
      .selectFrom("order_templates")
      .select(["created_at", "search"])
      .where("id", "=", first.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ created_at: NOW, search: "epicerie seche" });
  });

  test("ordering terms are one organisation's, and said anew replace the former", async () => {
    const key = { organisationId, supplierId };
    expect(await findOrderingTerms(on.db, key)).toBeUndefined();
    const terms = {
      minimumHtCents: 15_000,
      freeDeliveryHtCents: null,
      deliveryDays: [2, 5] as const,
      orderDaysBefore: 1,
      orderBeforeHour: 11,
    };
    await upsertOrderingTerms(on.db, key, { ...terms, deliveryDays: [2, 5] });
    expect(await findOrderingTerms(on.db, key)).toEqual(terms);
    const fewer = { ...terms, minimumHtCents: null, deliveryDays: [] };
    await upsertOrderingTerms(on.db, key, fewer);
    expect(await findOrderingTerms(on.db, key)).toEqual(fewer);
    expect(await findOrderingTerms(on.db, { ...key, organisationId: newId() })).toBeUndefined();
  });

  test("the last order is the latest that is neither a draft, a credit note nor deleted", async () => {
    const seller = (await seedSupplier(on.db)).id;
    const save = (given: Partial<Order>) =>
      saveOrder(actionContext(on), canteenId, anOrder({ supplierId: seller, ...given }));
    expect(await findLastOrder(on.db, { canteenId, supplierId: seller })).toBeUndefined();
    const wanted = newId();
    await save({ orderedOn: "2026-11-10", deliveredOn: null, status: "ORDERED" });
    await save({ id: wanted, orderedOn: "2026-11-12", deliveredOn: null, status: "ORDERED" });
    await save({ orderedOn: "2026-11-13", deliveredOn: null, status: "DRAFT" });
    await save({ orderedOn: "2026-11-14", deliveredOn: null, status: "ORDERED", kind: "CREDIT_NOTE" });
    const gone = newId();
    await save({ id: gone, orderedOn: "2026-11-15", deliveredOn: null, status: "ORDERED" });
    await on.db.updateTable("orders").set({ deleted_at: NOW }).where("id", "=", gone).execute();
    expect((await findLastOrder(on.db, { canteenId, supplierId: seller }))?.id).toBe(wanted);
  });
});
