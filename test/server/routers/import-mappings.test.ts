import { beforeAll, describe, expect, test } from "vitest";
import { keepDroppedFile, readDroppedFile } from "../../../server/actions/drop-import.ts";
import { importMappingsRouter } from "../../../server/routers/import-mappings.ts";
import { importsRouter } from "../../../server/routers/imports.ts";
import { createCallerFactory, router } from "../../../server/trpc.ts";
import { writeRefusedRows } from "../../../server/writers/refused-rows.ts";
import type { Id } from "../../../shared/ids.ts";
import type { ImportInspection } from "../../../shared/imports.ts";
import { PURCHASE_COLUMNS } from "../../../shared/purchase-file/columns.ts";
import type { TableMapping } from "../../../shared/table-mapping/mapping.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { importToEnd } from "../../support/import-to-end.ts";
import { seedPerson } from "../../support/people.ts";
import { siretNumber } from "../../support/purchase-files.ts";
import { actionContext, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

const HEADER = "N° BL;Date BL;Code;Désignation;Rayon;Qté;U;PU HT;Montant";

function statement(month: string, rows: readonly string[]): string {
  return ["GROSSISTE DU NORD", `Relevé ${month}`, HEADER, ...rows, ";;;TOTAL;;;;;99,00"].join("\r\n");
}

const OCTOBER = statement("octobre", [
  "BL1;05/10/2026;44;CAROTTES RAPEES;Primeurs;10;KG;1,20;12,00",
  "BL1;05/10/2026;45;POIREAUX;Primeurs;5,5;KG;2,10;11,55",
  "BL2;12/10/2026;90;YAOURT NATURE;Frais;24;PCE;0,45;10,80",
  "BL2;12/10/2026;90;AVOIR YAOURT;Frais;-2;PCE;0,45;-0,90",
]);

describeOnEngines("mapping any spreadsheet", (on) => {
  const createCaller = createCallerFactory(
    router({ imports: importsRouter, mappings: importMappingsRouter }),
  );
  let canteenId: Id = "";
  let siret = "";
  let userId: Id = "";
  let caller: ReturnType<typeof createCaller>;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    siret = siretNumber(4_200 + Math.floor(organisationId.charCodeAt(0) / 10));
    canteenId = (await seedCanteen(on.db, { organisationId, siret })).id;
    const grants = [{ role: "manager", scopeKind: "canteen", scopeId: canteenId }] as const;
    const user = await seedPerson(on.db, { grants: [...grants] });
    userId = user.id;
    caller = createCaller(appContext(on, { user, grants: [...grants] }));
  });

  async function drop(text: string): Promise<string> {
    const content = Buffer.from(text, "utf8");
    return (await keepDroppedFile(actionContext(on, userId), { name: "relevé.csv", content })).fileId;
  }

  async function inspected(fileId: string): Promise<Extract<ImportInspection, { ok: true }>> {
    const found = await caller.mappings.inspect({ canteenId, fileId });
    if (!found.ok) throw new Error(found.code);
    return found;
  }

  describe("a wholesaler's statement", () => {
    let fileId = "";
    let mapping: TableMapping;

    test("is new: its mapping is guessed, and lacks the supplier", async () => {
      fileId = await drop(OCTOBER);
      const { table, missing, sourceName } = await inspected(fileId);
      expect(table).toMatchObject({
        source: "guessed",
        format: null,
        mapping: { headerRow: 3, sheet: null },
      });
      expect(missing).toEqual([{ alternatives: [["fournisseur"]] }]);
      expect(sourceName).toBeNull();
      mapping = {
        ...table.mapping,
        columns: { ...table.mapping.columns, fournisseur: { constant: "Grossiste du Nord" } },
      };
    });

    test("is previewed with the mapping that was saved: totals aside, words to translate", async () => {
      const saved = await caller.mappings.save({ canteenId, fileId, mapping, name: "Relevé du grossiste" });
      expect(saved.missing).toEqual([]);
      const preview = await caller.imports.preview({ canteenId, fileId });
      expect(preview).toMatchObject({ read: 4, created: 0, refused: 4, skipped: 1 });
      expect(preview.unknownWords).toEqual([
        { field: "famille_produits", text: "Primeurs", rows: 2, suggestion: null },
        { field: "famille_produits", text: "Frais", rows: 2, suggestion: null },
      ]);
      mapping.values.famille_produits = { primeurs: "FRUITS_ET_LEGUMES", FRAIS: "PRODUITS_LAITIERS" };
      await caller.mappings.save({ canteenId, fileId, mapping });
      expect(await caller.imports.preview({ canteenId, fileId })).toMatchObject({
        read: 4,
        created: 4,
        refused: 0,
        totalCents: 3345,
        orders: 3,
        suppliersCreated: 1,
        unknownWords: [],
      });
    });

    test("becomes orders by delivery note, with quantities, units and prices", async () => {
      const report = await importToEnd(actionContext(on, userId), { canteenId, fileId });
      expect(report).toMatchObject({ created: 4, totalCents: 3345 });
      const lines = await on.db
        .selectFrom("order_lines")
        .innerJoin("orders", (join) => join.onRef("orders.id", "=", "order_lines.order_id"))
        .select([
          "reference",
          "kind",
          "description",
          "family",
          "quantity_milli",
          "unit",
          "unit_price_ht_e4",
          "amount_ht_cents",
          "weight_grams",
        ])
        .where("orders.canteen_id", "=", canteenId)
        .where("order_lines.canteen_id", "=", canteenId)
        .orderBy("description")
        .execute();
      expect(lines).toMatchObject([
        { reference: "BL2", kind: "CREDIT_NOTE", amount_ht_cents: -90, quantity_milli: -2000, unit: "PIECE" },
        {
          reference: "BL1",
          kind: "ORDER",
          amount_ht_cents: 1200,
          unit_price_ht_e4: 12_000,
          weight_grams: 10_000,
        },
        {
          reference: "BL1",
          family: "FRUITS_ET_LEGUMES",
          quantity_milli: 5500,
          unit: "KG",
          amount_ht_cents: 1155,
        },
        { reference: "BL2", family: "PRODUITS_LAITIERS", quantity_milli: 24_000, unit_price_ht_e4: 4500 },
      ]);
    });

    test("of next month is read at once, whatever stands above its header", async () => {
      const next = await drop(
        `Compte 411\r\n${statement("novembre", ["BL9;02/11/2026;44;CAROTTES RAPEES;Primeurs;10;KG;1,20;12,00"])}`,
      );
      const { table, missing, sourceName } = await inspected(next);
      expect(table).toMatchObject({ source: "remembered", mapping: { headerRow: 4 } });
      expect([missing, sourceName]).toEqual([[], "Relevé du grossiste"]);
      expect(await caller.imports.preview({ canteenId, fileId: next })).toMatchObject({
        read: 1,
        created: 1,
        refused: 0,
      });
    });

    test("is new again once its mapping is forgotten", async () => {
      await caller.mappings.forget({ canteenId, fileId });
      expect((await inspected(fileId)).table.source).toBe("guessed");
      expect(await caller.imports.preview({ canteenId, fileId })).toMatchObject({
        created: 0,
        refused: 0,
        issueCount: 1,
      });
    });
  });

  test("a date chosen once holds for the file it was chosen for", async () => {
    const text = (name: string) =>
      `Produit;Fournisseur;Famille;Montant HT\n${name};Ferme;Boissons;3,50\nLait;Ferme;Boissons;2,00\n`;
    const first = await drop(text("Cidre"));
    const { table } = await inspected(first);
    const mapping = {
      ...table.mapping,
      columns: { ...table.mapping.columns, date: { constant: "2026-10-01" } },
    };
    await caller.mappings.save({ canteenId, fileId: first, mapping });
    expect(await caller.imports.preview({ canteenId, fileId: first })).toMatchObject({ created: 2 });
    const second = await drop(text("Jus"));
    expect((await inspected(second)).missing).toEqual([{ alternatives: [["date"]] }]);
    const { issues } = await caller.imports.preview({ canteenId, fileId: second });
    expect(issues.map(({ code, column }) => [code, column])).toEqual([["MAPPING_INCOMPLETE", "Date"]]);
  });

  test("the State's own file needs none, and the strict mode knows none", async () => {
    const fileId = await drop(
      `${PURCHASE_COLUMNS.join(",")}\n${siret},Pommes,Verger,2026-10-01,3.00,Vergers,BIO,FRANCE,OUI,NON,,\n`,
    );
    const { table, missing } = await inspected(fileId);
    expect([table.format, table.source, missing]).toEqual(["achats_siret", "state", []]);
    const mapping = { ...table.mapping, values: { famille_produits: { Vergers: "FRUITS_ET_LEGUMES" } } };
    await caller.mappings.save({ canteenId, fileId, mapping });
    expect(await caller.imports.preview({ canteenId, fileId })).toMatchObject({ created: 1 });
    expect(await caller.imports.preview({ canteenId, fileId, mode: "strict" })).toMatchObject({
      created: 0,
      refused: 1,
    });
  });

  test("a supplier spelt in several ways is proposed as one, and follows the answer that was given", async () => {
    const known = await seedSupplier(on.db, { name: `SARL Martin ${siret}`, kind: "WHOLESALER" });
    const row = (supplier: string, product: string) => `2026-10-03;${product};${supplier};Boissons;2,00`;
    const fileId = await drop(
      ["Date;Produit;Fournisseur;Famille;Montant HT"]
        .concat([
          row(`MARTIN ${siret}`, "Jus"),
          row(`MARTIN ${siret}`, "Lait"),
          row(`sarl martin ${siret}`, "Eau"),
        ])
        .concat([row("Cidrerie de l'Artois", "Cidre"), row("Cidrerie de l Artoi", "Cidre doux")])
        .join("\n"),
    );
    const { table } = await inspected(fileId);
    await caller.mappings.save({ canteenId, fileId, mapping: table.mapping });
    const preview = await caller.imports.preview({ canteenId, fileId });
    expect(preview).toMatchObject({ created: 5, suppliersCreated: 3 });
    expect(preview.supplierProposals).toEqual([
      {
        name: `MARTIN ${siret}`,
        rows: 2,
        candidates: [{ supplierId: known.id, name: known.name, reason: "legal-form" }],
      },
      {
        name: "Cidrerie de l'Artois",
        rows: 1,
        candidates: [{ supplierId: null, name: "Cidrerie de l Artoi", reason: "spelling" }],
      },
    ]);
    const suppliers = {
      [`martin ${siret}`]: { supplierId: known.id },
      "Cidrerie de l Artoi": { name: "Cidrerie de l'Artois" },
    };
    await caller.mappings.save({ canteenId, fileId, mapping: { ...table.mapping, suppliers } });
    const answered = await caller.imports.preview({ canteenId, fileId });
    expect(answered).toMatchObject({ created: 5, suppliersCreated: 1, supplierProposals: [] });
    expect(answered.rows.map(({ supplier }) => supplier)).toEqual([
      ...[known.name, known.name, known.name],
      ...["Cidrerie de l'Artois", "Cidrerie de l'Artois"],
    ]);
    expect(await importToEnd(actionContext(on, userId), { canteenId, fileId })).toMatchObject({
      created: 5,
      orders: 2,
    });
  });

  test("rows that repeat a row of the file, or a purchase already there, are shown, then kept or skipped", async () => {
    const row = (product: string) => `2026-10-07;${product};Crèmerie;Boissons;2,00`;
    const text = (...products: string[]) =>
      ["Date;Produit;Fournisseur;Famille;Montant HT", ...products.map(row)].join("\n");
    const fileId = await drop(text("Lait", "Jus", "LAIT", "Lait"));
    const { table } = await inspected(fileId);
    await caller.mappings.save({ canteenId, fileId, mapping: table.mapping });
    const preview = await caller.imports.preview({ canteenId, fileId });
    expect(preview).toMatchObject({ read: 4, created: 4, repeated: 2, duplicates: 0 });
    expect(preview.likelyDuplicates.map(({ row: at, repeats }) => [at, repeats])).toEqual([
      [4, 2],
      [5, 2],
    ]);
    expect(preview.rows.map(({ state }) => state)).toEqual(["created", "created", "duplicate", "duplicate"]);
    const report = await importToEnd(actionContext(on, userId), { canteenId, fileId, repeats: "skip" });
    expect(report).toMatchObject({ read: 4, created: 2, repeated: 2 });
    const second = await drop(text("Lait", "Beurre"));
    const again = await caller.imports.preview({ canteenId, fileId: second });
    expect(again).toMatchObject({ created: 1, duplicates: 1, repeated: 0 });
    expect(again.likelyDuplicates).toMatchObject([{ row: 2, repeats: null, description: "Lait" }]);
    expect(await caller.imports.preview({ canteenId, fileId: second, duplicates: "keep" })).toMatchObject({
      created: 2,
    });
  });

  test("the refused rows come back as a file of the same source, whole, and are read again once mended", async () => {
    const header = "Date;N° BL;Produit;Fournisseur;Montant HT";
    const fileId = await drop(
      [header, "01/10/2026;77;Cerises;Verger;4,00", ";;=1+1;Verger;dix", ";;Mûres;Verger;5,00"].join("\n"),
    );
    const { table } = await inspected(fileId);
    await caller.mappings.save({ canteenId, fileId, mapping: table.mapping });
    const reading = { canteenId, fileId, mode: "forgiving", duplicates: "skip" } as const;
    const { file } = await readDroppedFile(actionContext(on, userId), reading);
    const refused = writeRefusedRows(file, "fr");
    expect(refused).toBe(
      `\uFEFFDate;N° BL;Produit;Fournisseur;Montant HT;ligne;erreurs\n01/10/2026;77;'=1+1;Verger;dix;3;Montant HT : Ce n'est pas un nombre. Écrivez le montant hors taxes en chiffres\u00A0: 1234.50.\n`,
    );
    const mended = await drop(refused.replace("dix", "10.00"));
    expect((await inspected(mended)).table.source).toBe("remembered");
    const preview = await caller.imports.preview({ canteenId, fileId: mended });
    expect(preview).toMatchObject({ read: 1, created: 1, refused: 0, totalCents: 1000 });
    expect(preview.rows).toMatchObject([{ description: "=1+1", date: "2026-10-01" }]);
  });

  test("what is no table says why, and what nobody dropped is not found", async () => {
    const fileId = await drop("\n\n  \n");
    expect(await caller.mappings.inspect({ canteenId, fileId })).toMatchObject({
      ok: false,
      code: "FILE_EMPTY",
    });
    await expect(caller.mappings.inspect({ canteenId, fileId: "0".repeat(64) })).rejects.toThrow("NOT_FOUND");
  });
});
