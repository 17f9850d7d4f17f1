import type { Kysely } from "kysely";
import { afterAll, beforeAll, describe } from "vitest";
import type { Database } from "../../db/database.ts";
import type { Engine } from "../../db/engine.ts";
import { ENGINES } from "../../db/engine.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import type { Schema, TestDatabase } from "./test-database.ts";
import { createTestDatabase } from "./test-database.ts";

/** The database of one block on one engine; to be read inside tests and hooks, where it is open. */
export interface EngineFixture {
  readonly engine: Engine;
  readonly url: string;
  readonly opened: OpenedDatabase<Database>;
  readonly db: Kysely<Database>;
  readonly reader: Kysely<Database>;
}

/** Runs a block of tests on SQLite, then on PostgreSQL, each on a database of its own. */
export function describeOnEngines(
  name: string,
  block: (on: EngineFixture) => void,
  options: { readonly schema?: Schema } = {},
): void {
  describe.each(ENGINES)(`${name} (%s)`, (engine) => {
    let database: TestDatabase | undefined;
    let opened: OpenedDatabase<Database> | undefined;

    beforeAll(async () => {
      database = await createTestDatabase(engine, options.schema);
      opened = await openDatabase<Database>({ url: database.url });
    });
    afterAll(async () => {
      await opened?.close();
      await database?.remove();
    });

    block({
      engine,
      get url() {
        return ready(database).url;
      },
      get opened() {
        return ready(opened);
      },
      get db() {
        return ready(opened).db;
      },
      get reader() {
        return ready(opened).reader;
      },
    });
  });
}

function ready<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error("Read the fixture inside a test or a hook: the database opens there.");
  return value;
}
