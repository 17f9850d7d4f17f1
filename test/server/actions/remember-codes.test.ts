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
import { ARTICLE, aRecord, ofSeller } from "../../support/invoice-records.ts";
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

  test("gives what is remembered of the article, marks, origin and who it came through, where the file says none of it", async () => {
    const sold = anInvoiceLine({ sellerItemId: "CAR10", name: "Carottes sable", unit: "KGM" });
    const invoice = ofSeller({ lines: [sold] });
    const record = aRecord(await seedInvoice(ctx, { canteenId, invoice }), invoice);
    await recordInvoice(ctx, canteenId, record);
    const supplier = invoice.seller.name ?? "";
    const fileId = await statement(supplier, [
      "09/10/2026;car10;CAROTTE CT10K;@;13,00",
      "09/10/2026;NAV-5;Navets;@;5,00",
    ]);
    const reading = { canteenId, fileId, mode: "forgiving", duplicates: "skip" } as const;
    const { rows, warnings } = await previewImport(ctx, reading);
    expect(warnings).toContainEqual({ code: "ARTICLE_REMEMBERED", count: 1 });
    expect(rows.map(({ verdict }) => verdict?.declaredCategory)).toEqual(["BIO", "NON_EGALIM"]);
    expect(await importToEnd(ctx, { canteenId, fileId })).toMatchObject({ created: 2 });
    const lines = await on.db
      .selectFrom("order_lines")
      .select(["description", "offer_id", "claims", "origin", "origin_communes", "intermediaries"])
      .where("canteen_id", "=", canteenId)
      .where("description", "in", ["CAROTTE CT10K", "Navets"])
      .orderBy("description")
      .execute();
    const { id: articleId, input } = record.articles[0] ?? { id: "", input: ARTICLE };
    expect(lines).toEqual([
      {
        description: "CAROTTE CT10K",
        offer_id: articleId,
        claims: JSON.stringify(input.claims),
        origin: input.origin,
        origin_communes: JSON.stringify(input.originCommunes),
        intermediaries: input.intermediaries,
      },
      {
        description: "Navets",
        offer_id: null,
        claims: "[]",
        origin: null,
        origin_communes: "[]",
        intermediaries: null,
      },
    ]);

    const told = "Date;Code article;Désignation;Fournisseur;Total HT;Origine";
    const own = `${told}\n10/10/2026;CAR10;Carottes;${supplier};14,00;`;
    const { fileId: saying } = await keepDroppedFile(ctx, { name: "dit.csv", content: Buffer.from(own) });
    const found = await inspectDropped(ctx, { canteenId, fileId: saying, sheet: null });
    if (!found.ok) throw new Error(found.code);
    await saveMapping(ctx, { canteenId, fileId: saying, mapping: found.table.mapping, name: null });
    const believed = await previewImport(ctx, { ...reading, fileId: saying });
    expect(believed.rows.map(({ verdict }) => verdict?.declaredCategory)).toEqual(["NON_EGALIM"]);
  });
});
