import { beforeAll, expect, test } from "vitest";
import { listOrders } from "../../../db/queries/orders.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import { searchKey } from "../../../shared/normalise.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("orders looked for by their reference", (on) => {
  let canteenId: Id;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    const supplierId = (await seedSupplier(on.db)).id;
    for (const reference of ["Été-12", "CRÈME n°7", "BC-2026"])
      await saveOrder(actionContext(on), canteenId, anOrder({ supplierId, reference }));
  });

  test.each([
    ["été 12", ["Été-12"]],
    ["ete", ["Été-12"]],
    ["creme N 7", ["CRÈME n°7"]],
    ["bc-20", ["BC-2026"]],
    ["automne", []],
  ])("« %s » finds them whatever their case and accents", async (typed, found) => {
    const { orders } = await listOrders(
      on.db,
      { canteenId, supplierId: null, status: null, from: null, to: null, search: searchKey(typed) },
      { offset: 0, limit: 10 },
    );
    expect(orders.map(({ reference }) => reference)).toEqual(found);
  });
});

describeOnEngines("orders looked for by words", (on) => {
  let canteenId: Id;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    const other = (await seedCanteen(on.db, { organisationId, name: "Lens" })).id;
    const save = async (
      whose: Id,
      { name, reference, lines }: { name: string; reference: string; lines: string[] },
    ) => {
      const { id: supplierId } = await seedSupplier(on.db, { name });
      const described = lines.map((description) => anOrderLine({ description }));
      await saveOrder(actionContext(on), whose, anOrder({ supplierId, reference, lines: described }));
    };
    await save(canteenId, {
      name: "Ferme des Œillets",
      reference: "A",
      lines: ["Carottes râpées", "Lait", "Chou bio"],
    });
    await save(canteenId, {
      name: "Laiterie",
      reference: "B",
      lines: ["Carottes", "Betteraves râpées", "Poireau"],
    });
    await save(other, { name: "Maraîcher", reference: "C", lines: ["Carottes râpées"] });
  });

  test.each([
    ["rapees CAROTTES", ["A"]],
    ["carot", ["A", "B"]],
    ["bio choux", ["A"]],
    ["poireaux", ["B"]],
    ["pois", []],
    ["oeillets ferme", ["A"]],
    ["lait", ["A", "B"]],
    ["carottes laiterie", []],
  ])("« %s » finds those with a line, or a supplier, whose name has them all in any order", async (typed, found) => {
    const { orders, total } = await listOrders(
      on.db,
      { canteenId, supplierId: null, status: null, from: null, to: null, search: searchKey(typed) },
      { offset: 0, limit: 10 },
    );
    expect(orders.map(({ reference }) => reference).toSorted()).toEqual(found);
    expect(total).toBe(found.length);
  });
});
