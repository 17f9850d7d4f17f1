import { expect, it } from "vitest";
import { importPurchases } from "../../../server/actions/import-purchases.ts";
import { readPurchaseFileAside } from "../../../server/readers/read-aside.ts";
import type { ImportProgress } from "../../../shared/imports.ts";
import { IMPORT_PHASES } from "../../../shared/imports.ts";
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
    await importPurchases(
      actionContext(on),
      await importOrder(on.db, bytes, { organisationId, file }),
      onProgress,
    );

    const places = heard.map(({ phase, done }) => IMPORT_PHASES.indexOf(phase) * 1e9 + done);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    for (const [index, phase] of IMPORT_PHASES.entries()) {
      const own = heard.filter((progress) => progress.phase === phase);
      const total = index === 0 ? bytes.length : ROWS;
      expect(own.at(0)).toEqual({ phase, done: 0, total });
      expect(own.at(-1)).toEqual({ phase, done: total, total });
    }
    expect(heard.filter(({ phase }) => phase === "writing").length).toBeGreaterThan(3);
  });
});
