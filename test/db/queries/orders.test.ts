import { beforeAll, expect, test } from "vitest";
import { listOrders } from "../../../db/queries/orders.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import { searchKey } from "../../../shared/normalise.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

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
