import { beforeAll, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { declareYear } from "../../../server/actions/declare-year.ts";
import { readFigureLines } from "../../../server/actions/read-lines.ts";
import { readSocialEconomy } from "../../../server/actions/read-social-economy.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { removeSupplierStatus, saveSupplierStatus } from "../../../server/actions/save-supplier-status.ts";
import { newId } from "../../../shared/ids.ts";
import { SOCIAL_INDICATORS, socialSharesOf } from "../../../shared/indicators/social.ts";
import type { SupplierStatusInput } from "../../../shared/supplier-statuses.ts";
import { requiredAmounts } from "../../../shared/yearly-form/simple-form.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPurchases } from "../../support/purchases.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

const RANGE = { fromMonth: "2025-01", toMonth: "2026-12" };
const ESUS: SupplierStatusInput = { status: "ESUS", reference: null, validFrom: null, validTo: null };

describeOnEngines("the social economy of canteens", (on) => {
  let canteenIds: string[] = [];
  let organisationId = "";

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    for (const seed of [1, 2]) {
      const { id } = await seedCanteen(on.db, { organisationId });
      await seedPurchases(on.db, actionContext(on), { canteenId: id, orders: 30, seed });
      canteenIds = [...canteenIds, id];
    }
  });

  const read = () =>
    readSocialEconomy(on.reader, canteenIds, { range: RANGE, basis: "value", today: "2026-11-22" });

  test("is the sum of its cells, of its lines, and of its canteens, months, families", async () => {
    const social = await read();
    const cells = await listCells(on.reader, { canteenIds, ...RANGE });
    expect(social.shares).toEqual(socialSharesOf(cells, "value"));
    expect(social.shares.SIAE.strict.numerator).not.toBe(0);
    expect(social.shares.ESUS.declared.numerator).not.toBe(0);
    const filter = { from: RANGE.fromMonth, to: RANGE.toMonth };
    for (const indicator of SOCIAL_INDICATORS)
      for (const part of ["strict", "declared"] as const) {
        const { totals } = await readFigureLines(on.reader, canteenIds, {
          ...filter,
          social: indicator,
          part,
        });
        expect([indicator, totals.amountCents]).toEqual([
          indicator,
          social.shares[indicator][part].numerator,
        ]);
      }
    for (const groups of [social.byCanteen, social.byMonth, social.byFamily]) {
      const sum = groups.reduce((total, { shares }) => total + shares.SOCIAL.declared.numerator, 0);
      expect(sum).toBe(social.shares.SOCIAL.declared.numerator);
    }
    const sold = social.bySupplier.reduce((total, { shares }) => total + shares.ESS.declared.numerator, 0);
    expect(sold).toBe(social.shares.ESS.declared.numerator);
  });

  test("says with each page of lines why they count", async () => {
    const page = await readFigureLines(on.reader, canteenIds, { social: "SIAE", part: "strict" });
    expect(page.lines.length).toBeGreaterThan(0);
    for (const line of page.lines)
      expect(page.statuses.some((one) => one.supplierId === line.supplierId && one.status === "ACI")).toBe(
        true,
      );
    const outside = await readFigureLines(on.reader, canteenIds, { social: "SOCIAL", part: "outside" });
    expect(outside.statuses).toEqual([]);
  });

  test("follows a status that is noted, corrected and taken away, in a declared year too", async () => {
    const ctx = { ...actionContext(on), today: "2027-01-15" };
    const { id: canteenId } = await seedCanteen(on.db, { organisationId });
    const { id: supplierId } = await seedSupplier(on.db, { kind: "WHOLESALER" });
    await saveOrder(ctx, canteenId, anOrder({ supplierId }));
    const cells = () => listCells(on.reader, { canteenIds: [canteenId], fromMonth: null, toMonth: null });
    const seen = requiredAmounts(await cells(), { year: 2026, certainty: "declared" });
    await declareYear(ctx, canteenId, { id: newId(), year: 2026, seen });
    const id = newId();
    const save = (input: SupplierStatusInput) =>
      saveSupplierStatus(ctx, { id, supplierId, input, tellOf: [canteenId] });
    const bought = async () => socialSharesOf(await cells(), "value").ESUS;
    expect(await save(ESUS)).toMatchObject({
      saved: true,
      moved: { lines: 0, social: { lines: 1, amountCents: 2000 } },
    });
    expect(await bought()).toMatchObject({ strict: { numerator: 0 }, declared: { numerator: 2000 } });
    await save({ ...ESUS, reference: "Arrêté" });
    expect(await bought()).toMatchObject({ strict: { numerator: 2000 }, declared: { numerator: 2000 } });
    await save({ ...ESUS, validTo: "2026-09-30" });
    expect(await bought()).toMatchObject({ declared: { numerator: 0 } });
    await save({ ...ESUS, validFrom: "2026-10-01", validTo: "2026-10-01" });
    expect(await bought()).toMatchObject({ declared: { numerator: 2000 } });
    await removeSupplierStatus(ctx, { id, tellOf: [] });
    expect(await bought()).toMatchObject({ declared: { numerator: 0 } });
    expect(await checkCube(on.reader)).toMatchObject({
      differences: [],
      staleVerdicts: [],
      brokenDeclarations: [],
    });
  });

  test("refuses a second legal form on the same days, another supplier's status, and a supplier that is none", async () => {
    const ctx = actionContext(on);
    const { id: supplierId } = await seedSupplier(on.db);
    const other = await seedSupplier(on.db);
    const id = newId();
    const form = { ...ESUS, status: "ASSOCIATION" as const };
    await saveSupplierStatus(ctx, { id, supplierId, input: form, tellOf: [] });
    const second = { ...form, status: "SOCIETE" as const, validFrom: "2026-01-01" };
    expect(await saveSupplierStatus(ctx, { id: newId(), supplierId, input: second, tellOf: [] })).toEqual({
      saved: false,
      issues: [{ field: "status", code: "status-overlap", otherId: id }],
    });
    const theirs = { id, supplierId: other.id, input: form, tellOf: [] };
    await expect(saveSupplierStatus(ctx, theirs)).rejects.toThrow("CONFLICT");
    const nobodys = { id: newId(), supplierId: newId(), input: form, tellOf: [] };
    await expect(saveSupplierStatus(ctx, nobodys)).rejects.toThrow("NOT_FOUND");
  });
});
