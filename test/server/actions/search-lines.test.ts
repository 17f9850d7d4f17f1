import { beforeAll, expect, test } from "vitest";
import { deleteOrder } from "../../../server/actions/delete-order.ts";
import { readFigureLines } from "../../../server/actions/read-lines.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import type { Order } from "../../../shared/orders.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

const NAMES = ["Carottes râpées BIO", "CAROTTE fane", "Bœuf haché, bio", "Pomme 100 % française", "Épinards"];

describeOnEngines("words looked for in the names of lines", (on) => {
  let canteenId: Id = "";
  let otherId: Id = "";
  let order: Order;

  const found = async (text: string, ids: readonly Id[] = [canteenId]) => {
    const { lines, totals } = await readFigureLines(on.reader, ids, { text });
    expect(totals.lines).toBe(lines.length);
    expect(totals.amountCents).toBe(lines.reduce((sum, { amountCents }) => sum + amountCents, 0));
    return lines.map(({ description }) => description).toSorted();
  };
  const save = async (canteen: Id, given: Order) => {
    const outcome = await saveOrder(actionContext(on), canteen, given);
    if (!outcome.saved) throw new Error(JSON.stringify(outcome.issues));
    return { ...given, version: outcome.version };
  };
  const orderOf = (supplierId: Id, names: readonly string[]) =>
    anOrder({ supplierId, lines: names.map((description) => anOrderLine({ description })) });

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    otherId = (await seedCanteen(on.db, { organisationId })).id;
    const { id: supplierId } = await seedSupplier(on.db);
    order = await save(canteenId, orderOf(supplierId, NAMES));
    await save(otherId, orderOf(supplierId, ["Carottes des sables"]));
  });

  test("are found in any order and case, whatever the accents, within words too", async () => {
    expect(await found("carotte")).toEqual(["CAROTTE fane", "Carottes râpées BIO"]);
    expect(await found("bio carottes")).toEqual(["Carottes râpées BIO"]);
    expect(await found("RAPEE")).toEqual(["Carottes râpées BIO"]);
    expect(await found("bio")).toEqual(["Bœuf haché, bio", "Carottes râpées BIO"]);
    expect(await found("boeuf")).toEqual(["Bœuf haché, bio"]);
    expect(await found("epinard")).toEqual(["Épinards"]);
    expect(await found("100% pomme")).toEqual(["Pomme 100 % française"]);
    expect(await found("navet")).toEqual([]);
  });

  test("are all of them when there is nothing but spaces and signs", async () => {
    expect(await found(" %_ ")).toEqual(NAMES.toSorted());
  });

  test("are looked for in the canteens asked for, and there alone", async () => {
    expect(await found("carotte", [canteenId, otherId])).toEqual([
      "CAROTTE fane",
      "Carottes des sables",
      "Carottes râpées BIO",
    ]);
    expect(await found("sables")).toEqual([]);
  });

  test("follow a line that is renamed, and its order when it is deleted", async () => {
    const lines = order.lines.map((line) =>
      line.description === "Épinards" ? { ...line, description: "Blettes" } : line,
    );
    order = await save(canteenId, { ...order, lines });
    expect(await found("epinard")).toEqual([]);
    expect(await found("blette")).toEqual(["Blettes"]);
    await deleteOrder(actionContext(on), { canteenId, orderId: order.id });
    expect(await found("blette")).toEqual([]);
    expect(await found("sables", [canteenId, otherId])).toEqual(["Carottes des sables"]);
  });
});
