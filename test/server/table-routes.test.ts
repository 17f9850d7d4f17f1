import { readXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { ENGINES } from "../../db/engine.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { listCells } from "../../db/queries/cells.ts";
import { writeCsvTable, writeXlsxTable } from "../../server/writers/table.ts";
import { EXPORT_TABLES } from "../../shared/export-tables.ts";
import { newId } from "../../shared/ids.ts";
import { sharesOf } from "../../shared/indicators/shares.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { seedPurchases } from "../support/purchases.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../support/seed.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";
import type { TestWeb } from "../support/web.ts";
import { startWeb, Visitor } from "../support/web.ts";

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
let web: TestWeb;
let canteenIds: string[] = [];
let official: Visitor;

describe.each(ENGINES)("on %s", (engine) => {
  beforeAll(async () => {
    database = await createTestDatabase(engine);
    opened = await openDatabase<Database>({ url: database.url });
    web = await startWeb(opened);
    canteenIds = [];
    const { organisationId } = await seedOrganisation(opened.db);
    for (const [name, seed] of [
      ["=Arras", 11],
      ["Lens", 12],
    ] as const) {
      const { id } = await seedCanteen(opened.db, { organisationId, name });
      canteenIds = [...canteenIds, id];
      await seedPurchases(opened.db, actionContext(opened), { canteenId: id, orders: 30, seed });
    }
    official = await signIn("official", "DEP-62");
  });
  afterAll(async () => {
    await web.stop();
    await opened.close();
    await database.remove();
  });

  async function signIn(role: "official" | "legumerie", scopeId: string): Promise<Visitor> {
    const { email } = await seedPerson(opened.db, {
      grants: [{ role, scopeKind: role === "official" ? "territory" : "legumerie", scopeId }],
    });
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    return visitor;
  }

  function get(path: string, cookie = official.cookie) {
    return web.ask(`/files/tableaux/${path}`, cookie === null ? {} : { headers: { cookie } });
  }

  async function rowsOf(path: string): Promise<string[][]> {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    return Papa.parse<string[]>(answer.text.replace("\uFEFF", ""), { delimiter: ";", skipEmptyLines: true })
      .data;
  }

  /** « 1234,50 » as cents. */
  function cents(text: string | undefined): number {
    return Math.round(Number((text ?? "").replace(",", ".")) * 100);
  }

  describe("the tables as files", () => {
    test("of the families add up to the rate, numerator and denominator, to the cent", async () => {
      const [head = [], ...rows] = await rowsOf("familles.csv?territory=DEP-62&year=2026&indicator=ORGANIC");
      expect(head.slice(0, 4)).toEqual([
        "Famille",
        "Bio, confirmé (€ HT)",
        "Bio, avec le déclaré (€ HT)",
        "Dénominateur : tous les achats (€ HT)",
      ]);
      const cells = await listCells(opened.reader, { canteenIds, fromMonth: "2026-01", toMonth: "2026-12" });
      const { strict, declared } = sharesOf(cells, "value").ORGANIC;
      const column = (index: number) => rows.reduce((sum, row) => sum + cents(row[index]), 0);
      expect([column(1), column(2), column(3)]).toEqual([
        strict.numerator,
        declared.numerator,
        strict.denominator,
      ]);
    });

    test("of the lines behind a figure add up to it", async () => {
      const filter = "territory=DEP-62&from=2026-01&to=2026-12&indicator=ORGANIC&part=strict&page=3";
      const [head = [], ...rows] = await rowsOf(`lignes.csv?${filter}`);
      const amount = head.indexOf("Montant (€ HT)");
      const cells = await listCells(opened.reader, { canteenIds, fromMonth: "2026-01", toMonth: "2026-12" });
      expect(rows.reduce((sum, row) => sum + cents(row[amount]), 0)).toBe(
        sharesOf(cells, "value").ORGANIC.strict.numerator,
      );
    });

    test("hold no formula, whatever a canteen is called", async () => {
      const rows = await rowsOf("cantines.csv?territory=DEP-62&year=2026");
      expect(rows.map(([name]) => name)).toEqual(["Cantine", "'=Arras", "Lens"]);
    });

    test.each(EXPORT_TABLES)("%s is a workbook of the same rows, and of numbers", async (table) => {
      const address = `territory=DEP-62&year=2026&indicator=SHORT_OR_LOCAL`;
      const [head = [], ...rows] = await rowsOf(`${table}.csv?${address}`);
      expect(rows.length).toBeGreaterThan(1);
      const answer = await get(`${table}.xlsx?${address}`);
      expect(answer.headers["content-type"]).toContain("spreadsheetml");
      expect(answer.headers["content-disposition"]).toContain(`${table}-2026-11.xlsx`);
      const english = await get(`${table}.csv?${address}&locale=en`);
      expect(english.text).not.toContain(";");
      expect(head.every((title) => title !== "")).toBe(true);
    });

    test("are NOT_FOUND for a canteen or a table that is not there, and nothing for a stranger", async () => {
      const unknown = "00000000-0000-7000-8000-000000000000";
      expect((await get(`cantines.csv?canteen=${unknown}`)).status).toBe(404);
      expect((await get(`cantines.csv?group=${unknown}`)).status).toBe(404);
      expect((await get("secrets.csv")).status).toBe(404);
      expect((await get("cantines.pdf")).status).toBe(404);
      expect((await get("cantines.csv?indicator=LUCK")).status).toBe(400);
      expect((await get("cantines.csv", null)).status).toBe(401);
      const neighbour = await signIn("official", "DEP-80");
      expect((await get("cantines.csv?territory=DEP-62", neighbour.cookie)).status).toBe(404);
    });
  });

  describe("the tables of the other pages", () => {
    const orders = (canteenId: string | undefined, ending = "csv") =>
      `commandes.${ending}?${new URLSearchParams({
        input: JSON.stringify({
          canteenId,
          supplierId: null,
          status: null,
          from: null,
          to: null,
          search: "",
          pageSize: 7,
        }),
      })}`;

    test("are files of every page of the list, for whoever may ask its procedure", async () => {
      const answer = await get(orders(canteenIds[0]));
      expect(answer.status).toBe(200);
      expect(answer.headers["content-disposition"]).toContain("commandes-2026-11.csv");
      expect(answer.text.trim().split("\n")).toHaveLength(1 + 30);
      const sheet = await get(orders(canteenIds[0], "xlsx"));
      expect(sheet.headers["content-type"]).toContain("spreadsheetml");
    });

    test("are refused as their procedure refuses", async () => {
      expect((await get(orders(canteenIds[0]), null)).status).toBe(401);
      const producer = await signIn("legumerie", newId());
      expect((await get(orders(canteenIds[0]), producer.cookie)).status).toBe(403);
      const neighbour = await signIn("official", "DEP-80");
      expect((await get(orders(canteenIds[0]), neighbour.cookie)).status).toBe(404);
      expect((await get("commandes.csv?input={")).status).toBe(400);
      expect((await get("commandes.csv?input=7")).status).toBe(400);
      expect((await get("commandes.csv")).status).toBe(400);
      expect((await get("toString.csv")).status).toBe(404);
    });
  });

  test("a table keeps texts as texts, and writes each number in its unit", async () => {
    const table = {
      name: "Essai : un/deux",
      columns: [
        { title: "Nom", kind: "text" as const },
        { title: "Montant (€)", kind: "cents" as const },
        { title: "Poids (kg)", kind: "grams" as const },
        { title: "Taux (%)", kind: "ratio" as const },
      ],
      rows: [
        ["=1+1", -123_456, 1_500, { numerator: 1, denominator: 8 }],
        ["+33 1", null, null, { numerator: 0, denominator: 0 }],
      ],
    };
    expect(writeCsvTable(table, "fr")).toBe(
      `\uFEFFNom;Montant (€);Poids (kg);Taux (%)\n'=1+1;"-1234,56";"1,500";"12,5"\n'+33 1;;;\n`,
    );
    const { sheets } = await readXlsx(await writeXlsxTable(table));
    expect(sheets[0]?.rows).toEqual([
      ["Nom", "Montant (€)", "Poids (kg)", "Taux (%)"],
      ["=1+1", -1234.56, 1.5, 12.5],
      ["+33 1", null, null, null],
    ]);
  });
});
