import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import type { AppContext } from "../../../server/context.ts";
import { DEMO_PEOPLE } from "../../../server/demo/accounts.ts";
import { appRouter } from "../../../server/router.ts";
import { readPageTable } from "../../../server/tables/read-page-table.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Table } from "../../../server/writers/table.ts";
import { writeXlsxTable } from "../../../server/writers/table.ts";
import type { PageTableName } from "../../../shared/export-tables.ts";
import { PAGE_TABLES } from "../../../shared/export-tables.ts";
import type { IsoDate } from "../../../shared/facts.ts";
import type { Locale } from "../../../shared/locales.ts";
import { shortName } from "../../../shared/optimiser/short-name.ts";
import { appContext } from "../../support/app-context.ts";
import type { EngineFixture } from "../../support/engines.ts";
import { TABLE_FIGURES, TABLE_NAMES } from "./table-figures.ts";
import type { Shown } from "./table-of.ts";

/** The demonstration has no published campaign, no frozen year and no imported file. */
const EMPTY: readonly PageTableName[] = ["campagne", "declaration-ecarts", "imports"];

const createCaller = createCallerFactory(appRouter);

/** Tests of every table of a page, on a demonstration that is already there. */
export function describePageTables(on: EngineFixture, today: IsoDate): void {
  let ctx: AppContext;
  let shown: Shown;

  async function ask(path: string, input: unknown): Promise<unknown> {
    let found: unknown = createCaller(ctx);
    for (const name of path.split(".")) found = Reflect.get(Object(found), name);
    if (typeof found !== "function") throw new Error(`No procedure ${path}`);
    return await found(input);
  }

  /** The first three switches of the canteen, as an address names them. */
  async function someSwitches(): Promise<string> {
    const { posts } = await createCaller(ctx).paths.model({ canteenId: shown.canteenId });
    const ids = posts.flatMap(({ switches }) => switches.map(({ id }) => id)).slice(0, 3);
    return ids.map(shortName).join(",");
  }

  describe("the table", () => {
    beforeAll(async () => {
      ctx = administratorOf(on, today);
      shown = await findShown(on, createCaller(ctx), today);
    });

    test.each(
      TABLE_NAMES,
    )("%s holds the figures that its page's procedure answers, as numbers", async (name) => {
      const { input, cells } = TABLE_FIGURES[name];
      const asked = input(shown);
      const answers = await answersOf(name, asked);
      const expected = answers.flatMap((answer) => cells(answer as never));
      const table = await read(name, asked, name === "chemin" ? { chosen: await someSwitches() } : {});
      const { sheets } = await readXlsx(await writeXlsxTable(table));
      const [titles = [], ...written] = sheets[0]?.rows ?? [];
      for (const title of Object.keys(expected[0] ?? {})) {
        const found = written.map((row) => row[titles.indexOf(title)] ?? null);
        // A change takes a row for each value that moved.
        const once = title === "Numéro de changement" ? [...new Set(found)] : found;
        expect({ title, cells: once }).toEqual({ title, cells: expected.map((row) => row[title]) });
      }
      expect(expected.length > 0).toBe(!EMPTY.includes(name));
      expectWords(table);
    });

    test("has its titles in both languages, of the same columns", async () => {
      for (const name of ["comparer", "chemin", "devis", "historique-organisation"] as const) {
        const asked = TABLE_FIGURES[name].input(shown);
        const [french, english] = [await read(name, asked), await read(name, asked, {}, "en")];
        expect(english.columns.map(({ kind }) => kind)).toEqual(french.columns.map(({ kind }) => kind));
        expect(english.columns[0]?.title).not.toBe(french.columns[0]?.title);
        expectWords(english);
      }
    });

    test("of a part of the page is that part", async () => {
      const input = { canteenId: shown.canteenId };
      const all = await read("trajectoire-cantine", input);
      const one = await read("trajectoire-cantine", input, { indicator: "ORGANIC", certainty: "declared" });
      expect(new Set(one.rows.map(([indicator]) => indicator))).toEqual(new Set(["Bio"]));
      expect(one.rows.length).toBeLessThan(all.rows.length);
    });
  });

  async function read(
    table: PageTableName,
    input: unknown,
    words: Readonly<Record<string, string>> = {},
    locale: Locale = "fr",
  ): Promise<Table> {
    return await readPageTable(ctx, { table, input, words, locale });
  }

  /** The procedure's answer, or each of its pages. */
  async function answersOf(name: PageTableName, input: Record<string, unknown>): Promise<unknown[]> {
    const path = PAGE_TABLES[name];
    const first = path === "orders.list" || path === "invoices.list" ? 0 : 1;
    const answer = await ask(path, { ...input, page: first });
    const { total, pageSize = input.pageSize } = Object(answer);
    const pages = typeof total === "number" ? Math.ceil(total / Number(pageSize)) : 1;
    const others: unknown[] = [];
    for (let page = 1; page < pages; page += 1)
      others.push(await ask(path, { ...input, page: first + page }));
    return [answer, ...others];
  }
}

function expectWords({ columns }: Table): void {
  const titles = columns.map(({ title }) => title);
  expect(titles.filter((title) => !/^\S/.test(title))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
}

function administratorOf(on: EngineFixture, today: IsoDate): AppContext {
  const person = DEMO_PEOPLE.find(({ grant }) => grant.role === "administrator");
  if (person === undefined) throw new Error("The demonstration has no administrator");
  const { id, email, name, grant } = person;
  const known = appContext(on, { user: { id, email, name, locale: "fr" }, grants: [grant] });
  return { ...known, action: { ...known.action, now: `${today}T09:00:00.000Z`, today } };
}

/** Things of the demonstration that have something to show. */
async function findShown(
  on: EngineFixture,
  caller: ReturnType<typeof createCaller>,
  today: IsoDate,
): Promise<Shown> {
  const kitchen = DEMO_PEOPLE.find(({ grant }) => grant.role === "kitchen");
  const canteenId = kitchen?.grant.scopeId ?? "";
  const [product] = await caller.comparison.products({ canteenId, search: "carotte" });
  const [workshop] = await caller.legumerie.mine();
  const [list] = await caller.priceLists.list({ canteenId });
  const [request] = await caller.quotes.list({ canteenId });
  const [contract] = (await caller.clauses.contracts({})).rows;
  const { proofs } = await caller.proofs.list({});
  const proof = proofs.find(({ twelveMonths }) => twelveMonths.lines > 0);
  let alertedCanteenId = canteenId;
  for (const { id } of await caller.canteens.list())
    if ((await caller.priceLists.alerts({ canteenId: id })).off > 0) alertedCanteenId = id;
  const invoice = await on.reader.selectFrom("invoices").select("canteen_id").executeTakeFirstOrThrow();
  const [measure] = (await caller.measures.list()).measures;
  if (!measure || !product || !workshop || !list || !request || !contract || !proof)
    throw new Error("The demonstration lacks something");
  const { holderId, scheme, certificateId } = proof;
  return {
    canteenId,
    alertedCanteenId,
    invoicedCanteenId: invoice.canteen_id,
    supplierId: list.supplierId,
    productId: product.id,
    legumerieId: workshop.id,
    today,
    priceListId: list.id,
    quoteRequestId: request.id,
    measureId: measure.id,
    contractId: contract.id,
    proofKey: { holderId, scheme, certificateId },
    year: 2024,
  };
}
