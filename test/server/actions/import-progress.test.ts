import { expect, it } from "vitest";
import { importPurchases } from "../../../server/actions/import-purchases.ts";
import { readPurchaseFileAside } from "../../../server/readers/read-aside.ts";
import type { ImportProgress } from "../../../shared/imports.ts";
import { IMPORT_PHASES } from "../../../shared/imports.ts";
import type { EngineFixture } from "../../support/engines.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { importOrder, purchaseCsv, siretNumber } from "../../support/purchase-files.ts";
import { actionContext, seedCanteen, seedOrganisation, TODAY } from "../../support/seed.ts";

const ROWS = 5_000;

describeOnEngines("the progress of an import", (on) => {
  it("goes through reading, checking and writing, and never back", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const siret = siretNumber(880);
    await seedCanteen(on.db, { organisationId, siret });
    const rows = Array.from({ length: ROWS }, (_, row) => {
      const day = String((row % 28) + 1).padStart(2, "0");
      return `${siret},Pommes ${row},Verger ${row % 7},2025-03-${day},1,FRUITS_ET_LEGUMES,,,,,,`;
    });
    const bytes = purchaseCsv(rows);
    const heard: ImportProgress[] = [];
    const onProgress = (progress: ImportProgress) => void heard.push(progress);
    const canteens = [{ id: "", siret }];
    const options = { today: TODAY, mode: "forgiving", canteens, chosen: null, create: false } as const;
    const file = await readPurchaseFileAside(bytes, options, { onProgress });
    await importPurchases(actionContext(on), await importOrder(on.db, bytes, { organisationId, file }), {
      onProgress,
    });

    const places = heard.map(({ phase, done }) => IMPORT_PHASES.indexOf(phase) * 1e9 + done);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    for (const [index, phase] of IMPORT_PHASES.entries()) {
      const own = heard.filter((progress) => progress.phase === phase);
      const total = index === 0 ? bytes.length : ROWS;
      expect(own.at(0)).toEqual({ phase, done: 0, total });
      expect(own.at(-1)).toEqual({ phase, done: total, total });
    }
    expect(heard.filter(({ phase }) => phase === "writing").length).toBeGreaterThan(3);

    const again = purchaseCsv([...rows, `${siret},Poires,Verger 1,2025-03-31,1,FRUITS_ET_LEGUMES,,,,,,`]);
    const checked: ImportProgress[] = [];
    const report = await importPurchases(
      actionContext(on),
      await importOrder(on.db, again, { organisationId }),
      {
        onProgress: (progress) => void checked.push(progress),
      },
    );
    expect(report).toMatchObject({ created: 1, duplicates: ROWS });
    expect(checked.slice(0, 3)).toEqual(
      [0, ROWS, ROWS + 1].map((done) => ({ phase: "checking", done, total: ROWS + 1 })),
    );
  });

  it("stops at once when it is given up, and leaves nothing", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const siret = siretNumber(881);
    await seedCanteen(on.db, { organisationId, siret });
    const bytes = purchaseCsv([`${siret},Pommes,Verger abandonné,2025-03-01,1,FRUITS_ET_LEGUMES,,,,,,`]);
    const order = await importOrder(on.db, bytes, { organisationId });
    const stop = new AbortController();
    const importing = importPurchases(actionContext(on), order, {
      onProgress: ({ phase }) => {
        if (phase === "writing") stop.abort();
      },
      signal: stop.signal,
    });
    await expect(importing).rejects.toThrow("abort");
    expect(await countOf(on, "imports", { id: order.importId })).toBe(0);
    expect(await countOf(on, "suppliers", { name: "Verger abandonné" })).toBe(0);
  });

  it("keeps what is written alongside with the import, or neither", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const siret = siretNumber(882);
    await seedCanteen(on.db, { organisationId, siret });
    const bytes = purchaseCsv([`${siret},Pommes,Verger,2025-03-01,1,FRUITS_ET_LEGUMES,,,,,,`]);
    const order = await importOrder(on.db, bytes, { organisationId });
    const failing = importPurchases(actionContext(on), order, {
      alongside: () => Promise.reject(new Error("the lights went out")),
    });
    await expect(failing).rejects.toThrow("the lights went out");
    expect(await countOf(on, "imports", { id: order.importId })).toBe(0);
    const told: number[] = [];
    await importPurchases(actionContext(on), order, {
      alongside: async (_trx, { created }) => void told.push(created),
    });
    expect(told).toEqual([1]);
    expect(await countOf(on, "imports", { id: order.importId })).toBe(1);
  });
});

async function countOf(
  on: EngineFixture,
  table: "imports" | "suppliers",
  where: { id: string } | { name: string },
): Promise<number> {
  const rows = await on.db
    .selectFrom(table)
    .select("id")
    .where((eb) => eb.and(where))
    .execute();
  return rows.length;
}
