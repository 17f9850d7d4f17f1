import { TRPCError } from "@trpc/server";
import type { PageTableName } from "../../shared/export-tables.ts";
import { MOST_EXPORTED_LINES, PAGE_TABLES } from "../../shared/export-tables.ts";
import type { Locale } from "../../shared/locales.ts";
import type { AppContext } from "../context.ts";
import { appRouter } from "../router.ts";
import { asRefusal, createCallerFactory } from "../trpc.ts";
import type { Table } from "../writers/table.ts";
import type { PageTable, TableAsked } from "./page-table.ts";
import { PAGE_TABLE_WRITERS } from "./register.ts";

export interface PageTableAsked {
  table: PageTableName;
  /** The procedure's. */
  input: unknown;
  words: Readonly<Record<string, string>>;
  locale: Locale;
}

const createCaller = createCallerFactory(appRouter);

/**
 * A table as its page shows it, every page of it: the answer of the page's own procedure to the same person, whose
 * rights, scopes and checks are therefore the file's. AppError as the procedure throws it.
 */
export async function readPageTable(
  ctx: AppContext,
  { table, input, words, locale }: PageTableAsked,
): Promise<Table> {
  // The request is counted once: a file of twenty pages is one question.
  const caller = createCaller({ ...ctx, limits: { ...ctx.limits, consume: async () => undefined } });
  const asked: TableAsked = {
    locale,
    words,
    input,
    today: ctx.action.today,
    ask: (path, of) => askProcedure(caller, path, of),
  };
  const writer: PageTable<never> = PAGE_TABLE_WRITERS[table];
  const answers = await readAnswers(asked, { path: PAGE_TABLES[table], first: writer.first });
  return await writer.write(answers as never[], asked);
}

/** One answer, or every page until its total is there. */
async function readAnswers(
  { ask, input }: TableAsked,
  { path, first }: { path: string; first: 0 | 1 | undefined },
): Promise<unknown[]> {
  if (first === undefined) return [await ask(path, input)];
  const answers: unknown[] = [];
  let read = 0;
  for (let page: number = first; ; page += 1) {
    const answer = await ask(path, { ...Object(input), page });
    answers.push(answer);
    const { rows, total } = pageOf(answer);
    read += rows;
    if (rows === 0 || read >= Math.min(total, MOST_EXPORTED_LINES)) return answers;
  }
}

function pageOf(answer: unknown): { rows: number; total: number } {
  const { total } = Object(answer);
  const rows: unknown = Object.values(Object(answer)).find(Array.isArray);
  return { total: Number(total), rows: Array.isArray(rows) ? rows.length : 0 };
}

async function askProcedure(caller: object, path: string, input: unknown): Promise<unknown> {
  let found: unknown = caller;
  for (const name of path.split(".")) found = Reflect.get(Object(found), name);
  if (typeof found !== "function") throw new Error(`No procedure ${path}`);
  try {
    return await found(input);
  } catch (error) {
    throw (error instanceof TRPCError && asRefusal(error)) || error;
  }
}
