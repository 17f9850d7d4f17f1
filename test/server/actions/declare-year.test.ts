import { beforeAll, beforeEach, expect, test } from "vitest";
import { findDeclaration } from "../../../db/queries/declarations.ts";
import { findProduct } from "../../../db/queries/products.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { declareYear, reopenYear } from "../../../server/actions/declare-year.ts";
import { deleteOrder } from "../../../server/actions/delete-order.ts";
import { readDeclaration } from "../../../server/actions/read-declaration.ts";
import { saveCertificate } from "../../../server/actions/save-certificate.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { saveProduct } from "../../../server/actions/save-product.ts";
import { readPageTable } from "../../../server/tables/read-page-table.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Order } from "../../../shared/orders.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
  TODAY,
} from "../../support/seed.ts";

const YEAR = 2025;
const NOTHING = {
  valeur_totale: 0,
  valeur_bio: 0,
  valeur_siqo: 0,
  valeur_egalim_autres: 0,
  valeur_viandes_volailles: 0,
  valeur_viandes_volailles_egalim: 0,
};

describeOnEngines("a declared year", (on) => {
  let organisationId: Id = "";
  let canteenId: Id = "";
  let supplierId: Id = "";
  let order: Order = anOrder({ supplierId: "" });

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
  });

  /** 20 € of carrots claimed organic without a proof, delivered in 2025. */
  beforeEach(async () => {
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    supplierId = (await seedSupplier(on.db)).id;
    const productId = (await seedProduct(on.db)).id;
    order = anOrder({
      supplierId,
      orderedOn: "2025-03-03",
      deliveredOn: "2025-03-04",
      lines: [anOrderLine({ claims: ["BIO"], productId, amountHtCents: 2_000 })],
    });
    await saveOrder(actionContext(on), canteenId, order);
  });

  const seen = { ...NOTHING, valeur_totale: 2_000, valeur_bio: 2_000 };
  const declare = (id: Id = newId()) => declareYear(actionContext(on), canteenId, { id, year: YEAR, seen });
  const page = () => readDeclaration(on.reader, { canteenId, year: YEAR, today: TODAY, names: false });
  const edited = (changes: Partial<Order>): Order => ({ ...order, version: 1, ...changes });
  const save = (changes: Partial<Order>) => saveOrder(actionContext(on), canteenId, edited(changes));
  const prove = () =>
    saveCertificate(actionContext(on), {
      id: newId(),
      supplierId,
      input: {
        scheme: "BIO",
        number: "FR-1",
        controlBody: "FR-BIO-01",
        families: [],
        offerIds: [],
        validFrom: "2025-01-01",
        validTo: "2025-12-31",
        fileId: null,
      },
      tellOf: [canteenId],
    });

  test("keeps the amounts that were seen, once, whoever sends them again", async () => {
    const id = newId();
    await declare(id);
    await declare(id);
    const kept = await findDeclaration(on.reader, { canteenId, year: YEAR });
    expect(kept).toMatchObject({ id, year: YEAR, lines: 1, reopenedAt: null });
    expect(kept?.amounts.declared).toMatchObject({ ...seen, valeur_fruits_et_legumes_bio: 2_000 });
    expect(kept?.amounts.strict).toMatchObject({ valeur_totale: 2_000, valeur_bio: 0 });
    await expect(declare()).rejects.toThrow("CONFLICT");
    const entries = await on.db
      .selectFrom("audit")
      .select(["action", "noun"])
      .where("noun_id", "=", id)
      .execute();
    expect(entries).toEqual([{ action: "declared", noun: "declarations" }]);
  });

  test("is refused with amounts that are no longer those, without a purchase, and before its end", async () => {
    const ctx = actionContext(on);
    const id = newId();
    await expect(
      declareYear(ctx, canteenId, { id, year: YEAR, seen: { ...seen, valeur_bio: 1_999 } }),
    ).rejects.toThrow("CONFLICT");
    await expect(declareYear(ctx, canteenId, { id, year: 2024, seen: NOTHING })).rejects.toThrow("INVALID");
    await expect(declareYear(ctx, canteenId, { id, year: 2026, seen: NOTHING })).rejects.toThrow("INVALID");
  });

  test("refuses what would change what counts, and takes what does not", async () => {
    await declare();
    const [line] = order.lines;
    if (line === undefined) throw new Error("no line");
    const refused: Partial<Order>[] = [
      { lines: [{ ...line, quantityMilli: 11_000 }] },
      { lines: [{ ...line, claims: [] }] },
      { lines: [line, anOrderLine()] },
      { deliveredOn: "2026-01-04" },
      { status: "DRAFT" },
      { kind: "CREDIT_NOTE" },
    ];
    for (const changes of refused)
      await expect(save(changes), JSON.stringify(changes)).rejects.toThrow("FROZEN_YEAR");
    const late = anOrder({ supplierId, orderedOn: "2025-12-01", deliveredOn: "2025-12-02" });
    await expect(saveOrder(actionContext(on), canteenId, late)).rejects.toThrow("FROZEN_YEAR");
    await expect(deleteOrder(actionContext(on), { canteenId, orderId: order.id })).rejects.toThrow(
      "FROZEN_YEAR",
    );
    expect(await save({ note: "Facture reçue en février", status: "INVOICED" })).toMatchObject({
      saved: true,
    });
    expect((await page()).amounts.declared).toMatchObject(seen);
  });

  test("refuses that a line goes, and gives no new verdict to an order saved again after a late proof", async () => {
    const lines = [...order.lines, anOrderLine()];
    expect(await save({ lines })).toMatchObject({ saved: true });
    const whole = { ...seen, valeur_totale: 4_000 };
    await declareYear(actionContext(on), canteenId, { id: newId(), year: YEAR, seen: whole });
    await expect(save({ version: 2, lines: order.lines })).rejects.toThrow("FROZEN_YEAR");
    await prove();
    expect(await save({ version: 2, lines, note: "Relue" })).toMatchObject({ saved: true });
    const { amounts, late } = await page();
    expect([amounts.declared.valeur_totale, amounts.strict.valeur_bio, late.lines]).toEqual([4_000, 0, 1]);
    const check = await checkCube(on.reader);
    expect([check.differences, check.brokenDeclarations]).toEqual([[], []]);
  });

  test("keeps its lines' verdict when a proof arrives late, and shows the difference apart", async () => {
    await declare();
    expect(await prove()).toMatchObject({
      saved: true,
      moved: { lines: 0, kept: { lines: 1, amountCents: 2_000 } },
    });
    const { amounts, late } = await page();
    expect(amounts.strict.valeur_bio).toBe(0);
    expect(late.lines).toBe(1);
    expect((await checkCube(on.reader)).staleVerdicts).toEqual([]);
    expect(
      await reopenYear(actionContext(on), canteenId, { year: YEAR, reason: "Certificat reçu" }),
    ).toMatchObject({
      lines: 1,
    });
    const open = await page();
    expect(open.amounts.strict.valeur_bio).toBe(2_000);
    expect(open).toMatchObject({
      declaration: null,
      late: { lines: 0 },
      reopened: [{ reason: "Certificat reçu" }],
    });
    const check = await checkCube(on.reader);
    expect([check.differences, check.staleVerdicts, check.brokenDeclarations]).toEqual([[], [], []]);
  });

  test("what today would declare otherwise is a file too, with what was declared beside it", async () => {
    const lines = order.lines.map((line) => ({ ...line, organicStage: "C2" as const }));
    expect(await save({ lines })).toMatchObject({ saved: true });
    await declare();
    const id = lines[0]?.productId ?? "";
    const { id: _, ...product } = (await findProduct(on.db, id)) ?? (await seedProduct(on.db));
    // Only plants count as organic while they are in conversion.
    await saveProduct(actionContext(on), {
      id,
      input: { ...product, plant: false },
      tellOf: [canteenId],
    });
    const grants = [{ role: "manager", scopeKind: "canteen", scopeId: canteenId } as const];
    const ctx = appContext(on, { user: await seedPerson(on.db, { grants }), grants });
    const { columns, rows } = await readPageTable(ctx, {
      table: "declaration-ecarts",
      input: { canteenId, year: YEAR },
      words: {},
      locale: "fr",
    });
    expect(columns.map(({ title }) => title)).toEqual([
      "Montant",
      "Déclaré (€ HT)",
      "Serait aujourd'hui (€ HT)",
      "Écart (€ HT)",
    ]);
    expect(rows).toContainEqual(["Bio", 2_000, 0, -2_000]);
    expect(rows).toHaveLength((await page()).late.differences.length);
  });

  test("may be declared again once it was reopened, and not reopened twice", async () => {
    await declare();
    const reopen = () => reopenYear(actionContext(on), canteenId, { year: YEAR, reason: "Oubli" });
    await reopen();
    await expect(reopen()).rejects.toThrow("NOT_FOUND");
    await declare();
    expect((await page()).declaration).not.toBeNull();
  });

  test("is told by check when its lines no longer give what was declared", async () => {
    await declare();
    await on.db
      .updateTable("order_lines")
      .set({ amount_ht_cents: 2_100 })
      .where("canteen_id", "=", canteenId)
      .execute();
    const { brokenDeclarations } = await checkCube(on.reader);
    expect(brokenDeclarations).toContainEqual({ canteenId, year: YEAR });
    await on.db.deleteFrom("late_verdicts").execute();
  });
});
