import { beforeAll, expect, test } from "vitest";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { removeCertificate, saveCertificate } from "../../../server/actions/save-certificate.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { CertificateInput } from "../../../shared/certificates.ts";
import type { IsoDate } from "../../../shared/facts.ts";
import type { Id } from "../../../shared/ids.ts";
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

const PROOF: CertificateInput = {
  scheme: "BIO",
  number: "FR-BIO-01-1",
  controlBody: null,
  families: [],
  offerIds: [],
  validFrom: "2026-03-01",
  validTo: "2026-09-30",
  fileId: null,
};

describeOnEngines("a proof that comes in long after the delivery", (on) => {
  let ctx: ActionContext;
  let canteenId: Id;
  let supplierId: Id;
  let productId: Id;

  beforeAll(async () => {
    ctx = actionContext(on);
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    supplierId = (await seedSupplier(on.db)).id;
    productId = (await seedProduct(on.db)).id;
    for (const deliveredOn of ["2026-02-28", "2026-03-01", "2026-09-30", "2026-10-01"])
      await buy(deliveredOn);
  });

  async function buy(deliveredOn: IsoDate): Promise<void> {
    const line = anOrderLine({ productId, claims: ["BIO"] });
    await saveOrder(
      ctx,
      canteenId,
      anOrder({ supplierId, orderedOn: deliveredOn, deliveredOn, lines: [line] }),
    );
  }

  /** Date, category that counts and status of the organic fact of each line. */
  async function kept(): Promise<string[][]> {
    const rows = await on.db
      .selectFrom("order_lines")
      .innerJoin("verdicts", (join) =>
        join
          .onRef("verdicts.canteen_id", "=", "order_lines.canteen_id")
          .onRef("verdicts.id", "=", "order_lines.verdict_id"),
      )
      .select(["counted_on", "strict_category", "organic_status"])
      .orderBy("counted_on")
      .execute();
    return rows.map((row) => [row.counted_on, row.strict_category, row.organic_status]);
  }

  async function organicCents(): Promise<number> {
    const row = await on.db
      .selectFrom("cells")
      .select((eb) => eb.fn.sum<number | null>("amount_cents").as("cents"))
      .where("strict_category", "=", "BIO")
      .executeTakeFirstOrThrow();
    return row.cents ?? 0;
  }

  const DECLARED = [
    ["2026-02-28", "NON_EGALIM", "declared"],
    ["2026-03-01", "NON_EGALIM", "declared"],
    ["2026-09-30", "NON_EGALIM", "declared"],
    ["2026-10-01", "NON_EGALIM", "declared"],
  ];

  test("confirms the lines of its validity, from its first day to its last, and no other", async () => {
    expect(await kept()).toEqual(DECLARED);
    expect(await organicCents()).toBe(0);
    const saved = await saveCertificate(ctx, { id: newId(), supplierId, tellOf: [canteenId], input: PROOF });
    expect(await kept()).toEqual([
      ["2026-02-28", "NON_EGALIM", "declared"],
      ["2026-03-01", "BIO", "confirmed"],
      ["2026-09-30", "BIO", "confirmed"],
      ["2026-10-01", "NON_EGALIM", "declared"],
    ]);
    expect(await organicCents()).toBe(4000);
    expect(saved).toMatchObject({
      moved: { moves: [{ fact: "organic", from: "declared", to: "confirmed", lines: 2, amountCents: 4000 }] },
    });
    expect(await checkCube(on.reader)).toMatchObject({ differences: [], staleVerdicts: [] });
  });

  test("follows its dates when they are put right, and takes all back when it goes", async () => {
    const id = newId();
    await saveCertificate(ctx, {
      id,
      supplierId,
      tellOf: [],
      input: { ...PROOF, number: "FR-BIO-01-2", validFrom: "2026-10-01", validTo: null },
    });
    expect((await kept()).at(-1)).toEqual(["2026-10-01", "BIO", "confirmed"]);
    await saveCertificate(ctx, {
      id,
      supplierId,
      tellOf: [],
      input: { ...PROOF, number: "FR-BIO-01-2", validFrom: "2026-10-02", validTo: null },
    });
    expect((await kept()).at(-1)).toEqual(["2026-10-01", "NON_EGALIM", "declared"]);
    for (const certificate of await on.db.selectFrom("certificates").select("id").execute())
      await removeCertificate(ctx, { id: certificate.id, tellOf: [] });
    expect(await kept()).toEqual(DECLARED);
    expect(await organicCents()).toBe(0);
    expect(await checkCube(on.reader)).toMatchObject({ differences: [], staleVerdicts: [] });
  });
});
