import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Transaction } from "kysely";
import { sql } from "kysely";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { listLineNames } from "../../db/queries/line-texts.ts";
import { searchOffers } from "../../db/queries/offers.ts";
import { listOrders } from "../../db/queries/orders.ts";
import { inTransaction } from "../../db/transaction.ts";
import { loadReference } from "../../server/actions/load-reference.ts";
import { readFigureLines } from "../../server/actions/read-lines.ts";
import { loadDemonstration } from "../../server/demo/load.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import { yearRange } from "../../shared/periods.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { growWorld } from "../support/large-world.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import { timed } from "./scale/measure.ts";

export const summary =
  "words looked for among as many names as lines, and among as many articles (--lines N, --articles N, --postgres, --runs N)";

const TODAY = "2026-11-26";
const COPIES = 5;
const BAR_MS = 30;
const ARTICLE_COLUMNS = [
  "supplier_id",
  "product_id",
  "code",
  "name",
  "family",
  "unit",
  "pack_grams",
  "vat_bp",
  "claims",
  "organic_stage",
  "certified_share_bp",
  "producer_id",
  "origin_communes",
  "origin",
  "intermediaries",
  "active",
  "created_at",
] as const;

/** Every line has a name of its own: the worst that a text search can be given. */
export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-words-"));
  const server = options.flag("postgres") ? await startPostgresServer() : null;
  const opened = await openDatabase<Database>({ url: server?.url ?? join(folder, "bonnepart.sqlite") });
  try {
    await migrate(opened, { migrations: MIGRATIONS, now: `${TODAY}T08:00:00.000Z` });
    await loadReference(opened.db);
    await loadDemonstration({ ...opened, now: `${TODAY}T08:00:00.000Z`, today: TODAY, userId: null });
    const { note } = options;
    const lines = options.number("lines", 1_000_000);
    const world = await growWorld(opened, { lines, copies: COPIES, note });
    const names = await nameEachLine(opened);
    note(`${names} names`);
    const articles = await addArticles(opened, options.number("articles", 1_000_000));
    note(`${articles} articles`);
    return {
      counted:
        "time of the server's action; two words of a name, the second first, and the mark that one line has",
      engine: opened.engine,
      world: { lines: world.lines, names, articles },
      ...(await measure(opened.reader, world.canteenIds, options.number("runs", 100))),
    };
  } finally {
    await opened.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(reader: OpenedDatabase<Database>["reader"], canteenIds: readonly Id[], runs: number) {
  const range = yearRange(2025);
  const year = { from: range.fromMonth, to: range.toMonth };
  const texts = await someTexts(reader, canteenIds, runs);
  const text = (run: number) => texts[run % texts.length] ?? { canteenId: "", text: "" };
  const territory = await timed(runs, (run) =>
    readFigureLines(reader, canteenIds, { ...year, ...text(run) }),
  );
  const canteen = await timed(runs, (run) => readFigureLines(reader, [text(run).canteenId], text(run)));
  const orders = await timed(runs, async (run) => {
    const search = searchKey(text(run).text);
    return await listOrders(
      reader,
      {
        ...{ canteenId: text(run).canteenId, supplierId: null, status: null, from: null, to: null },
        ...{ search, names: await listLineNames(reader, search) },
      },
      { offset: 0, limit: 50 },
    );
  });
  const offers = await someOffers(reader, runs);
  const articles = await timed(runs, (run) => {
    const { supplierId, search } = offers[run % offers.length] ?? { supplierId: "", search: "" };
    return searchOffers(reader, { supplierId, search, limit: 20 });
  });
  const bar = (name: string, { p95_ms }: { p95_ms: number | null }) => ({
    name: `${name} p95, ms`,
    value: p95_ms,
    atMost: BAR_MS,
  });
  return {
    ...{ territory, canteen, orders, articles },
    bars: [
      bar("words in the lines of the territory's year", territory),
      bar("words in the lines of a canteen", canteen),
      bar("words in the orders of a canteen", orders),
      bar("words in the articles of a supplier", articles),
    ],
  };
}

/** Of lines here and there in the year, their canteen and three words of their name, the last first. */
async function someTexts(
  reader: OpenedDatabase<Database>["reader"],
  canteenIds: readonly Id[],
  runs: number,
): Promise<{ canteenId: Id; text: string }[]> {
  const texts: { canteenId: Id; text: string }[] = [];
  for (let run = 0; run < runs; run++) {
    const canteenId = canteenIds[(run * 37) % canteenIds.length] ?? "";
    const { search } = await reader
      .selectFrom("order_lines")
      .select("search")
      .where("canteen_id", "=", canteenId)
      .where("counted_on", ">=", "2025-01-01")
      .where("counted_on", "<=", "2025-12-31")
      .orderBy("counted_on")
      .offset(run)
      .limit(1)
      .executeTakeFirstOrThrow();
    const words = search.split(" ");
    texts.push({ canteenId, text: [words.at(-1), ...words.slice(0, 2).toReversed()].join(" ") });
  }
  return texts;
}

/** Of articles here and there, their supplier and their name's last word and first. */
async function someOffers(
  reader: OpenedDatabase<Database>["reader"],
  runs: number,
): Promise<{ supplierId: Id; search: string }[]> {
  const offers: { supplierId: Id; search: string }[] = [];
  for (let run = 0; run < runs; run++) {
    const offer = await reader
      .selectFrom("offers")
      .select(["supplier_id", "search"])
      .orderBy("id")
      .offset(run * 911)
      .limit(1)
      .executeTakeFirstOrThrow();
    const words = offer.search.split(" ");
    offers.push({ supplierId: offer.supplier_id, search: `${words.at(-1)} ${words[0]}` });
  }
  return offers;
}

/** Gives each line a name of its own; returns how many names there are. */
async function nameEachLine({ db }: OpenedDatabase<Database>): Promise<number> {
  return await inTransaction(db, async (trx) => {
    await sql`update order_lines
      set search = search || ' ref ' || substr(id, 25, 6) || substr(id, 36) || substr(canteen_id, 36)`.execute(
      trx,
    );
    await trx.deleteFrom("line_texts").execute();
    await sql`insert into line_texts (canteen_id, search) select distinct canteen_id, search from order_lines`.execute(
      trx,
    );
    const { names } = await trx
      .selectFrom("line_texts")
      .select(({ fn }) => fn.count<number>("search").distinct().as("names"))
      .executeTakeFirstOrThrow();
    return names;
  });
}

/** The demonstration's articles again and again, each time under other names; returns how many there are. */
async function addArticles({ db }: OpenedDatabase<Database>, wanted: number): Promise<number> {
  const columns = sql.join(ARTICLE_COLUMNS.map((column) => sql.ref(column)));
  return await inTransaction(db, async (trx) => {
    const own = (await trx.selectFrom("offers").select("id").execute()).map(({ id }) => id);
    for (let copy = 1; copy < wanted / own.length; copy++) {
      const mark = copy.toString(16).padStart(6, "0");
      await sql`insert into offers (id, search, ${columns})
        select substr(id, 1, 30) || ${mark}, search || ${` copie ${mark}`}, ${columns}
        from offers where id in (${sql.join(own)})`.execute(trx);
    }
    return await countArticles(trx);
  });
}

async function countArticles(trx: Transaction<Database>): Promise<number> {
  const { articles } = await trx
    .selectFrom("offers")
    .select(({ fn }) => fn.countAll<number>().as("articles"))
    .executeTakeFirstOrThrow();
  return articles;
}
