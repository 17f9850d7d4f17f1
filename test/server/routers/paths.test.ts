import { beforeAll, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import { insertOffer } from "../../../db/queries/offers.ts";
import { upsertOrderingTerms } from "../../../db/queries/ordering-terms.ts";
import { insertPriceList } from "../../../db/queries/price-lists.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { pathsRouter } from "../../../server/routers/paths.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { INDICATORS } from "../../../shared/indicators/indicators.ts";
import { shareOf } from "../../../shared/indicators/shares.ts";
import { evaluate } from "../../../shared/optimiser/evaluate.ts";
import { problemOf } from "../../../shared/optimiser/path-model.ts";
import { pathWishesSchema } from "../../../shared/optimiser/path-wishes.ts";
import { NO_ORDERING_TERMS } from "../../../shared/ordering-terms.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedPurchases } from "../../support/purchases.ts";
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

const PERIOD = { fromMonth: "2026-01", toMonth: "2026-10" };
/** Of 1 000 a year, as many as its school days of these months. */
const MEALS = 796;
const HALF_ORGANIC = [{ indicator: "ORGANIC", shareBp: 5000 }] as const;

describeOnEngines("paths router", (on) => {
  const createCaller = createCallerFactory(pathsRouter);
  let organisationId: Id = "";
  let mine: Id = "";
  let elsewhere: Id = "";
  let mixed: Id = "";
  let farm: Id = "";
  let wholesaler: Id = "";

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    mine = (await seedCanteen(on.db, { organisationId, mealsPerYear: 1000 })).id;
    elsewhere = (await seedCanteen(on.db, { organisationId })).id;
    mixed = (await seedCanteen(on.db, { organisationId })).id;
    await seedPurchases(on.db, actionContext(on), { canteenId: mixed, orders: 30, seed: 5 });
    farm = (await seedSupplier(on.db, { name: "Ferme bio" })).id;
    wholesaler = (
      await seedSupplier(on.db, { name: "Grossiste", kind: "WHOLESALER", productionCommune: null })
    ).id;
    await insertCertificate(on.db, {
      id: newId(),
      supplierId: farm,
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
    const carrots = (await seedProduct(on.db, { season: [9, 10] })).id;
    const organic = await article(farm, carrots, ["BIO"]);
    const plain = await article(wholesaler, carrots, []);
    await buy(mine, wholesaler, { on: "2026-10-05", productId: carrots, offerId: plain, cents: 100_00 });
    await buy(mine, wholesaler, { on: "2026-09-07", productId: carrots, offerId: plain, cents: 60_00 });
    await buy(mine, wholesaler, { on: "2026-03-02", productId: carrots, offerId: plain, cents: 40_00 });
    await buy(elsewhere, farm, { on: "2026-10-06", productId: carrots, offerId: organic, cents: 150_00 });
  });

  async function article(supplierId: Id, productId: Id, claims: ("BIO" | "HVE")[]): Promise<Id> {
    const id = newId();
    await insertOffer(on.db, {
      id,
      supplierId,
      productId,
      code: null,
      name: "Carotte",
      family: "FRUITS_ET_LEGUMES",
      unit: "KG",
      packGrams: null,
      vatBp: 550,
      claims,
      organicStage: null,
      certifiedShareBp: null,
      producerId: null,
      originCommunes: [],
      origin: null,
      intermediaries: null,
      active: true,
      createdAt: NOW,
    });
    return id;
  }

  /** 100 kg for these cents. */
  async function buy(
    canteenId: Id,
    supplierId: Id,
    bought: { on: string; productId: Id; offerId: Id; cents: number },
  ): Promise<void> {
    const { on: date, cents, ...of } = bought;
    const order = anOrder({
      supplierId,
      status: "RECEIVED",
      orderedOn: date,
      deliveredOn: date,
      lines: [
        anOrderLine({
          ...of,
          quantityMilli: 100_000,
          unit: "KG",
          unitPriceHtE4: cents,
          amountHtCents: cents,
        }),
      ],
    });
    const outcome = await saveOrder(actionContext(on), canteenId, order);
    if (!outcome.saved) throw new Error(JSON.stringify(outcome.issues));
  }

  /** Ten-thousandths of a euro a kilogram. */
  async function announce(
    list: { supplierId: Id; name: string; validFrom: string; validTo: string | null },
    ...prices: [offerId: Id, unitPriceHtE4: number][]
  ): Promise<void> {
    const lines = prices.map(([offerId, unitPriceHtE4]) => {
      return { code: null, name: "Carotte", unit: "KG" as const, unitGrams: null, unitPriceHtE4, offerId };
    });
    await insertPriceList(on.db, {
      organisationId,
      list: { id: newId(), ...list, lines },
      createdBy: null,
      createdAt: NOW,
    });
  }

  async function callerWith(...grants: Grant[]) {
    return createCaller(appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
  }
  const administrator = () =>
    callerWith({ role: "administrator", scopeKind: "organisation", scopeId: organisationId });

  test("the model starts from the canteen's cells, every cent in a post or beside", async () => {
    const caller = await administrator();
    const range = { fromMonth: "2025-01", toMonth: "2026-10" };
    const model = await caller.model({ canteenId: mixed, period: range });
    const cells = await listCells(on.reader, { canteenIds: [mixed], ...range });
    for (const indicator of INDICATORS) {
      const { strict } = shareOf(cells, { indicator, basis: "value" });
      expect(model.start[indicator]).toEqual({ base: strict.denominator, counted: strict.numerator });
    }
    const inPosts = model.posts.reduce((sum, { amountCents }) => sum + amountCents, 0);
    const beside = model.terms.reduce((sum, { fixedCents }) => sum + fixedCents, 0);
    expect(inPosts + beside).toBe(model.startCents);
  });

  test("an article is exchanged in its season only, at the price the caller's canteens paid", async () => {
    const model = await (await administrator()).model({ canteenId: mine, period: PERIOD });
    const [post] = model.posts;
    expect(model).toMatchObject({
      startCents: 200_00,
      meals: MEALS,
      posts: [{ amountCents: 200_00, orders: 3 }],
    });
    expect(post?.switches).toMatchObject([
      { supplierId: farm, outCents: 160_00, inCents: 300_00, grams: 200_000, orders: 2, ordersLeft: 1 },
    ]);
    const [way] = post?.switches ?? [];
    expect(way?.effects.ORGANIC).toEqual({ base: 140_00, counted: 300_00 });
    expect(model.wayWords[way?.id ?? ""]).toMatchObject({ months: ["2026-09", "2026-10"], centsPerKg: 150 });
  });

  test("the path found is what the page counts from the same model", async () => {
    const caller = await administrator();
    const asked = { canteenId: mine, period: PERIOD };
    const wishes = pathWishesSchema.parse({ targets: HALF_ORGANIC });
    const answer = await caller.find({ ...asked, wishes });
    if (answer.status !== "optimal") throw new Error(answer.status);
    const problem = problemOf(await caller.model(asked), wishes);
    expect(evaluate(problem, new Set(answer.choice))).toMatchObject({
      changes: 1,
      extraCents: 140_00,
      breaches: [],
      rates: { ORGANIC: { numerator: 300_00, denominator: 340_00 } },
    });
  });

  test("what makes it impossible is named: a budget, a supplier to keep, a minimum order", async () => {
    const caller = await administrator();
    const find = (wishes: object) =>
      caller.find({
        canteenId: mine,
        period: PERIOD,
        wishes: pathWishesSchema.parse({ targets: HALF_ORGANIC, ...wishes }),
      });
    expect(await find({ keptSuppliers: [wholesaler] })).toMatchObject({
      status: "impossible",
      together: ["kept", "target:ORGANIC"],
    });
    expect(await find({ budgetCentsPerMeal: 30 })).toMatchObject({
      status: "impossible",
      together: ["budget", "target:ORGANIC"],
      concessions: [{ rule: "budget", by: 340_00 - MEALS * 30 }, {}],
    });
    await upsertOrderingTerms(
      on.db,
      { organisationId, supplierId: farm },
      { ...NO_ORDERING_TERMS, minimumHtCents: 200_00 },
    );
    expect(await find({})).toMatchObject({
      status: "impossible",
      concessions: [{ rule: "minimum", by: 100_00 }, {}],
    });
    await upsertOrderingTerms(on.db, { organisationId, supplierId: farm }, NO_ORDERING_TERMS);
  });

  test("prices of canteens that are not the caller's stay unknown; a colleague's canteen is not found", async () => {
    const caller = await callerWith({ role: "kitchen", scopeKind: "canteen", scopeId: mine });
    const model = await caller.model({ canteenId: mine, period: PERIOD });
    expect(model.posts.map(({ switches }) => switches)).toEqual([[]]);
    await expect(caller.model({ canteenId: elsewhere })).rejects.toThrow("NOT_FOUND");
    await expect(caller.find({ canteenId: elsewhere })).rejects.toThrow("NOT_FOUND");
  });

  test("an article nobody bought has the price of the list in force; one that was bought keeps what was paid", async () => {
    const caller = await administrator();
    const [plain] = (await caller.model({ canteenId: mine, period: PERIOD })).posts;
    const carrots = plain?.id.split("/")[1] ?? "";
    const announced = await article(farm, carrots, ["HVE"]);
    const paid = plain?.switches[0]?.id.split(">")[1] ?? "";
    const list = { supplierId: farm, validTo: null };
    await announce({ ...list, name: "Été", validFrom: "2026-07-01" }, [announced, 9_0000]);
    await announce(
      { ...list, name: "Automne", validFrom: "2026-09-01" },
      [announced, 1_2345],
      [paid, 9_0000],
    );
    await announce({ ...list, name: "Hiver", validFrom: "2099-12-01" }, [announced, 8_0000]);
    const model = await caller.model({ canteenId: mine, period: PERIOD });
    const [post] = model.posts;
    expect(post?.switches).toMatchObject([
      { inCents: 246_90, grams: 200_000 },
      { inCents: 300_00, grams: 200_000 },
    ]);
    const words = post?.switches.map(({ id }) => model.wayWords[id]);
    expect(words).toMatchObject([
      { centsPerKg: 123, lines: 0, list: { name: "Automne", from: "2026-09-01" } },
      { centsPerKg: 150, lines: 1, list: null },
    ]);
  });
});
