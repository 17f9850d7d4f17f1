import { expect, it } from "vitest";
import { findOrder } from "../../../db/queries/orders.ts";
import { keepDroppedFile, readDroppedFile } from "../../../server/actions/drop-import.ts";
import { importPurchases } from "../../../server/actions/import-purchases.ts";
import { previewImport } from "../../../server/actions/preview-import.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { importBytes, purchaseCsv, siretNumber } from "../../support/purchase-files.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("purchases that are probably there already", (on) => {
  it("are kept or skipped one by one as it was chosen, beside what it resembles", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const canteen = await seedCanteen(on.db, { organisationId, siret: siretNumber(4_711) });
    const ctx = actionContext(on, (await seedPerson(on.db, {})).id);
    const line = (cells: string) => `${canteen.siret},${cells},FRUITS_ET_LEGUMES,,,,,,`;
    const there = ["Noix,Verger,2025-03-01,4", "Pommes,Verger,2025-03-02,10"].map(line);
    await importBytes(ctx, purchaseCsv(there), { organisationId });
    const content = purchaseCsv([
      ...there,
      line("Poires,Verger,2025-03-03,6"),
      line("Poires,Verger,2025-03-03,6"),
    ]);
    const { fileId } = await keepDroppedFile(ctx, { name: "achats.csv", content: Buffer.from(content) });
    const reading = { canteenId: canteen.id, fileId, mode: "forgiving", duplicates: "skip" } as const;
    const { likelyDuplicates } = await previewImport(ctx, reading);
    expect(likelyDuplicates).toMatchObject([
      { row: 2, repeats: null, like: { description: "Noix", date: "2025-03-01" } },
      { row: 3, repeats: null, like: { description: "Pommes", date: "2025-03-02" } },
      { row: 5, repeats: 4, like: null },
    ]);
    const order = likelyDuplicates[1]?.like?.orderId ?? "";
    expect(await findOrder(on.db, { canteenId: canteen.id, orderId: order })).toMatchObject({
      ordered_on: "2025-03-02",
    });
    const chosen = { ...reading, exceptions: [3, 5] };
    expect(await previewImport(ctx, chosen)).toMatchObject({ created: 2, totalCents: 1_600, duplicates: 2 });
    const read = await readDroppedFile(ctx, { ...chosen, duplicates: "keep", repeats: "skip" });
    const report = await importPurchases(ctx, { ...read, importId: newId(), allOrNothing: false });
    expect(report).toMatchObject({ created: 3, totalCents: 1_600 });
    const bought = await on.db
      .selectFrom("order_lines")
      .select(["description"])
      .where("canteen_id", "=", canteen.id)
      .orderBy("description")
      .execute();
    expect(bought.map(({ description }) => description)).toEqual([
      "Noix",
      "Noix",
      "Poires",
      "Poires",
      "Pommes",
    ]);
  });

  it("are told a hundred at a time, the last of them too, and each may be chosen", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const canteen = await seedCanteen(on.db, { organisationId, siret: siretNumber(4_712) });
    const ctx = actionContext(on, (await seedPerson(on.db, {})).id);
    const lines = Array.from({ length: 130 }, (_, index) =>
      [canteen.siret, `Noix ${index}`, "Verger", "2025-03-01", "4", "FRUITS_ET_LEGUMES,,,,,,"].join(","),
    );
    await importBytes(ctx, purchaseCsv(lines), { organisationId });
    const content = purchaseCsv([...lines, lines[129] ?? ""]);
    const { fileId } = await keepDroppedFile(ctx, { name: "achats.csv", content: Buffer.from(content) });
    const reading = { canteenId: canteen.id, fileId, mode: "forgiving", duplicates: "skip" } as const;
    const first = await previewImport(ctx, reading);
    const second = await previewImport(ctx, { ...reading, duplicatesPage: 1 });
    expect(first.duplicates + first.repeated).toBe(131);
    const rows = [...first.likelyDuplicates, ...second.likelyDuplicates].map(({ row }) => row);
    expect(rows).toEqual(Array.from({ length: 131 }, (_, index) => index + 2));
    expect(first.likelyDuplicates).toHaveLength(100);
    const chosen = { ...reading, exceptions: rows.slice(0, 120) };
    expect(await previewImport(ctx, chosen)).toMatchObject({ created: 121, duplicates: 130, repeated: 1 });
  });
});
