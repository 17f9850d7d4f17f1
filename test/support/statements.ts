import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";

/** What `read` answers, and the text of every statement that it sent, by a connection of its own. */
export async function statementsOf<T>(
  url: string,
  read: (reader: Kysely<Database>) => Promise<T>,
): Promise<{ answer: T; statements: string[] }> {
  const statements: string[] = [];
  const opened = await openDatabase<Database>({
    url,
    poolSize: 2,
    log: ({ query }) => {
      statements.push(query.sql);
    },
  });
  try {
    return { answer: await read(opened.reader), statements };
  } finally {
    await opened.close();
  }
}
