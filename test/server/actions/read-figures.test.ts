import { beforeAll, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { listFigureSuppliers } from "../../../db/queries/figures.ts";
import { readCanteenDashboard, readTerritoryDashboard } from "../../../server/actions/read-figures.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { saveTarget } from "../../../server/actions/save-target.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { sharesOf } from "../../../shared/indicators/shares.ts";
import { schoolYearRange, yearRange } from "../../../shared/periods.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";
import { statementsOf } from "../../support/statements.ts";

const ASKED = { range: yearRange(2026), basis: "value", today: "2026-11-26" } as const;

describeOnEngines("a dashboard", (on) => {
  let first: Id = "";
  let second: Id = "";
  let supplierIds: Id[] = [];

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    first = (await seedCanteen(on.db, { organisationId, name: "Arras" })).id;
    second = (await seedCanteen(on.db, { organisationId, name: "Lens", commune: "62498" })).id;
    ({ supplierIds } = await seedPurchases(on.db, actionContext(on), {
      canteenId: first,
      orders: 40,
      seed: 5,
    }));
    await seedPurchases(on.db, actionContext(on), { canteenId: second, orders: 40, seed: 6 });
  });

  test("of a territory is read in three statements, whatever is asked", async () => {
    const { answer, statements } = await statementsOf(on.url, (reader) =>
      readTerritoryDashboard(reader, [first, second], { ...ASKED, filter: { family: "VIANDES_VOLAILLES" } }),
    );
    expect(statements).toHaveLength(3);
    expect(answer.canteens).toHaveLength(2);
    const bought = { canteenIds: [first, second], ...ASKED.range };
    expect(answer.suppliers).toEqual(await listFigureSuppliers(on.reader, bought));
    expect(answer.news?.month).toBe("2026-10");
  });

  test("of a territory is asked again in one statement, none where nothing was committed, and reads only the canteens that changed since", async () => {
    const asked = { ...ASKED, today: "2026-11-25" } as const;
    const { answer, statements } = await statementsOf(on.url, async (reader) => {
      const before = await readTerritoryDashboard(reader, [first, second], asked);
      const again = await readTerritoryDashboard(reader, [first, second], asked);
      // Of none of what it says.
      await seedSupplier(on.db);
      const beside = await readTerritoryDashboard(reader, [first, second], asked);
      await saveOrder(actionContext(on), second, anOrder({ supplierId: supplierIds[0] ?? "" }));
      const after = await readTerritoryDashboard(reader, [first, second], asked);
      return { before, again, beside, after };
    });
    expect(answer.again).toBe(answer.before);
    expect(answer.beside).toBe(answer.before);
    expect(statements).toHaveLength(3 + (on.engine === "sqlite" ? 0 : 1) + 1 + 3);
    expect(statements.filter((statement) => /from "cells" inner join/.test(statement))).toHaveLength(2);
    expect(answer.after.totals.amountCents - answer.before.totals.amountCents).toBe(2_000);
    const [was, is] = [answer.before, answer.after].map(({ canteens }) =>
      canteens.find(({ key }) => key === first),
    );
    expect(is?.shares).toEqual(was?.shares);
    const whole = await listCells(on.reader, { canteenIds: [first, second], ...ASKED.range });
    expect(answer.after.shares).toEqual(sharesOf(whole, "value"));
  });

  test("of a canteen is read in three statements", async () => {
    const { answer, statements } = await statementsOf(on.url, (reader) =>
      readCanteenDashboard(reader, first, ASKED),
    );
    expect(statements).toHaveLength(3);
    expect(answer.canteen.name).toBe("Arras");
  });

  test("is the same object until something that it says changes", async () => {
    const read = async () => [
      await readCanteenDashboard(on.reader, first, ASKED),
      await readTerritoryDashboard(on.reader, [first, second], ASKED),
    ];
    const areSame = (a: readonly unknown[], b: readonly unknown[]) => a.map((one, at) => one === b[at]);
    const before = await read();
    expect(areSame(await read(), before)).toEqual([true, true]);
    expect(await readCanteenDashboard(on.reader, first, { ...ASKED, basis: "weight" })).not.toBe(before[0]);

    const input = { indicator: "LOCAL", basis: "value", year: 2026, shareBp: 4_321 } as const;
    await saveTarget(actionContext(on), { canteenId: first }, { id: newId(), input });
    const aimed = await read();
    expect(areSame(aimed, before)).toEqual([false, false]);
    expect(JSON.stringify(aimed[0])).toContain("4321");

    await on.db
      .updateTable("suppliers")
      .set({ name: "Nouveau nom" })
      .where("id", "in", supplierIds)
      .execute();
    const renamed = await read();
    expect(areSame(renamed, aimed)).toEqual([false, false]);
    for (const { suppliers } of renamed)
      expect(suppliers.some(({ name }) => name === "Nouveau nom")).toBe(true);
    expect(areSame(await read(), renamed)).toEqual([true, true]);
  });

  test("read by many while orders are saved is the sum of the cells once they are all saved", async () => {
    const canteenIds = [first, second];
    const read = () => readTerritoryDashboard(on.reader, canteenIds, ASKED);
    for (let round = 0; round < 6; round++) {
      const saves = Array.from({ length: 4 }, (_, at) =>
        saveOrder(
          actionContext(on),
          canteenIds[at % 2] ?? "",
          anOrder({ supplierId: supplierIds[at % supplierIds.length] ?? "" }),
        ),
      );
      const reads = Array.from({ length: 6 }, async (_, at) => {
        await new Promise((resolve) => setTimeout(resolve, at * 3));
        return await read();
      });
      await Promise.all([...saves, ...reads]);
      const { shares, totals } = await read();
      const cells = await listCells(on.reader, { canteenIds, ...ASKED.range });
      expect(shares).toEqual(sharesOf(cells, "value"));
      expect(totals.amountCents).toBe(cells.reduce((sum, { amountCents }) => sum + amountCents, 0));
    }
  });

  test("of no canteen asks nothing of the database", async () => {
    const { answer, statements } = await statementsOf(on.url, (reader) =>
      readTerritoryDashboard(reader, [], ASKED),
    );
    expect(statements).toEqual([]);
    expect(answer.totals.lines).toBe(0);
  });

  test("narrowed to a family or a supplier is the sum of its cells alone", async () => {
    const supplier = supplierIds[0] ?? "";
    const cells = await listCells(on.reader, { canteenIds: [first], ...ASKED.range });
    const ofFamily = await readTerritoryDashboard(on.reader, [first], {
      ...ASKED,
      filter: { family: "PRODUITS_DE_LA_MER" },
    });
    expect(ofFamily.shares).toEqual(
      sharesOf(
        cells.filter(({ family }) => family === "PRODUITS_DE_LA_MER"),
        "value",
      ),
    );
    const ofSupplier = await readTerritoryDashboard(on.reader, [first], { ...ASKED, filter: { supplier } });
    expect(ofSupplier.shares).toEqual(
      sharesOf(
        cells.filter(({ supplierId }) => supplierId === supplier),
        "value",
      ),
    );
    expect(ofSupplier.bySupplier.map(({ key }) => key)).toEqual([supplier]);
  });

  test("over a school year adds September to August", async () => {
    const range = schoolYearRange(2025);
    const answer = await readTerritoryDashboard(on.reader, [first, second], { ...ASKED, range });
    const cells = await listCells(on.reader, { canteenIds: [first, second], ...range });
    expect(range).toEqual({ fromMonth: "2025-09", toMonth: "2026-08" });
    expect(answer.byMonth.map(({ key }) => key)).toHaveLength(12);
    expect(answer.shares).toEqual(sharesOf(cells, "value"));
  });
});
