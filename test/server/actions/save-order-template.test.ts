import { beforeAll, expect, test } from "vitest";
import { listOrderTemplates } from "../../../db/queries/order-templates.ts";
import { readEntryCatalogue, readOrder } from "../../../server/actions/read-order.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import {
  deleteOrderTemplate,
  renameOrderTemplate,
  restoreOrderTemplate,
  saveOrderTemplate,
} from "../../../server/actions/save-order-template.ts";
import { readOrderingTerms, saveOrderingTerms } from "../../../server/actions/save-ordering-terms.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { OrderTemplateInput } from "../../../shared/order-templates.ts";
import { NO_ORDERING_TERMS } from "../../../shared/ordering-terms.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("templates, terms and refusals", (on) => {
  let canteenId: Id;
  let colleagueId: Id;
  let supplierId: Id;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    colleagueId = (await seedCanteen(on.db, { organisationId })).id;
    supplierId = (await seedSupplier(on.db)).id;
  });

  const ctx = () => actionContext(on);
  const template = (given: Partial<OrderTemplateInput> = {}): OrderTemplateInput => ({
    id: newId(),
    supplierId,
    name: "Panier du lundi",
    lines: [anOrderLine({ receivedMilli: 1000, refusal: { reason: "DAMAGED", note: null } })],
    ...given,
  });

  async function audited(nounId: Id): Promise<string[]> {
    const rows = await on.db
      .selectFrom("audit")
      .select("action")
      .where("noun_id", "=", nounId)
      .orderBy("seq")
      .execute();
    return rows.map(({ action }) => action);
  }

  test("a template keeps what was asked for, not what came; sent twice it is kept once", async () => {
    const sent = template();
    await saveOrderTemplate(ctx(), canteenId, sent);
    await saveOrderTemplate({ ...ctx(), now: "2026-11-23T08:00:00.000Z" }, canteenId, sent);
    const [kept] = await listOrderTemplates(on.db, { canteenId, supplierId });
    expect(kept?.lines).toEqual([{ ...sent.lines[0], receivedMilli: null, refusal: null }]);
    expect(await audited(sent.id)).toEqual(["created"]);
  });

  test("it is renamed, deleted and taken back, each once however often it is asked", async () => {
    const sent = template();
    await saveOrderTemplate(ctx(), canteenId, sent);
    const key = { canteenId, templateId: sent.id };
    for (const _twice of [1, 2]) await renameOrderTemplate(ctx(), { ...key, name: "Panier du jeudi" });
    for (const _twice of [1, 2]) await deleteOrderTemplate(ctx(), key);
    const names = async () =>
      (await listOrderTemplates(on.db, { canteenId, supplierId })).map(({ name }) => name);
    expect(await names()).not.toContain("Panier du jeudi");
    for (const _twice of [1, 2]) await restoreOrderTemplate(ctx(), key);
    expect(await names()).toContain("Panier du jeudi");
    expect(await audited(sent.id)).toEqual(["created", "updated", "deleted", "restored"]);
  });

  test("a colleague's template, an unknown supplier and a foreign article are not found", async () => {
    const sent = template();
    await saveOrderTemplate(ctx(), canteenId, sent);
    const colleagues = { canteenId: colleagueId, templateId: sent.id };
    await expect(deleteOrderTemplate(ctx(), colleagues)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(renameOrderTemplate(ctx(), { ...colleagues, name: "À moi" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const wrong of [{ supplierId: newId() }, { lines: [anOrderLine({ offerId: newId() })] }])
      await expect(saveOrderTemplate(ctx(), canteenId, template(wrong))).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
  });

  test("terms said by one canteen hold for its whole organisation, and no other", async () => {
    const terms = { ...NO_ORDERING_TERMS, minimumHtCents: 15_000, deliveryDays: [5, 2, 5] as (2 | 5)[] };
    for (const _twice of [1, 2]) await saveOrderingTerms(ctx(), { canteenId, supplierId }, terms);
    const kept = { ...terms, deliveryDays: [2, 5] };
    expect(await readOrderingTerms(on.db, { canteenId: colleagueId, supplierId })).toEqual(kept);
    expect((await readEntryCatalogue(actionContext(on), { canteenId, supplierId })).terms).toEqual(kept);
    expect(await audited(supplierId)).toEqual(["created"]);
    const { organisationId } = await seedOther();
    const stranger = (await seedCanteen(on.db, { organisationId })).id;
    expect(await readOrderingTerms(on.db, { canteenId: stranger, supplierId })).toEqual(NO_ORDERING_TERMS);
  });

  async function seedOther(): Promise<{ organisationId: Id }> {
    const organisationId = newId();
    await on.db
      .insertInto("organisations")
      .values({
        id: organisationId,
        name: "Voisin",
        territory_code: null,
        demo: 0,
        shares_order_names: 0,
        created_at: "2026-01-01T00:00:00.000Z",
      })
      .execute();
    return { organisationId };
  }

  test("a refusal comes back with its line, and what was kept is what counts", async () => {
    const refused = anOrderLine({
      quantityMilli: 10_000,
      receivedMilli: 4_000,
      unitPriceHtE4: 20_000,
      refusal: { reason: "TEMPERATURE", note: "9 °C à l'arrivée" },
    });
    const order = anOrder({ supplierId, lines: [refused] });
    await saveOrder(ctx(), canteenId, order);
    const { order: kept } = await readOrder(on.db, { canteenId, orderId: order.id });
    expect(kept.lines[0]).toMatchObject({ refusal: refused.refusal, amountHtCents: 800 });
    const again = await saveOrder(ctx(), canteenId, order);
    expect(again).toEqual({ saved: true, version: 1 });
    expect(await audited(order.id)).toEqual(["created"]);
  });

  test("a refusal that does not say how much was kept is an issue", async () => {
    const line = anOrderLine({ receivedMilli: null, refusal: { reason: "QUALITY", note: null } });
    expect(await saveOrder(ctx(), canteenId, anOrder({ supplierId, lines: [line] }))).toEqual({
      saved: false,
      issues: [{ line: 0, field: "refusal", code: "REFUSED_BUT_RECEIVED" }],
    });
  });

  test("the page is given the last order and the templates with the articles", async () => {
    const seller = (await seedSupplier(on.db)).id;
    const before = await readEntryCatalogue(actionContext(on), { canteenId, supplierId: seller });
    expect([before.lastOrder, before.templates]).toEqual([null, []]);
    const order = anOrder({ supplierId: seller });
    await saveOrder(ctx(), canteenId, order);
    await saveOrderTemplate(ctx(), canteenId, template({ supplierId: seller }));
    const { lastOrder, templates } = await readEntryCatalogue(actionContext(on), {
      canteenId,
      supplierId: seller,
    });
    expect(lastOrder?.orderedOn).toBe(order.orderedOn);
    expect(lastOrder?.lines.map(({ id }) => id)).toEqual(order.lines.map(({ id }) => id));
    expect(templates.map(({ name }) => name)).toEqual(["Panier du lundi"]);
  });
});
