import { beforeAll, expect, test } from "vitest";
import { insertOrganisation } from "../../../db/queries/organisations.ts";
import { legumerieRouter } from "../../../server/routers/legumerie.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import type { SessionUser } from "../../../shared/session.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput } from "../../support/ledger.ts";
import { seedPerson } from "../../support/people.ts";
import { NOW, seedCanteen, seedOrganisation, seedProduct, seedSupplier } from "../../support/seed.ts";

describeOnEngines("légumerie router", (on) => {
  const createCaller = createCallerFactory(legumerieRouter);
  let user: SessionUser;
  let legumerieId: Id;
  let farm: Id;
  let organisationId: Id;
  let neighbourId: Id;
  let own: Id;
  let neighbour: Id;
  let abroad: Id;
  const ids = { lot: newId(), output: newId() };

  function as(grant: Grant) {
    return createCaller(
      appContext(on, {
        user,
        grants: [grant],
      }),
    );
  }
  const operator = () => as({ role: "legumerie", scopeKind: "legumerie", scopeId: legumerieId });
  const administrator = () =>
    as({ role: "administrator", scopeKind: "organisation", scopeId: organisationId });

  beforeAll(async () => {
    user = await seedPerson(on.db);
    ({ organisationId } = await seedOrganisation(on.db));
    const organisation = { territory_code: null, demo: 0, shares_order_names: 0, created_at: NOW };
    neighbourId = newId();
    const farId = newId();
    await insertOrganisation(on.db, { ...organisation, id: neighbourId, name: "Commune de Lens" });
    await insertOrganisation(on.db, { ...organisation, id: farId, name: "Somme" });
    own = (await seedCanteen(on.db, { organisationId, name: "Collège d'ici" })).id;
    neighbour = (await seedCanteen(on.db, { organisationId: neighbourId, name: "École de Lens" })).id;
    const amiens = { commune: "80021", departement: "80", epci: null };
    abroad = (await seedCanteen(on.db, { organisationId: farId, name: "Lycée d'Amiens", ...amiens })).id;
    await seedCanteen(on.db, { organisationId, name: "Collège fermé", active: false });
    legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE", name: "Légumerie de Lens" })).id;
    farm = (await seedSupplier(on.db, { name: "Ferme du marais" })).id;
    const carrot = (await seedProduct(on.db)).id;
    const lot = aLot({ id: ids.lot, producerId: farm, productId: carrot, receivedOn: "2026-09-30" });
    const output = anOutput({ id: ids.output, productId: carrot });
    const inputs = [{ lotId: lot.id, grams: 100_000 }];
    const caller = operator();
    await caller.receiveLot({ legumerieId, lot });
    await caller.saveBatch({ legumerieId, batch: aBatch({ inputs, outputs: [output], losses: [aLoss()] }) });
    for (const canteenId of [own, neighbour])
      expect(
        await caller.deliver({ legumerieId, delivery: aDelivery({ canteenId, outputId: output.id }) }),
      ).toMatchObject({ saved: true });
  });

  test("an operator reads their own workshop, and may write there only", async () => {
    expect(await operator().mine()).toEqual([
      expect.objectContaining({ id: legumerieId, communeName: "Lens", departement: "62", mayWrite: true }),
    ]);
    const other = (await seedSupplier(on.db, { kind: "LEGUMERIE", active: false })).id;
    await expect(operator().lots({ legumerieId: other })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("an official reads the workshops of the territory and writes in none", async () => {
    const official = as({ role: "official", scopeKind: "territory", scopeId: "DEP-62" });
    expect(await official.mine()).toEqual([expect.objectContaining({ id: legumerieId, mayWrite: false })]);
    await expect(official.canteens({ legumerieId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("canteens in use of organisations of the département are served, others are as if they did not exist", async () => {
    const servable = await operator().canteens({ legumerieId });
    expect(servable).toEqual([
      { id: own, name: "Collège d'ici" },
      { id: neighbour, name: "École de Lens" },
    ]);
    expect(await administrator().canteens({ legumerieId })).toEqual([{ id: own, name: "Collège d'ici" }]);
    const delivery = aDelivery({ canteenId: abroad, outputId: ids.output });
    await expect(operator().deliver({ legumerieId, delivery })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const foreign = aDelivery({ canteenId: neighbour, outputId: ids.output });
    await expect(administrator().deliver({ legumerieId, delivery: foreign })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("the canteens of another organisation have neither name nor price, the kilos stay", async () => {
    const { rows } = await administrator().deliveries({ legumerieId });
    const seen = rows.map(({ canteenName, grams, priceHtCents }) => [canteenName, grams, priceHtCents]);
    expect(seen).toHaveLength(2);
    expect(seen).toEqual(
      expect.arrayContaining([
        ["Collège d'ici", 10_000, 2_500],
        [null, 10_000, null],
      ]),
    );
    expect(JSON.stringify(await administrator().traceLot({ legumerieId, lotId: ids.lot }))).not.toContain(
      "Lens",
    );
  });

  test("a lot is followed to every canteen, a product back to its producer", async () => {
    const forward = await operator().traceLot({ legumerieId, lotId: ids.lot });
    expect(forward.map(({ canteenName, grams }) => [canteenName, grams]).sort()).toEqual([
      ["Collège d'ici", 10_000],
      ["École de Lens", 10_000],
    ]);
    expect(await operator().traceOutput({ legumerieId, outputId: ids.output })).toEqual([
      expect.objectContaining({ lotId: ids.lot, producerName: "Ferme du marais", usedGrams: 100_000 }),
    ]);
  });

  test("stock and figures follow from what was written", async () => {
    const { rows } = await operator().outputs({ legumerieId });
    expect(rows).toEqual([
      expect.objectContaining({ id: ids.output, netGrams: 80_000, deliveredGrams: 20_000, batchEnded: true }),
    ]);
    expect(await operator().lotsInStock({ legumerieId })).toEqual([]);
    const figures = await operator().figures({ legumerieId, year: 2026 });
    expect(figures).toMatchObject({
      receivedGrams: 100_000,
      packedGrams: 80_000,
      deliveredGrams: 20_000,
      canteens: 2,
      producers: 1,
      inDepartement: { numerator: 100_000, denominator: 100_000 },
      meanYield: { numerator: 80_000, denominator: 100_000 },
      loss: { numerator: 20_000, denominator: 100_000 },
      priceIn: { numerator: 4_300, denominator: 100_000 },
      priceOut: { numerator: 5_000, denominator: 20_000 },
    });
    expect(figures.yields).toEqual([
      expect.objectContaining({ measured: { numerator: 80_000, denominator: 100_000 }, standing: "within" }),
    ]);
    expect(figures.months.find(({ month }) => month === "2026-09")?.receivedGrams).toBe(100_000);
    expect(figures.months.find(({ month }) => month === "2026-10")?.packedGrams).toBe(80_000);
    expect((await operator().figures({ legumerieId, year: 2025 })).receivedGrams).toBe(0);
  });
});
