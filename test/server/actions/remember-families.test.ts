import { beforeAll, expect, test } from "vitest";
import { keepDroppedFile } from "../../../server/actions/drop-import.ts";
import { inspectDropped, saveMapping } from "../../../server/actions/import-mapping.ts";
import { previewImport } from "../../../server/actions/preview-import.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Family } from "../../../shared/families.ts";
import type { Id } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

const STATEMENT = [
  "Date;Article;Fournisseur;Total HT",
  "02/10/2026;CAROTTES rapées;Maison Leroy;12,00",
  "02/10/2026;Filet de lieu;Maison Leroy;30,00",
  "02/10/2026;Filet de lieu;Marée Neuve;31,00",
  "02/10/2026;Gaufres;Maison Leroy;5,00",
].join("\n");

describeOnEngines("a file that says no family", (on) => {
  let canteenId: Id = "";

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    const leroy = (await seedSupplier(on.db, { name: "Maison Leroy" })).id;
    const other = (await seedSupplier(on.db, { name: "Un autre" })).id;
    const bought = (supplierId: Id, deliveredOn: string, [description, family]: [string, Family]) =>
      saveOrder(
        actionContext(on),
        canteenId,
        anOrder({
          supplierId,
          orderedOn: deliveredOn,
          deliveredOn,
          lines: [anOrderLine({ description, family })],
        }),
      );
    await bought(leroy, "2026-09-02", ["Carottes râpées", "CHARCUTERIE"]);
    await bought(leroy, "2026-09-09", ["Carottes râpées", "FRUITS_ET_LEGUMES"]);
    await bought(leroy, "2026-09-15", ["Carottes râpées", "AUTRES"]);
    await bought(leroy, "2026-09-10", ["Filet de lieu", "PRODUITS_DE_LA_MER"]);
    await bought(other, "2026-09-20", ["Filet de lieu", "VIANDES_VOLAILLES"]);
  });

  test("takes that of the last purchase of the same article, the supplier's own first, whatever was written when nobody knew", async () => {
    const ctx = actionContext(on, (await seedPerson(on.db, {})).id);
    const { fileId } = await keepDroppedFile(ctx, { name: "relevé.csv", content: Buffer.from(STATEMENT) });
    const found = await inspectDropped(ctx, { canteenId, fileId, sheet: null });
    if (!found.ok) throw new Error(found.code);
    await saveMapping(ctx, { canteenId, fileId, mapping: found.table.mapping, name: null });
    const preview = await previewImport(ctx, {
      canteenId,
      fileId,
      mode: "forgiving",
      duplicates: "skip",
    });
    expect(preview.rows.map(({ family }) => family)).toEqual([
      "FRUITS_ET_LEGUMES",
      "PRODUITS_DE_LA_MER",
      "VIANDES_VOLAILLES",
      "AUTRES",
    ]);
    expect(preview.warnings).toEqual([{ code: "FAMILY_REMEMBERED", count: 3 }]);
    expect(preview.corrections.find(({ code }) => code === "FAMILY_ASSUMED")?.count).toBe(1);
  });
});
