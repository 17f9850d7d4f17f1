import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { listFlaws } from "../../../db/integrity.ts";
import { deleteUnusedLineTexts, listLineNames } from "../../../db/queries/line-texts.ts";
import { purge } from "../../../server/actions/purge.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
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

const FOR_EVER = { goneYears: 0, draftDays: 0 };

describeOnEngines("what lines are called, once none is", (on) => {
  const canteenIds: string[] = [];
  let orders: Order[] = [];

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    for (const name of ["Arras", "Lens"])
      canteenIds.push((await seedCanteen(on.db, { organisationId, name })).id);
    const { id: supplierId } = await seedSupplier(on.db);
    orders = canteenIds.map(() =>
      anOrder({
        supplierId,
        lines: [anOrderLine({ description: "Tarte de Zoé Dupond" }), anOrderLine({ description: "Flan" })],
      }),
    );
    for (const at of [0, 1]) await saveOrder(actionContext(on), canteenIds[at] ?? "", orderAt(at));
  });

  const orderAt = (at: number): Order => orders[at] as Order;

  async function renamed(at: number): Promise<void> {
    const order = orderAt(at);
    const lines = order.lines.map((line) => ({ ...line, description: "Tarte" }));
    const outcome = await saveOrder(actionContext(on), canteenIds[at] ?? "", { ...order, version: 1, lines });
    expect(outcome).toEqual({ saved: true, version: 2 });
  }

  async function kept(): Promise<string[]> {
    const rows = await on.reader.selectFrom("line_texts").select(["canteen_id", "search"]).execute();
    return rows.map((row) => `${canteenIds.indexOf(row.canteen_id)} ${row.search}`).toSorted();
  }

  async function namesPurged(): Promise<number> {
    return (await purge(actionContext(on, null), FOR_EVER)).names;
  }

  test("are looked for as long as a line of the canteen has the name", async () => {
    expect(await namesPurged()).toBe(0);
    await renamed(0);
    expect(await kept()).toHaveLength(5);
    // A name that a line came to have since it was found unused.
    const inUse = { canteenId: canteenIds[0] ?? "", names: ["tarte"] };
    expect(await deleteUnusedLineTexts(on.db, inUse)).toBe(0);
    expect(await namesPurged()).toBe(2);
    expect(await kept()).toEqual(["0 tarte", "1 flan", "1 tarte de zoe dupond"]);
    expect(await namesPurged()).toBe(0);
  });

  test("are in no index once no canteen has a line of the name, and found again when one has", async () => {
    const found = async () => await listLineNames(on.reader, "dupond");
    if (on.engine === "sqlite") expect(await found()).toEqual(["tarte de zoe dupond"]);
    await renamed(1);
    expect(await namesPurged()).toBe(2);
    expect(await kept()).toEqual(["0 tarte", "1 tarte"]);
    if (on.engine === "sqlite") {
      expect(await found()).toEqual([]);
      await sql`insert into _line_words (_line_words, rank) values ('integrity-check', 1)`.execute(on.db);
    }
    expect(await listFlaws(on.reader, on.engine)).toEqual([]);
    await saveOrder(actionContext(on), canteenIds[0] ?? "", {
      ...anOrder(orderAt(0)),
      id: orderAt(1).id,
      version: 0,
      lines: [anOrderLine({ description: "Tarte de Zoé Dupond" })],
    });
    if (on.engine === "sqlite") expect(await found()).toEqual(["tarte de zoe dupond"]);
    expect(await listFlaws(on.reader, on.engine)).toEqual([]);
  });
});
