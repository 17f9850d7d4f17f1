import { beforeAll, expect, it } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { deleteOrder } from "../../../server/actions/delete-order.ts";
import { undoImport } from "../../../server/actions/undo-import.ts";
import type { Canteen } from "../../../shared/canteens.ts";
import type { Cell } from "../../../shared/cells.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { importBytes, purchaseCsv, siretNumber } from "../../support/purchase-files.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("undoing an import", (on) => {
  let organisationId = "";
  let made = 0;

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
  });

  function aCanteen(): Promise<Canteen> {
    return seedCanteen(on.db, { organisationId, siret: siretNumber(made++) });
  }

  function cellsOf(canteen: Canteen): Promise<Cell[]> {
    return listCells(on.reader, { canteenIds: [canteen.id], fromMonth: null, toMonth: null });
  }

  async function totalOf(canteen: Canteen): Promise<number> {
    return (await cellsOf(canteen)).reduce((sum, cell) => sum + cell.amountCents, 0);
  }

  const line = (siret: string, cells: string) => `${siret},${cells},FRUITS_ET_LEGUMES,BIO,FRANCE,OUI,OUI,,`;

  it("leaves the other imports and what was deleted by hand, and refuses a foreign canteen", async () => {
    const [one, two] = [await aCanteen(), await aCanteen()];
    const ctx = actionContext(on);
    await importBytes(ctx, purchaseCsv([line(one.siret, "Noix,Verger,2025-03-01,4")]), { organisationId });
    const both = purchaseCsv([
      line(one.siret, "Pommes,Verger,2025-03-01,10"),
      line(one.siret, "Poires,Moulin,2025-03-01,20"),
      line(two.siret, "Pommes,Verger,2025-03-01,30"),
    ]);
    const { importId } = await importBytes(ctx, both, { organisationId });
    expect(await totalOf(two)).toBe(3000);
    const key = { importId: importId ?? "", canteenId: one.id };
    await expect(undoImport(ctx, { ...key, writable: [one.id] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(undoImport(ctx, { ...key, canteenId: newId(), writable: null })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const moulin = await on.db
      .selectFrom("orders")
      .innerJoin("suppliers", "suppliers.id", "orders.supplier_id")
      .select("orders.id")
      .where("canteen_id", "=", one.id)
      .where("suppliers.name", "=", "Moulin")
      .executeTakeFirstOrThrow();
    await deleteOrder(ctx, { canteenId: one.id, orderId: moulin.id });
    expect(await undoImport(ctx, { ...key, writable: [one.id, two.id] })).toEqual({
      undone: true,
      orders: 2,
      lines: 2,
      kept: 0,
    });
    expect(await totalOf(one)).toBe(400);
    expect(await cellsOf(two)).toEqual([]);
    expect((await checkCube(on.reader)).differences).toEqual([]);
  });
});
