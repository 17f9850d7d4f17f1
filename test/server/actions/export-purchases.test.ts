import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { findCanteenBySiret } from "../../../db/queries/canteens.ts";
import { listCells } from "../../../db/queries/cells.ts";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { exportPurchases } from "../../../server/actions/export-purchases.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { writePurchaseFiles } from "../../../server/writers/purchase-file.ts";
import { CATEGORIES } from "../../../shared/categories.ts";
import { COMPOSITIONS, ORGANIC_STAGES, ORIGINS } from "../../../shared/facts.ts";
import { FAMILIES } from "../../../shared/families.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { hasMark, MARKS } from "../../../shared/marks.ts";
import { ORDER_KINDS } from "../../../shared/orders.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { importBytes, siretNumber } from "../../support/purchase-files.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  COMMUNES,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";
import type { TestDatabase } from "../../support/test-database.ts";
import { createTestDatabase } from "../../support/test-database.ts";

const RUNS = 60;
const NAMES = [
  "Ferme des Deux Caps",
  "=SOMME(A1)",
  "Épicerie, « Bio » & Cie",
  '@"guillemets"',
  "-12",
  "L'étal",
];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const anyLine = fc.record({
  description: fc.constantFrom(
    "Carottes",
    "=1+1",
    'Pain "complet", tranché',
    "Lait\nentier",
    "'",
    "+33 lait",
  ),
  cents: fc.integer({ min: -50_000, max: 900_000 }),
  family: maybe(fc.constantFrom(...FAMILIES)),
  claims: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 4 }),
  organicStage: maybe(fc.constantFrom(...ORGANIC_STAGES)),
  certifiedShareBp: maybe(fc.constantFrom(5_000, 9_500)),
  origin: maybe(fc.constantFrom(...ORIGINS)),
  commune: maybe(fc.nat(COMMUNES.length - 1)),
  intermediaries: maybe(fc.nat(3)),
  claimedShort: maybe(fc.boolean()),
  claimedLocal: maybe(fc.boolean()),
  product: maybe(fc.nat(COMPOSITIONS.length - 1)),
  producer: maybe(fc.nat(NAMES.length - 1)),
});

const anyOrderSketch = fc.record({
  supplier: fc.nat(NAMES.length - 1),
  kind: fc.constantFrom(...ORDER_KINDS),
  status: fc.constantFrom("DRAFT", "ORDERED", "RECEIVED", "INVOICED"),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.constantFrom(2024, 2025, 2025, 2025),
  lines: fc.array(anyLine, { minLength: 1, maxLength: 5 }),
});

type Sketch = typeof anyOrderSketch extends fc.Arbitrary<infer T> ? T : never;

describeOnEngines("exporting purchases", (on) => {
  let organisationId = "";
  let supplierIds: Id[] = [];
  let productIds: Id[] = [];
  let made = 0;
  let elsewhere: { database: TestDatabase; opened: OpenedDatabase<Database>; organisationId: Id } | undefined;

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    for (const [index, name] of NAMES.entries()) {
      const kind = index % 2 === 0 ? "PRODUCER" : "WHOLESALER";
      supplierIds.push((await seedSupplier(on.db, { name, kind })).id);
    }
    for (const composition of COMPOSITIONS) productIds.push((await seedProduct(on.db, { composition })).id);
    for (const scheme of ["BIO", "LABEL_ROUGE"] as const)
      await insertCertificate(on.db, {
        id: newId(),
        supplierId: supplierIds[0] ?? "",
        scheme,
        number: "FR-1",
        controlBody: null,
        families: [],
        offerIds: [],
        validFrom: "2025-01-01",
        validTo: "2025-06-30",
        fileId: null,
        createdAt: NOW,
      });
    const database = await createTestDatabase(on.engine);
    const opened = await openDatabase<Database>({ url: database.url });
    elsewhere = { database, opened, ...(await seedOrganisation(opened.db)) };
  });
  afterAll(async () => {
    await elsewhere?.opened.close();
    await elsewhere?.database.remove();
    [supplierIds, productIds] = [[], []];
  });

  function target(): { ctx: ActionContext; organisationId: Id } {
    if (elsewhere === undefined) throw new Error("the second database is not open");
    const { opened } = elsewhere;
    return { ctx: actionContext({ ...opened, engine: on.engine }), organisationId: elsewhere.organisationId };
  }

  async function purchase(canteenId: Id, sketch: Sketch): Promise<void> {
    const { supplier, day, month, year, lines, ...order } = sketch;
    const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const outcome = await saveOrder(
      actionContext(on),
      canteenId,
      anOrder({
        ...order,
        supplierId: supplierIds[supplier] ?? "",
        orderedOn: date,
        deliveredOn: date,
        lines: lines.map(({ cents, commune, product, producer, ...facts }) =>
          anOrderLine({
            ...facts,
            quantityMilli: null,
            unit: null,
            amountHtCents: cents,
            originCommunes: commune === null ? [] : [COMMUNES[commune]?.code ?? ""],
            productId: product === null ? null : (productIds[product] ?? null),
            producerId: producer === null ? null : (supplierIds[producer] ?? null),
          }),
        ),
      }),
    );
    expect(outcome).toMatchObject({ saved: true });
  }

  async function exported(ctx: ActionContext, siret: string): Promise<string> {
    const canteen = await findCanteenBySiret(ctx.reader, siret);
    const lines = await exportPurchases(ctx.reader, { canteenId: canteen?.id ?? "", year: 2025 });
    return writePurchaseFiles(lines).join("");
  }

  it(`gives back the same cube in another database, whatever was bought (${RUNS} random canteens)`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyOrderSketch, { minLength: 1, maxLength: 6 }), async (orders) => {
        const siret = siretNumber(made++);
        const canteen = await seedCanteen(on.db, { organisationId, siret });
        for (const order of orders) await purchase(canteen.id, order);
        const file = await exported(actionContext(on), siret);
        const { ctx, organisationId: there } = target();
        const report = await importBytes(ctx, new TextEncoder().encode(file), {
          organisationId: there,
          create: true,
        });
        expect(report).toMatchObject({ refused: 0, duplicates: 0 });
        const declared = await declaredCube(actionContext(on), siret);
        expect(await declaredCube(ctx, siret)).toEqual(declared);
        expect(report.created).toBe([...declared.values()].reduce((sum, cell) => sum + cell.lines, 0));
        // What came from a file is declared only: out and in again, nothing at all changes but the order of a day's lines.
        expect(sorted(report.created === 0 ? file : await exported(ctx, siret))).toEqual(sorted(file));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});

/** Cells of 2025 by what a file can say of them. */
async function declaredCube(
  ctx: ActionContext,
  siret: string,
): Promise<Map<string, { cents: number; lines: number }>> {
  const canteen = await findCanteenBySiret(ctx.reader, siret);
  const names = new Map(
    (await ctx.reader.selectFrom("suppliers").select(["id", "name"]).execute()).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const range = { fromMonth: "2025-01", toMonth: "2025-12" };
  const cells =
    canteen === undefined ? [] : await listCells(ctx.reader, { canteenIds: [canteen.id], ...range });
  const cube = new Map<string, { cents: number; lines: number }>();
  for (const cell of cells) {
    const marks = MARKS.filter((mark) => hasMark(cell.marks, mark, "declared"));
    const key = [cell.month, names.get(cell.supplierId), cell.family, cell.declaredCategory, marks].join("/");
    const sum = cube.get(key) ?? { cents: 0, lines: 0 };
    cube.set(key, { cents: sum.cents + cell.amountCents, lines: sum.lines + cell.lines });
  }
  return new Map([...cube].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function sorted(file: string): string[] {
  return file.split("\n").sort();
}
