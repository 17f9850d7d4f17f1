import type { KyselyPlugin } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { readTerritoryDashboard } from "../../../server/actions/read-figures.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import { yearRange } from "../../../shared/periods.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

const ASKED = { range: yearRange(2026), basis: "value", today: "2026-11-22" } as const;

interface Gate {
  plugin: KyselyPlugin;
  /** The next cells that are read are kept back until the answer is called. */
  holdCells(): Promise<() => void>;
}

/** Between the engine and who reads: cells that were read are given when it is told to. */
function gateOfCells(): Gate {
  const ofCells = new WeakSet<object>();
  let held: { arrived: () => void; released: Promise<void> } | null = null;
  return {
    plugin: {
      transformQuery({ node, queryId }) {
        if (node.kind === "SelectQueryNode" && JSON.stringify(node.joins ?? "").includes('"suppliers"'))
          ofCells.add(queryId);
        return node;
      },
      async transformResult({ result, queryId }) {
        if (held === null || !ofCells.has(queryId)) return result;
        const { arrived, released } = held;
        held = null;
        arrived();
        await released;
        return result;
      },
    },
    holdCells() {
      const { promise: released, resolve: release } = Promise.withResolvers<void>();
      return new Promise((resolve) => {
        held = { arrived: () => resolve(release), released };
      });
    },
  };
}

describeOnEngines("dashboards whose reads cross saves and each other", (on) => {
  let canteenIds: Id[] = [];
  let supplierId: Id = "";

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenIds = [];
    for (const name of ["Arras", "Lens"])
      canteenIds.push((await seedCanteen(on.db, { organisationId, name })).id);
    supplierId = (await seedSupplier(on.db)).id;
  });

  const save = (at: number) => saveOrder(actionContext(on), canteenIds[at] ?? "", anOrder({ supplierId }));

  test("never keep what was there before a save that another read has seen", async () => {
    const gate = gateOfCells();
    const reader = on.reader.withPlugin(gate.plugin);
    const read = () => readTerritoryDashboard(reader, canteenIds, ASKED);
    await save(0);
    await save(1);
    await read();

    await save(0);
    const held = gate.holdCells();
    const early = read();
    const releaseEarly = await held;
    // Seen by one that is answered at once, then by one whose cells of the other canteen are kept back.
    await save(0);
    await read();
    await save(1);
    const heldAgain = gate.holdCells();
    const late = read();
    const releaseLate = await heldAgain;
    releaseEarly();
    await early;
    releaseLate();
    await late;

    const cells = await listCells(on.reader, { canteenIds, ...ASKED.range });
    const bought = cells.reduce((sum, { amountCents }) => sum + amountCents, 0);
    expect((await read()).totals.amountCents).toBe(bought);
  });
});
