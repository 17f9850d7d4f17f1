import { beforeAll, describe, expect, it } from "vitest";
import { verifyAuditChain } from "../../../db/queries/audit.ts";
import { listCells } from "../../../db/queries/cells.ts";
import { insertOrganisation } from "../../../db/queries/organisations.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { deleteOrder } from "../../../server/actions/delete-order.ts";
import { dryRunImport, importPurchases } from "../../../server/actions/import-purchases.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { undoImport } from "../../../server/actions/undo-import.ts";
import type { Canteen } from "../../../shared/canteens.ts";
import type { Cell } from "../../../shared/cells.ts";
import { newId } from "../../../shared/ids.ts";
import { UNNAMED_SUPPLIER } from "../../../shared/purchase-file/purchase-row.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { importBytes, importOrder, purchaseCsv, siretNumber } from "../../support/purchase-files.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("importing purchases", (on) => {
  let organisationId = "";
  let made = 0;

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
  });

  async function aCanteen(siret = siretNumber(made++)): Promise<Canteen> {
    return seedCanteen(on.db, { organisationId, siret });
  }

  function cellsOf(canteen: Canteen): Promise<Cell[]> {
    return listCells(on.reader, { canteenIds: [canteen.id], fromMonth: null, toMonth: null });
  }

  async function totalOf(canteen: Canteen): Promise<number> {
    return (await cellsOf(canteen)).reduce((sum, cell) => sum + cell.amountCents, 0);
  }

  const line = (siret: string, cells: string) => `${siret},${cells},FRUITS_ET_LEGUMES,BIO,FRANCE,OUI,OUI,,`;

  it("makes one invoiced order a supplier and day, credits apart, and creates the suppliers it does not know", async () => {
    const canteen = await aCanteen();
    const known = await seedSupplier(on.db, { name: "Épicerie d'Artois", kind: "WHOLESALER" });
    const bytes = purchaseCsv([
      line(canteen.siret, "Pommes,EPICERIE D ARTOIS,2025-03-01,10"),
      line(canteen.siret, "Poires,Épicerie d’Artois,2025-03-01,5.5"),
      line(canteen.siret, "Pommes rendues,Épicerie d'Artois,2025-03-01,-2"),
      line(canteen.siret, "Noix,Verger inconnu,2025-03-01,1"),
      line(canteen.siret, "Noix,,2025-03-02,1"),
    ]);
    const report = await importBytes(actionContext(on), bytes, { organisationId });
    expect(report).toMatchObject({
      read: 5,
      created: 5,
      refused: 0,
      duplicates: 0,
      totalCents: 1550,
      orders: 4,
      suppliersCreated: 2,
    });
    const orders = await on.db
      .selectFrom("orders")
      .innerJoin("suppliers", "suppliers.id", "orders.supplier_id")
      .select(["orders.kind", "status", "invoiced_on", "suppliers.name", "suppliers.id as supplier"])
      .where("canteen_id", "=", canteen.id)
      .execute()
      .then((rows) =>
        rows.map((row) => [row.name, row.kind, row.status, row.invoiced_on, row.supplier === known.id]),
      );
    expect(orders.sort()).toEqual(
      [
        [UNNAMED_SUPPLIER, "ORDER", "INVOICED", "2025-03-02", false],
        ["Verger inconnu", "ORDER", "INVOICED", "2025-03-01", false],
        ["Épicerie d'Artois", "CREDIT_NOTE", "INVOICED", "2025-03-01", true],
        ["Épicerie d'Artois", "ORDER", "INVOICED", "2025-03-01", true],
      ].sort(),
    );
    expect(await totalOf(canteen)).toBe(1550);
  });

  it("is refused for the same bytes, with the first import; after its undo they may come again", async () => {
    const canteen = await aCanteen();
    const ctx = actionContext(on);
    const bytes = purchaseCsv([line(canteen.siret, "Pommes,Verger,2025-03-01,10")]);
    const first = await importBytes(ctx, bytes, { organisationId });
    const again = await importBytes(ctx, bytes, { organisationId });
    expect(again).toMatchObject({
      importId: null,
      created: 0,
      refused: 1,
      earlier: { id: first.importId, importedAt: NOW },
    });
    const order = await importOrder(on.db, bytes, { organisationId });
    expect((await dryRunImport(ctx, order)).report.earlier?.id).toBe(first.importId);
    const undo = { importId: first.importId ?? "", canteenId: canteen.id, writable: null };
    expect(await undoImport(ctx, undo)).toEqual({ undone: true, orders: 1, lines: 1, kept: 0 });
    expect(await undoImport(ctx, undo)).toEqual({ undone: false, orders: 0, lines: 0, kept: 0 });
    expect(await cellsOf(canteen)).toEqual([]);
    expect(await importBytes(ctx, bytes, { organisationId })).toMatchObject({ created: 1, duplicates: 0 });
    expect(await totalOf(canteen)).toBe(1000);
  });

  it("takes the same bytes for another canteen, each for its own rows", async () => {
    const [one, two] = [await aCanteen(), await aCanteen()];
    const ctx = actionContext(on);
    const bytes = purchaseCsv([
      line(one.siret, "Pommes,Verger,2025-03-01,10"),
      line(two.siret, "Pommes,Verger,2025-03-01,20"),
    ]);
    const of = (canteen: Canteen) => ({ organisationId, chosen: canteen.siret });
    expect(await importBytes(ctx, bytes, of(one))).toMatchObject({ created: 1, refused: 1 });
    expect(await importBytes(ctx, bytes, of(two))).toMatchObject({ created: 1, refused: 1, earlier: null });
    expect((await importBytes(ctx, bytes, of(two))).earlier).not.toBeNull();
    expect([await totalOf(one), await totalOf(two)]).toEqual([1000, 2000]);
  });

  it("changes nothing when the same import is sent again, and refuses its id for another file", async () => {
    const canteen = await aCanteen();
    const ctx = actionContext(on);
    const importId = newId();
    const bytes = purchaseCsv([line(canteen.siret, "Pommes,Verger,2025-03-01,10")]);
    const given = { organisationId, importId };
    expect(await importBytes(ctx, bytes, given)).toMatchObject({ importId, created: 1 });
    expect(await importBytes(ctx, bytes, given)).toMatchObject({ importId, created: 1, totalCents: 1000 });
    expect(await totalOf(canteen)).toBe(1000);
    const other = purchaseCsv([line(canteen.siret, "Poires,Verger,2025-03-01,10")]);
    await expect(importBytes(ctx, other, given)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  describe("a purchase that is there already", () => {
    it("is skipped or kept by choice; equal rows of one file are as many purchases", async () => {
      const canteen = await aCanteen();
      const ctx = actionContext(on);
      const pear = line(canteen.siret, "Poires,Verger,2025-03-01,7");
      await importBytes(ctx, purchaseCsv([pear, pear]), { organisationId });
      expect(await totalOf(canteen)).toBe(1400);
      const more = purchaseCsv([pear, pear, pear, line(canteen.siret, "POIRES,verger,2025-03-02,7")]);
      const order = await importOrder(on.db, more, { organisationId });
      const dry = await dryRunImport(ctx, order);
      expect(dry.report).toMatchObject({ importId: null, read: 4, created: 2, duplicates: 2, refused: 0 });
      expect(await totalOf(canteen)).toBe(1400);
      expect(await importPurchases(ctx, order)).toMatchObject({ created: 2, duplicates: 2 });
      expect(await totalOf(canteen)).toBe(2800);
      const kept = purchaseCsv([pear, ""]);
      expect(await importBytes(ctx, kept, { organisationId, duplicates: "keep" })).toMatchObject({
        created: 1,
        duplicates: 1,
      });
      expect(await totalOf(canteen)).toBe(3500);
    });

    it("counts when a person entered it, and not once it is deleted", async () => {
      const canteen = await aCanteen();
      const ctx = actionContext(on);
      const supplier = await seedSupplier(on.db, { name: "Ferme des Deux Caps" });
      const order = anOrder({
        supplierId: supplier.id,
        lines: [
          anOrderLine({ description: "Carottes", quantityMilli: null, unit: null, amountHtCents: 900 }),
        ],
      });
      await saveOrder(ctx, canteen.id, order);
      const bytes = purchaseCsv([line(canteen.siret, "carottes,ferme des deux caps,2026-10-01,9")]);
      expect(await importBytes(ctx, bytes, { organisationId })).toMatchObject({
        created: 0,
        duplicates: 1,
        importId: null,
      });
      await deleteOrder(ctx, { canteenId: canteen.id, orderId: order.id });
      expect(await importBytes(ctx, bytes, { organisationId })).toMatchObject({ created: 1, duplicates: 0 });
    });
  });

  it("writes the good rows, or nothing when all or nothing is asked", async () => {
    const canteen = await aCanteen();
    const ctx = actionContext(on);
    const bytes = purchaseCsv([
      line(canteen.siret, "Pommes,Verger,2025-03-01,10"),
      line(canteen.siret, "Pommes,Verger,2025-02-31,10"),
    ]);
    expect(await importBytes(ctx, bytes, { organisationId, allOrNothing: true })).toMatchObject({
      importId: null,
      read: 2,
      created: 0,
      refused: 1,
    });
    expect(await cellsOf(canteen)).toEqual([]);
    expect(await importBytes(ctx, bytes, { organisationId })).toMatchObject({ created: 1, refused: 1 });
  });

  it("creates the canteen that the file names, and takes the file's definition of local when there was none", async () => {
    const empty = newId();
    await insertOrganisation(on.db, {
      id: empty,
      name: "Vide",
      territory_code: null,
      demo: 0,
      shares_order_names: 0,
      created_at: NOW,
    });
    const siret = siretNumber(900);
    const bytes = purchaseCsv([
      `${siret},Pain,Boulanger,2025-03-01,10,BOULANGERIE,,,,OUI,KM,80`,
      `${siret},Pain,Boulanger,2025-02-01,10,BOULANGERIE,,,,OUI,DEPARTEMENT,`,
    ]);
    const refused = await importBytes(actionContext(on), bytes, { organisationId: empty });
    expect(refused).toMatchObject({ created: 0, refused: 2 });
    expect(refused.issues.map(({ code }) => code)).toEqual(["CANTEEN_UNKNOWN", "CANTEEN_UNKNOWN"]);
    const report = await importBytes(actionContext(on), bytes, { organisationId: empty, create: true });
    expect(report).toMatchObject({ created: 2, canteensCreated: 1 });
    expect(report.warnings.map(({ code }) => code)).toEqual(["LOCAL_DEFINITION_ADOPTED"]);
    const definitions = await on.db
      .selectFrom("local_definitions")
      .select(["valid_from", "scope", "radius_m"])
      .where("organisation_id", "=", empty)
      .orderBy("valid_from")
      .execute();
    expect(definitions).toEqual([
      { valid_from: "2025-02-01", scope: "DEPARTEMENT", radius_m: null },
      { valid_from: "2025-03-01", scope: "KM", radius_m: 80_000 },
    ]);
    const canteen = await on.db
      .selectFrom("canteens")
      .selectAll()
      .where("siret", "=", siret)
      .executeTakeFirstOrThrow();
    expect(canteen).toMatchObject({ name: `Cantine ${siret}`, commune: "62041", regime: "hexagone-public" });
  });

  it("says when rows are local by another definition than the organisation's", async () => {
    const canteen = await aCanteen();
    const bytes = purchaseCsv([
      `${canteen.siret},Pain,Boulanger,2025-03-01,10,BOULANGERIE,,,,OUI,REGION,`,
      `${canteen.siret},Pain,Boulanger,2019-03-01,10,BOULANGERIE,,,,OUI,KM,80`,
      `${canteen.siret},Pain,Boulanger,2025-03-02,10,BOULANGERIE,,,,OUI,KM,80`,
    ]);
    const { warnings } = await importBytes(actionContext(on), bytes, { organisationId });
    expect(warnings).toEqual([
      { code: "NO_LOCAL_DEFINITION", count: 1 },
      { code: "OTHER_LOCAL_DEFINITION", count: 1 },
    ]);
  });

  it("leaves the cube equal to the lines and the record whole", async () => {
    const check = await checkCube(on.reader);
    expect(check.lines).toBeGreaterThan(20);
    expect(check.differences).toEqual([]);
    expect(check.staleVerdicts).toEqual([]);
    expect((await verifyAuditChain(on.reader)).flaws).toEqual([]);
  });
});
