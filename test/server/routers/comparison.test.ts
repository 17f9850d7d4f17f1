import { beforeAll, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import { insertOffer } from "../../../db/queries/offers.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { appRouter } from "../../../server/router.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import { COMPARED_INDICATORS } from "../../../shared/comparison.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { shareOf } from "../../../shared/indicators/shares.ts";
import type { Offer } from "../../../shared/offers.ts";
import type { OrderLine } from "../../../shared/orders.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
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

const createCaller = createCallerFactory(appRouter);

describeOnEngines("comparison.suppliers", (on) => {
  let organisationId: Id;
  let mine: Id;
  let elsewhere: Id;
  let productId: Id;
  let ferme: Id;
  let grossiste: Id;
  let silent: Id;

  beforeAll(async () => {
    organisationId = (await seedOrganisation(on.db)).organisationId;
    mine = (await seedCanteen(on.db, { organisationId })).id;
    elsewhere = (await seedCanteen(on.db, { organisationId })).id;
    productId = (await seedProduct(on.db)).id;
    ferme = (await seedSupplier(on.db, { name: "Ferme bio" })).id;
    grossiste = (
      await seedSupplier(on.db, { name: "Grossiste", kind: "WHOLESALER", productionCommune: null })
    ).id;
    silent = (await seedSupplier(on.db, { name: "Jamais acheté" })).id;
    await insertCertificate(on.db, {
      id: newId(),
      supplierId: ferme,
      scheme: "BIO",
      number: "AB-1",
      controlBody: null,
      families: [],
      offerIds: [],
      validFrom: "2020-01-01",
      validTo: null,
      fileId: null,
      createdAt: NOW,
    });
    await insertOffer(on.db, {
      ...article(ferme),
      claims: ["BIO"],
      originCommunes: ["62498"],
      createdAt: NOW,
    });
    await insertOffer(on.db, { ...article(silent), createdAt: NOW });
    await buy(mine, grossiste, { quantityMilli: 100_000, unitPriceHtE4: 10_000 });
    await buy(mine, grossiste, {
      quantityMilli: 1_000,
      unitPriceHtE4: 300_0000,
      productId: null,
      unit: "PIECE",
    });
    await buy(elsewhere, ferme, { quantityMilli: 50_000, unitPriceHtE4: 15_000, claims: ["BIO"] });
  });

  function article(supplierId: Id): Offer {
    return {
      id: newId(),
      supplierId,
      productId,
      code: null,
      name: "Carotte",
      family: "FRUITS_ET_LEGUMES",
      unit: "KG",
      packGrams: null,
      vatBp: 550,
      claims: [],
      organicStage: null,
      certifiedShareBp: null,
      producerId: null,
      originCommunes: [],
      origin: null,
      intermediaries: 0,
      active: true,
    };
  }
  async function buy(canteenId: Id, supplierId: Id, line: Partial<OrderLine>): Promise<void> {
    const lines = [anOrderLine({ productId, ...line })];
    expect(await saveOrder(actionContext(on), canteenId, anOrder({ supplierId, lines }))).toMatchObject({
      saved: true,
    });
  }
  async function kitchenOf(...canteenIds: Id[]): Promise<ReturnType<typeof createCaller>> {
    const grants: Grant[] = canteenIds.map((scopeId) => ({ role: "kitchen", scopeKind: "canteen", scopeId }));
    return createCaller(appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
  }

  test("every supplier stands there, with the prices of the caller's canteens only", async () => {
    const alone = await (await kitchenOf(mine)).comparison.suppliers({ canteenId: mine, productId });
    const prices = Object.fromEntries(
      alone.rows.map((row) => [row.supplierName, row.price?.last.amountCents ?? null]),
    );
    expect(prices).toEqual({ "Ferme bio": null, "Jamais acheté": null, Grossiste: 10_000 });
    const both = await (await kitchenOf(mine, elsewhere)).comparison.suppliers({
      canteenId: mine,
      productId,
    });
    expect(both.rows.find((row) => row.supplierId === ferme)?.price).toMatchObject({
      last: { amountCents: 7500, weightGrams: 50_000, canteenId: elsewhere },
      lines: 1,
      minCentsPerKg: 150,
      maxCentsPerKg: 150,
    });
  });

  test("marks are what a line bought today would be, seen from the canteen", async () => {
    const { rows } = await (await kitchenOf(mine)).comparison.suppliers({ canteenId: mine, productId });
    const farm = rows.find((row) => row.supplierId === ferme);
    expect(farm?.verdict).toMatchObject({ strictCategory: "BIO", organic: { status: "confirmed" } });
    expect(farm?.verdict.local.status).toBe("confirmed");
    expect(farm?.distance).toMatchObject({ communeNames: ["Lens"], assumed: false });
    expect(rows.find((row) => row.supplierId === silent)?.distance).toMatchObject({ assumed: true });
    expect(rows.find((row) => row.supplierId === grossiste)?.distance).toBeNull();
  });

  test("what the choice changes is exact: the weight bought at the last price, in place of what was paid", async () => {
    const found = await (await kitchenOf(mine, elsewhere)).comparison.suppliers({
      canteenId: mine,
      productId,
    });
    expect(found.current).toEqual({
      amountCents: 10_000,
      weightGrams: 100_000,
      edibleGrams: 89_000,
      lines: 1,
    });
    expect(found.shares.ORGANIC.strict).toEqual({ numerator: 0, denominator: 40_000 });
    const farm = found.rows.find((row) => row.supplierId === ferme)?.replacement;
    expect(farm?.amountCents).toBe(15_000);
    expect(farm?.shares.ORGANIC.strict).toEqual({ numerator: 15_000, denominator: 45_000 });
    const same = found.rows.find((row) => row.supplierId === grossiste)?.replacement;
    expect(same?.amountCents).toBe(10_000);
    expect(same?.shares).toEqual(found.shares);
    const silentRow = found.rows.find((row) => row.supplierId === silent);
    expect(silentRow?.replacement).toBeNull();
  });

  test("raw, ready to use and frozen stand side by side, and replace one another plate for plate", async () => {
    const legumerie = (await seedSupplier(on.db, { name: "Légumerie", kind: "LEGUMERIE" })).id;
    const raw = await seedProduct(on.db, {
      name: "Betterave",
      refuseBp: 2000,
      gamme: "FRESH",
      portionGrams: 110,
    });
    const ready = await seedProduct(on.db, {
      name: "Betterave préparée",
      refuseBp: null,
      gamme: "READY",
      baseProductId: raw.id,
    });
    const canteenId = (await seedCanteen(on.db, { organisationId })).id;
    await buy(canteenId, grossiste, { productId: raw.id, quantityMilli: 100_000, unitPriceHtE4: 10_000 });
    await buy(canteenId, legumerie, { productId: ready.id, quantityMilli: 8_000, unitPriceHtE4: 15_000 });
    const kitchen = await kitchenOf(canteenId);
    const asked = await kitchen.comparison.suppliers({ canteenId, productId: ready.id });
    expect(asked.products.map(({ id }) => id)).toEqual([raw.id, ready.id]);
    expect(asked.portion).toEqual({ grams: 110, usual: false });
    expect(asked.current).toMatchObject({ weightGrams: 108_000, edibleGrams: 88_000 });
    const of = (supplierId: Id) => asked.rows.find((row) => row.supplierId === supplierId);
    expect(of(grossiste)?.replacement).toMatchObject({ weightGrams: 110_000, amountCents: 11_000 });
    expect(of(legumerie)?.replacement).toMatchObject({ weightGrams: 88_000, amountCents: 13_200 });
    expect(of(grossiste)?.reliability).toMatchObject({ orders: 1, lines: 1, shortLines: 0 });
    expect(of(legumerie)?.terms).toBeNull();
  });

  test("the rates shown are those of the cube", async () => {
    const found = await (await kitchenOf(mine)).comparison.suppliers({ canteenId: mine, productId });
    const { fromMonth, toMonth } = found.window;
    const cells = await listCells(on.reader, { canteenIds: [mine], fromMonth, toMonth });
    for (const indicator of COMPARED_INDICATORS)
      expect(found.shares[indicator]).toEqual(shareOf(cells, { indicator, basis: "value" }));
  });

  test("a product that does not exist and a canteen of others are NOT_FOUND", async () => {
    const kitchen = await kitchenOf(mine);
    await expect(kitchen.comparison.suppliers({ canteenId: mine, productId: newId() })).rejects.toThrow(
      "NOT_FOUND",
    );
    await expect(kitchen.comparison.suppliers({ canteenId: elsewhere, productId })).rejects.toThrow(
      "NOT_FOUND",
    );
  });
});
