import { beforeEach, expect, test } from "vitest";
import type { ActionContext } from "../../../server/action-context.ts";
import { keepDroppedFile } from "../../../server/actions/drop-import.ts";
import { inspectDropped, saveMapping } from "../../../server/actions/import-mapping.ts";
import { previewImport } from "../../../server/actions/preview-import.ts";
import { readOrder } from "../../../server/actions/read-order.ts";
import { recordInvoice } from "../../../server/actions/record-invoice.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Family } from "../../../shared/families.ts";
import type { Id } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { importToEnd } from "../../support/import-to-end.ts";
import { aRecord, ofSeller } from "../../support/invoice-records.ts";
import { anInvoiceLine, seedInvoice } from "../../support/invoices.ts";
import { seedPerson } from "../../support/people.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("an article code", (on) => {
  let ctx: ActionContext;
  let canteenId: Id;
  beforeEach(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    ctx = actionContext(on, (await seedPerson(on.db, {})).id);
  });

  /** A statement without families: date, code, article, supplier, amount. */
  async function statement(supplier: string, lines: readonly string[]): Promise<string> {
    const rows = lines.map((line) => line.replace("@", supplier));
    const text = ["Date;Code article;Désignation;Fournisseur;Total HT", ...rows].join("\n");
    const { fileId } = await keepDroppedFile(ctx, { name: "relevé.csv", content: Buffer.from(text) });
    const found = await inspectDropped(ctx, { canteenId, fileId, sheet: null });
    if (!found.ok) throw new Error(found.code);
    expect(found.table.mapping.columns.code_article).toMatchObject({ index: 1 });
    await saveMapping(ctx, { canteenId, fileId, mapping: found.table.mapping, name: null });
    return fileId;
  }

  async function familiesOf(fileId: string): Promise<(Family | null)[]> {
    const reading = { canteenId, fileId, mode: "forgiving", duplicates: "skip" } as const;
    return (await previewImport(ctx, reading)).rows.map(({ family }) => family);
  }

  test("read from a file recognises the article in the next, whatever it is called there; of its supplier alone", async () => {
    const supplier = `Maison ${canteenId}`;
    const first = await statement(supplier, ["02/10/2026;car-10;Carottes sable;@;12,00"]);
    expect(await importToEnd(ctx, { canteenId, fileId: first })).toMatchObject({ created: 1 });
    const line = await on.db
      .selectFrom("order_lines")
      .select("order_id")
      .where("canteen_id", "=", canteenId)
      .executeTakeFirstOrThrow();
    const { order } = await readOrder(on.reader, { canteenId, orderId: line.order_id });
    const lines = order.lines.map((one) => ({ ...one, family: "FRUITS_ET_LEGUMES" as const }));
    await saveOrder(ctx, canteenId, { ...order, lines });
    const next = await statement(supplier, [
      "09/10/2026;CAR-10;CAROTTE CT10K;@;13,00",
      "09/10/2026;car-10;CAROTTE CT10K;Un autre;14,00",
      "09/10/2026;NAV-5;Navets;@;5,00",
    ]);
    expect(await familiesOf(next)).toEqual(["FRUITS_ET_LEGUMES", "AUTRES", "AUTRES"]);
  });

  test("or read from an invoice: the seller's item number", async () => {
    const invoice = ofSeller({ lines: [anInvoiceLine({ sellerItemId: "YAO12", name: "Yaourt nature" })] });
    const record = aRecord(await seedInvoice(ctx, { canteenId, invoice }), invoice);
    const articles = record.articles.map(({ id, input }) => ({
      id,
      input: { ...input, family: "PRODUITS_LAITIERS" as const, claims: [] },
    }));
    expect(await recordInvoice(ctx, canteenId, { ...record, articles })).toMatchObject({ recorded: true });
    const next = await statement(invoice.seller.name ?? "", ["09/10/2026;yao12;YN 12X125;@;13,00"]);
    expect(await familiesOf(next)).toEqual(["PRODUITS_LAITIERS"]);
  });
});
