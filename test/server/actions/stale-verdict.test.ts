import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { inTransaction } from "../../../db/transaction.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { saveCanteen } from "../../../server/actions/save-canteen.ts";
import { saveCertificate } from "../../../server/actions/save-certificate.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Canteen } from "../../../shared/canteens.ts";
import { newId } from "../../../shared/ids.ts";
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

/** How long a change that does not wait for the order takes, many times over. */
const A_WHILE_MS = 300;

describeOnEngines("a fact that changes while an order is being saved", (on) => {
  let canteen: Canteen;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteen = await seedCanteen(on.db, { organisationId });
  });

  /** The order is written and not yet kept when `change` begins. Returns the line's statuses once both are done. */
  async function saveDuring(supplierId: string, change: (ctx: ActionContext) => Promise<unknown>) {
    const ctx = actionContext(on);
    const { id: productId } = await seedProduct(on.db);
    const line = anOrderLine({
      productId,
      claims: ["BIO"],
      producerId: supplierId,
      originCommunes: ["62498"],
    });
    const order = anOrder({ supplierId, lines: [line] });
    const written = Promise.withResolvers<void>();
    const changed = Promise.withResolvers<void>();
    const saving = inTransaction(on.db, async (trx) => {
      await saveOrder({ ...ctx, db: trx }, canteen.id, order);
      written.resolve();
      await changed.promise;
    });
    await written.promise;
    const changing = change(ctx);
    await Promise.race([changing, sleep(A_WHILE_MS)]);
    changed.resolve();
    await Promise.all([saving, changing]);
    return await on.db
      .selectFrom("order_lines")
      .select(["strict_category", "declared_category"])
      .where("id", "=", line.id)
      .executeTakeFirstOrThrow();
  }

  test("a certificate confirms the line", async () => {
    const { id: supplierId } = await seedSupplier(on.db);
    const kept = await saveDuring(supplierId, (ctx) =>
      saveCertificate(ctx, {
        id: newId(),
        supplierId,
        tellOf: [],
        input: {
          scheme: "BIO",
          number: "FR-BIO-01-1",
          controlBody: "FR-BIO-01",
          families: [],
          offerIds: [],
          validFrom: "2020-01-01",
          validTo: null,
          fileId: null,
        },
      }),
    );
    expect(kept).toEqual({ strict_category: "BIO", declared_category: "BIO" });
    expect(await checkCube(on.reader)).toMatchObject({ differences: [], staleVerdicts: [] });
  });

  test("a canteen that moves takes the line with it", async () => {
    const { id: supplierId } = await seedSupplier(on.db);
    const { id, organisationId, epci: _epci, departement: _departement, region: _region, ...input } = canteen;
    await saveDuring(supplierId, (ctx) =>
      saveCanteen(ctx, { id, organisationId, input: { ...input, commune: "62160" } }),
    );
    expect(await checkCube(on.reader)).toMatchObject({ differences: [], staleVerdicts: [] });
  });
});
