import { beforeAll, beforeEach, expect, test } from "vitest";
import { insertOffer } from "../../../db/queries/offers.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import {
  readContractLots,
  removeContractLot,
  saveContractLot,
} from "../../../server/actions/save-contract-lot.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { ContractLotInput } from "../../../shared/contract-lots.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { OrderLine } from "../../../shared/orders.ts";
import { aContractLot } from "../../support/contract-lots.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { ARTICLE } from "../../support/invoice-records.ts";
import { seedPerson } from "../../support/people.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("a lot of a contract", (on) => {
  let ctx: ActionContext;
  let canteenId: Id;
  let foreignId: Id;
  let supplierId: Id;
  let offerId: Id;
  beforeAll(async () => {
    ctx = actionContext(on, (await seedPerson(on.db, {})).id);
  });
  beforeEach(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    const other = await seedOrganisation(on.db);
    foreignId = (await seedCanteen(on.db, { organisationId: other.organisationId })).id;
    supplierId = (await seedSupplier(on.db)).id;
    offerId = newId();
    await insertOffer(on.db, { id: offerId, supplierId, ...ARTICLE, claims: [], createdAt: NOW });
  });

  /** What one line, ordered on that day, counts under, strictly and as declared. */
  async function bought(
    given: Partial<OrderLine> = {},
    orderedOn = "2026-10-12",
    of = canteenId,
  ): Promise<Id> {
    const line = anOrderLine({ offerId, claims: [], ...given });
    const order = anOrder({ supplierId, orderedOn, deliveredOn: null, invoicedOn: null, lines: [line] });
    const saved = await saveOrder(ctx, of, order);
    expect(saved).toMatchObject({ saved: true });
    return line.id;
  }

  async function categoriesOf(lineId: Id): Promise<[string, string]> {
    const row = await on.db
      .selectFrom("order_lines")
      .select(["strict_category", "declared_category"])
      .where("id", "=", lineId)
      .executeTakeFirstOrThrow();
    return [row.strict_category, row.declared_category];
  }

  async function award(given: Partial<ContractLotInput>, id = newId()) {
    const input = aContractLot(given);
    return await saveContractLot(
      ctx,
      { canteenId, supplierId },
      { id, input, tellOf: [canteenId, foreignId] },
    );
  }

  test("whose externalities weigh and mark enough makes its articles count, of its days and its organisation alone", async () => {
    const inside = await bought();
    const [before, foreign] = [await bought({}, "2025-10-13"), await bought({}, "2026-10-12", foreignId)];
    const unmarked = await bought({ offerId: null });
    expect(await categoriesOf(inside)).toEqual(["NON_EGALIM", "NON_EGALIM"]);
    const saved = await award({ externalitiesWeightBp: 1_000, marks: [{ offerId, markBp: 4_000 }] });
    expect(saved).toMatchObject({ saved: true, moved: { lines: 1 } });
    expect(await categoriesOf(inside)).toEqual(["EXTERNALITES", "EXTERNALITES"]);
    for (const line of [before, foreign, unmarked])
      expect(await categoriesOf(line)).toEqual(["NON_EGALIM", "NON_EGALIM"]);
    expect(await categoriesOf(await bought())).toEqual(["EXTERNALITES", "EXTERNALITES"]);
    expect(await checkCube(on.reader)).toMatchObject({ differences: [] });
  });

  test.each([
    [{ externalitiesWeightBp: 999 }, 4_000],
    [{ externalitiesWeightBp: 3_001 }, 4_000],
    [{ externalitiesWeightBp: 3_000 }, 3_999],
  ])("beside the limits of the law (%j, mark %i) counts nothing, and refuses the claim", async (weights, markBp) => {
    const [silent, claimed] = [await bought(), await bought({ claims: ["EXTERNALITES"] })];
    expect(await categoriesOf(claimed)).toEqual(["NON_EGALIM", "EXTERNALITES"]);
    await award({ ...weights, marks: [{ offerId, markBp }] });
    for (const line of [silent, claimed])
      expect(await categoriesOf(line)).toEqual(["NON_EGALIM", "NON_EGALIM"]);
  });

  test("with environment and direct supply counts from half of the weight on, in its families", async () => {
    const line = await bought();
    const id = newId();
    const half = { environmentWeightBp: 3_000, directSupplyWeightBp: 2_000 };
    await award({ environmentWeightBp: 3_000, directSupplyWeightBp: 1_999 }, id);
    expect(await categoriesOf(line)).toEqual(["NON_EGALIM", "NON_EGALIM"]);
    await award({ environmentWeightBp: 5_000 }, id);
    expect(await categoriesOf(line)).toEqual(["NON_EGALIM", "NON_EGALIM"]);
    await award({ ...half, families: ["BOISSONS"] }, id);
    expect(await categoriesOf(line)).toEqual(["NON_EGALIM", "NON_EGALIM"]);
    await award({ ...half, families: ["FRUITS_ET_LEGUMES"] }, id);
    expect(await categoriesOf(line)).toEqual(["PERFORMANCE", "PERFORMANCE"]);
    expect(await readContractLots(on.reader, { canteenId, supplierId })).toMatchObject([{ id, ...half }]);
    expect(await readContractLots(on.reader, { canteenId: foreignId, supplierId })).toEqual([]);
    const removing = { id, tellOf: [canteenId] };
    await expect(removeContractLot(ctx, { ...removing, canteenId: foreignId })).rejects.toThrow("NOT_FOUND");
    expect(await removeContractLot(ctx, { ...removing, canteenId })).toMatchObject({ lines: 1 });
    expect(await categoriesOf(line)).toEqual(["NON_EGALIM", "NON_EGALIM"]);
    expect(await checkCube(on.reader)).toMatchObject({ differences: [] });
  });

  test("marks only its supplier's articles, each once", async () => {
    for (const marks of [
      [{ offerId: newId(), markBp: 5_000 }],
      [
        { offerId, markBp: 5_000 },
        { offerId, markBp: 6_000 },
      ],
    ])
      expect(await award({ marks })).toMatchObject({ saved: false, issues: [{ field: "marks" }] });
  });
});
