import { beforeAll, describe, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import { insertLocalDefinition } from "../../../db/queries/local-definitions.ts";
import type { RateChangeAsked } from "../../../server/actions/read-rate-change.ts";
import { readRateChange } from "../../../server/actions/read-rate-change.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { linesRouter } from "../../../server/routers/lines.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { LineFilter } from "../../../shared/drill-down.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { INDICATORS } from "../../../shared/indicators/indicators.ts";
import { sharesOf } from "../../../shared/indicators/shares.ts";
import type { Part } from "../../../shared/line-filter-words.ts";
import { yearRange } from "../../../shared/periods.ts";
import type { Grant } from "../../../shared/permissions.ts";
import type { ChangeRow } from "../../../shared/rate-changes.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedPurchases } from "../../support/purchases.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";
import { statementsOf } from "../../support/statements.ts";

const YEARS: RateChangeAsked = {
  before: yearRange(2025),
  now: yearRange(2026),
  indicator: "ORGANIC",
  basis: "value",
  filter: {},
};

describeOnEngines("why a rate moved", (on) => {
  let organisationId: Id = "";
  let canteenIds: Id[] = [];

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    for (const [name, seed] of [
      ["Arras", 7],
      ["Lens", 8],
    ] as const) {
      const { id } = await seedCanteen(on.db, { organisationId, name });
      canteenIds = [...canteenIds, id];
      await seedPurchases(on.db, actionContext(on), { canteenId: id, orders: 50, seed });
    }
  });

  const ratesOf = async (year: number, basis: "value" | "weight") =>
    sharesOf(await listCells(on.reader, { canteenIds, ...yearRange(year) }), basis);

  test.each([
    "value",
    "weight",
  ] as const)("starts and ends at the rates of the cells, by %s", async (basis) => {
    const [before, now] = [await ratesOf(2025, basis), await ratesOf(2026, basis)];
    for (const indicator of INDICATORS) {
      const { change } = await readRateChange(on.reader, canteenIds, { ...YEARS, indicator, basis });
      expect(change?.before).toEqual(before[indicator].strict);
      expect(change?.now).toEqual(now[indicator].strict);
      const sum = change?.parts.reduce((total, { tenths }) => total + tenths, 0);
      expect(sum).toBe(change?.tenths);
      if (basis === "weight") expect(change?.parts.find(({ part }) => part === "price")?.none).toBe(true);
    }
  });

  test("is read in two statements while no definition changed", async () => {
    const { statements } = await statementsOf(on.url, (reader) => readRateChange(reader, canteenIds, YEARS));
    expect(statements).toHaveLength(2);
  });

  test("is nothing to tell when one of the years is empty", async () => {
    const answer = await readRateChange(on.reader, canteenIds, { ...YEARS, before: yearRange(2020) });
    expect(answer.change).toBeNull();
  });

  test("the lines behind a row add up to it, to the cent", async () => {
    const grants: Grant[] = [{ role: "manager", scopeKind: "organisation", scopeId: organisationId }];
    const lines = createCallerFactory(linesRouter)(
      appContext(on, { user: await seedPerson(on.db, { grants }), grants }),
    );
    const { change } = await readRateChange(on.reader, canteenIds, YEARS);
    const rows = change?.parts.flatMap((part) => part.rows) ?? [];
    expect(rows.length).toBeGreaterThan(5);
    const sides = rows.slice(0, 12).flatMap((row) => [sideOf(row, 0), sideOf(row, 1)]);
    const behind = (canteenId: Id | null, filter: LineFilter) =>
      canteenId === null ? lines.territory({ filter }) : lines.canteen({ canteenId, filter });
    for (const { canteenId, filter, amountCents, weightGrams } of sides) {
      const { totals } = await behind(canteenId, filter);
      expect(totals).toMatchObject({ amountCents, weightGrams });
    }
    const proven = rows.filter(({ declared }) => declared?.[1] === true).map((row) => sideOf(row, 1));
    expect(proven.length).toBeGreaterThan(0);
    for (const { canteenId, filter, strictCents } of proven) {
      const { totals } = await behind(canteenId, { ...filter, part: "strict" });
      expect(totals.amountCents).toBe(strictCents);
    }
  });

  test("says what the end of certification level 2 moved, apart from choices and proofs", async () => {
    const { id: canteenId } = await seedCanteen(on.db, { organisationId, name: "Liévin" });
    const supplierId = (await seedSupplier(on.db, { name: "Verger de niveau 2" })).id;
    await insertCertificate(on.db, {
      ...{ id: newId(), supplierId, scheme: "CE2", number: "CE2-62", controlBody: null, families: [] },
      ...{ offerIds: [], validFrom: "2025-01-01", validTo: null, fileId: null, createdAt: NOW },
    });
    const { id: productId } = await seedProduct(on.db);
    const lines = () => [anOrderLine({ productId, claims: ["HVE"] }), anOrderLine({ productId, claims: [] })];
    const ctx = { ...actionContext(on), today: "2027-03-10", now: "2027-03-10T10:00:00.000Z" };
    for (const day of ["2026-02-10", "2027-02-10"])
      await saveOrder(
        ctx,
        canteenId,
        anOrder({ supplierId, orderedOn: day, deliveredOn: day, lines: lines() }),
      );
    const asked = {
      ...YEARS,
      before: { fromMonth: "2026-01", toMonth: "2026-02" },
      now: { fromMonth: "2027-01", toMonth: "2027-02" },
    };
    const answer = await readRateChange(on.reader, [canteenId], { ...asked, indicator: "EGALIM" });
    expect(answer.lawDays).toEqual(["2027-01-01"]);
    expect(answer.change?.before.numerator).toBeGreaterThan(0);
    expect(answer.change?.now.numerator).toBe(0);
    expect(answer.change?.parts.filter(({ none }) => !none)).toMatchObject([
      { part: "law", tenths: answer.change?.tenths },
    ]);
    const organic = await readRateChange(on.reader, [canteenId], { ...asked, indicator: "ORGANIC" });
    expect(organic.lawDays).toEqual([]);
  });

  describe("when « local » was defined anew", () => {
    beforeAll(async () => {
      const definition = { organisationId, scope: "KM" as const, createdAt: NOW };
      await insertLocalDefinition(on.db, {
        ...definition,
        id: newId(),
        validFrom: "2025-03-01",
        radiusM: 1_000,
      });
    });

    test("says from which day, and judges the lines by both definitions", async () => {
      const local = { ...YEARS, indicator: "LOCAL" as const };
      const answer = await readRateChange(on.reader, canteenIds, local);
      expect(answer.definitionDays).toEqual(["2025-03-01"]);
      expect(answer.rulesTold).toBe(true);
      const part = answer.change?.parts.find((one) => one.part === "definition");
      expect(part?.none).toBe(false);
      expect(answer.change?.parts.reduce((total, { tenths }) => total + tenths, 0)).toBe(
        answer.change?.tenths,
      );
      const organic = await readRateChange(on.reader, canteenIds, YEARS);
      expect(organic.definitionDays).toEqual([]);
      expect(organic.change?.parts.find((one) => one.part === "definition")?.none).toBe(true);
    });
  });
});

/** What a row says of one period, and the filter of its lines. */
function sideOf({ canteenId, supplierId, family, declared, units, strict, grams }: ChangeRow, period: 0 | 1) {
  const year = period === 0 ? 2025 : 2026;
  const part: Part = declared === null ? "base" : declared[period] ? "declared" : "outside";
  return {
    canteenId,
    filter: {
      from: `${year}-01`,
      to: `${year}-12`,
      ...(family === null ? {} : { family }),
      part,
      indicator: YEARS.indicator,
      ...(supplierId === null ? {} : { supplier: supplierId }),
    },
    amountCents: units[period],
    weightGrams: grams[period],
    strictCents: strict[period],
  };
}
