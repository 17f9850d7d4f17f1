import { beforeAll, expect, test } from "vitest";
import type { LineSubject } from "../../../db/queries/order-lines.ts";
import { findSubjectCanteen, listSubjectLines } from "../../../db/queries/order-lines.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";

const LINES_OF_ORDER = 5;

describeOnEngines("the lines of a subject", (on) => {
  let organisationId: Id;
  /** By id; the third one buys nothing, the last one nothing from the farm itself. */
  let canteenIds: Id[];
  let supplierId: Id;
  let farmId: Id;
  let productId: Id;
  beforeAll(async () => {
    const [own, other] = [await seedOrganisation(on.db), await seedOrganisation(on.db)];
    organisationId = own.organisationId;
    supplierId = (await seedSupplier(on.db, { kind: "WHOLESALER" })).id;
    farmId = (await seedSupplier(on.db)).id;
    productId = (await seedProduct(on.db)).id;
    const ids: Id[] = [];
    for (let at = 0; at < 4; at++) ids.push((await seedCanteen(on.db, own)).id);
    canteenIds = ids.sort();
    const stranger = await seedCanteen(on.db, other);
    for (const [at, canteenId] of canteenIds.entries()) if (at !== 2) await buy(canteenId, at !== 3);
    await buy(stranger.id, true);
  });

  /** From the wholesaler what the farm grew, from the farm itself, from the wholesaler a product. */
  async function buy(canteenId: Id, isDirect: boolean): Promise<void> {
    const bought = [
      { supplierId, line: { producerId: farmId } },
      ...(isDirect ? [{ supplierId: farmId, line: { producerId: farmId } }] : []),
      { supplierId, line: { productId } },
    ];
    for (const { supplierId: from, line } of bought) {
      const lines = Array.from({ length: LINES_OF_ORDER }, () => anOrderLine(line));
      const order = anOrder({ supplierId: from, lines });
      expect(await saveOrder(actionContext(on), canteenId, order)).toMatchObject({ saved: true });
    }
  }

  /** As a job walks them, three by three. */
  async function walk(subject: LineSubject): Promise<{ canteens: Id[]; lines: string[] }> {
    const [canteens, lines]: [Id[], string[]] = [[], []];
    let canteenId = await findSubjectCanteen(on.reader, subject, null);
    while (canteenId !== undefined) {
      canteens.push(canteenId);
      let after: Id | null = null;
      for (;;) {
        const page = await listSubjectLines(on.reader, subject, { canteenId, after, limit: 3 });
        lines.push(...page.map((line) => `${line.canteen_id}/${line.id}`));
        after = page.at(-1)?.id ?? null;
        if (after === null) break;
      }
      canteenId = await findSubjectCanteen(on.reader, subject, canteenId);
    }
    return { canteens, lines };
  }

  async function expected(
    isMeant: (line: Awaited<ReturnType<typeof allLines>>[number]) => boolean,
  ): Promise<string[]> {
    return (await allLines()).filter(isMeant).map((line) => `${line.canteen_id}/${line.id}`);
  }

  function allLines() {
    return on.db.selectFrom("order_lines").selectAll().orderBy("canteen_id").orderBy("id").execute();
  }

  test("of a supplier are those it sold and those it grew, once each", async () => {
    const { lines } = await walk({ kind: "supplier", id: farmId });
    expect(lines).toEqual(await expected((line) => [line.supplier_id, line.producer_id].includes(farmId)));
    expect(lines).toHaveLength(7 * LINES_OF_ORDER);
    const sold = await walk({ kind: "supplier", id: supplierId });
    expect(sold.lines).toHaveLength(4 * 2 * LINES_OF_ORDER);
  });

  test("of a product, of a canteen", async () => {
    const ofProduct = await walk({ kind: "product", id: productId });
    expect(ofProduct.lines).toEqual(await expected((line) => line.product_id === productId));
    const [id = ""] = canteenIds;
    const ofCanteen = await walk({ kind: "canteen", id });
    expect(ofCanteen).toEqual({
      canteens: [id],
      lines: await expected((line) => line.canteen_id === id),
    });
    expect(ofCanteen.lines).toHaveLength(3 * LINES_OF_ORDER);
  });

  test("of an organisation pass over a canteen that buys nothing, and are no other organisation's", async () => {
    const buying = canteenIds.filter((_, at) => at !== 2);
    expect(await walk({ kind: "organisation", id: organisationId })).toEqual({
      canteens: buying,
      lines: await expected((line) => buying.includes(line.canteen_id)),
    });
  });
});
