import fc from "fast-check";
import type { Kysely } from "kysely";
import { beforeAll, expect, it } from "vitest";
import type { Database } from "../../../db/database.ts";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import { insertSupplierStatus } from "../../../db/queries/supplier-statuses.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { orderOfRows, saveOrder } from "../../../server/actions/save-order.ts";
import { CATEGORIES } from "../../../shared/categories.ts";
import { FAMILIES } from "../../../shared/families.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { importBytes, purchaseCsv, siretNumber } from "../../support/purchase-files.ts";
import { actionContext, NOW, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

const RUNS = 12;
const ROWS = 150;

const anyRow = fc
  .tuple(
    fc.constantFrom("Pommes", "Lait cru", "Bœuf d'ici"),
    fc.constantFrom("Ferme prouvée", "Grossiste nouveau", ""),
    fc.constantFrom("2025-02-27", "2025-02-28", "2025-03-01", "2025-06-30", "2025-07-01"),
    fc.integer({ min: -50_000, max: 500_000 }).map((cents) => (cents / 100).toFixed(2)),
    fc.constantFrom(...FAMILIES),
    fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 2 }).map((claims) => `"${claims.join(",")}"`),
    fc.constantFrom("", "FRANCE", "EUROPE"),
    fc.constantFrom("", "OUI", "NON"),
    fc.constantFrom("", "OUI", "NON"),
  )
  .map((cells) => `${cells.join(",")},,`);

describeOnEngines("an import", (on) => {
  let organisationId = "";
  let made = 0;

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    const { id } = await seedSupplier(on.db, { name: "Ferme prouvée" });
    for (const scheme of ["BIO", "LABEL_ROUGE", "HVE"] as const)
      await insertCertificate(on.db, {
        id: newId(),
        supplierId: id,
        scheme,
        number: scheme,
        controlBody: null,
        families: scheme === "HVE" ? ["FRUITS_ET_LEGUMES"] : [],
        offerIds: [],
        validFrom: "2025-02-28",
        validTo: "2025-06-30",
        fileId: null,
        createdAt: NOW,
      });
    for (const [status, validFrom] of [
      ["ESUS", "2025-03-01"],
      ["ACI", null],
    ] as const)
      await insertSupplierStatus(on.db, {
        id: newId(),
        supplierId: id,
        status,
        reference: status === "ACI" ? "Convention" : null,
        validFrom,
        validTo: "2025-05-15",
        createdAt: NOW,
      });
  });

  it("writes the lines, verdicts and cells that saving its orders one by one would", async () => {
    const ctx = actionContext(on);
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: ROWS }), async (rows) => {
        const imported = await seedCanteen(on.db, { organisationId, siret: siretNumber(5_000 + made++) });
        const typed = await seedCanteen(on.db, { organisationId });
        const bytes = purchaseCsv(rows.map((row) => `${imported.siret},${row}`));
        const report = await importBytes(ctx, bytes, { organisationId });
        expect(report.created).toBe(rows.length);
        await saveAgain(imported.id, typed.id);
        expect(await contentOf(on.db, imported.id)).toEqual(await contentOf(on.db, typed.id));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(await checkCube(on.reader)).toMatchObject({ differences: [], staleVerdicts: [] });

    /** Saves every order of one canteen in another, under new ids, as a person would. */
    async function saveAgain(from: Id, to: Id): Promise<void> {
      const orders = await on.db.selectFrom("orders").selectAll().where("canteen_id", "=", from).execute();
      for (const row of orders) {
        const lines = await on.db
          .selectFrom("order_lines")
          .selectAll()
          .where("canteen_id", "=", from)
          .where("order_id", "=", row.id)
          .orderBy("position")
          .execute();
        const order = orderOfRows(row, lines);
        const saved = await saveOrder(ctx, to, {
          ...order,
          id: newId(),
          version: 0,
          lines: order.lines.map((line) => ({ ...line, id: newId() })),
        });
        expect(saved).toMatchObject({ saved: true });
      }
    }
  });
});

/** All that a canteen holds but ids and what an import alone says of itself, in an order of its own. */
async function contentOf(db: Kysely<Database>, canteenId: Id): Promise<Record<string, string[]>> {
  const lines = await db
    .selectFrom("order_lines")
    .innerJoin("orders", (join) =>
      join
        .onRef("orders.canteen_id", "=", "order_lines.canteen_id")
        .onRef("orders.id", "=", "order_lines.order_id"),
    )
    .innerJoin("verdicts", (join) =>
      join
        .onRef("verdicts.canteen_id", "=", "order_lines.canteen_id")
        .onRef("verdicts.id", "=", "order_lines.verdict_id"),
    )
    .selectAll("order_lines")
    .select(["orders.kind", "orders.status", "orders.ordered_on", "orders.invoiced_on", "verdicts.content"])
    .where("order_lines.canteen_id", "=", canteenId)
    .execute();
  const verdicts = await db.selectFrom("verdicts").selectAll().where("canteen_id", "=", canteenId).execute();
  const cells = await db.selectFrom("cells").selectAll().where("canteen_id", "=", canteenId).execute();
  return {
    lines: texts(lines.map(({ canteen_id: _canteen, id: _id, order_id: _order, ...rest }) => rest)),
    verdicts: texts(verdicts.map(({ canteen_id: _canteen, ...rest }) => rest)),
    cells: texts(cells.map(({ canteen_id: _canteen, ...rest }) => rest)),
  };
}

function texts(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
