import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { loadReference } from "../../server/actions/load-reference.ts";
import { readToEnd, startProgram } from "./cli-process.ts";
import type { PostgresServer } from "./postgres-server.ts";
import { startPostgresServer } from "./postgres-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A socket where test files ask for what they share: the first to ask waits until it is made. */
    databasesSocket: string;
  }
}

/** What test files copy rather than make: see Schema, in test-database.ts, for the last word of a name. */
export interface SharedDatabases {
  postgres: { readonly url: string };
  /** Names of databases of that PostgreSQL. */
  "postgres-migrated": { readonly template: string };
  "postgres-installed": { readonly template: string };
  /** Paths of files that nobody has open. */
  "sqlite-migrated": { readonly path: string };
  "sqlite-installed": { readonly path: string };
  /** An installation with the demonstration, as of DEMONSTRATION_DAY. */
  demonstration: { readonly path: string };
}
export type SharedName = keyof SharedDatabases;

const ROOT = dirname(dirname(import.meta.dirname));
const LOAD = "test/support/programs/load-demonstration.ts";
const NOW = "2026-01-01T00:00:00.000Z";

/** One of each for the whole run, PostgreSQL being that of DATABASE_URL_TEST if given; what nobody asks for is not made. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // For the processes and threads that tests start: what one of them compiled is not compiled again by the next.
  process.env.NODE_COMPILE_CACHE ??= join(ROOT, "node_modules/.cache/bonnepart");
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-test-"));
  const socket = join(folder, "databases.sock");
  const made = new Map<string, Promise<unknown>>();
  let ownPostgres: PostgresServer | null = null;
  const templates: string[] = [];

  const makers: { [Name in SharedName]: () => Promise<SharedDatabases[Name]> } = {
    async postgres() {
      const given = process.env.DATABASE_URL_TEST;
      if (given) return { url: given };
      ownPostgres = await startPostgresServer();
      return { url: ownPostgres.url };
    },
    "postgres-migrated": () =>
      makeTemplate(
        "migrated",
        "template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'fr-FR'",
        fillMigrated,
      ),
    "postgres-installed": async () =>
      makeTemplate("installed", (await once("postgres-migrated")).template, fillInstalled),
    async "sqlite-migrated"() {
      const path = join(folder, "migrated.sqlite");
      await fillMigrated(path);
      return { path };
    },
    async "sqlite-installed"() {
      const path = join(folder, "installed.sqlite");
      await fillMigrated(path);
      await fillInstalled(path);
      return { path };
    },
    async demonstration() {
      const path = join(folder, "demonstration.sqlite");
      await copyFile((await once("sqlite-installed")).path, path);
      // In a process of its own: this one answers the workers meanwhile.
      const { code, err } = await readToEnd(startProgram({}, LOAD, path));
      if (code !== 0) throw new Error(err);
      return { path };
    },
  };

  function once<Name extends SharedName>(name: Name): Promise<SharedDatabases[Name]> {
    const making = made.get(name) ?? makers[name]();
    made.set(name, making);
    return making as Promise<SharedDatabases[Name]>;
  }

  // A French ICU order by default: a query whose order depends on the server's locale shows.
  async function makeTemplate(
    schema: string,
    source: string,
    fill: (url: string) => Promise<void>,
  ): Promise<{ template: string }> {
    const { url } = await once("postgres");
    const template = `bonnepart_${schema}_${process.pid}`;
    await administer(url, `create database ${template} template ${source}`);
    templates.push(template);
    await fill(withDatabase(url, template));
    return { template };
  }

  const server = createServer((request, response) => {
    const name = (request.url ?? "").slice(1);
    if (!Object.hasOwn(makers, name)) response.writeHead(404).end(`Nothing is called ${name}.`);
    else
      once(name as SharedName).then(
        (answer) => response.end(JSON.stringify(answer)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  project.provide("databasesSocket", socket);

  return async function teardown() {
    server.close();
    await Promise.allSettled(made.values());
    const given = process.env.DATABASE_URL_TEST;
    if (given)
      for (const template of templates) await administer(given, `drop database ${template} with (force)`);
    await ownPostgres?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function fillMigrated(url: string): Promise<void> {
  const opened = await openDatabase<never>({ url, poolSize: 1 });
  await migrate(opened, { migrations: MIGRATIONS, now: NOW }).finally(opened.close);
}

async function fillInstalled(url: string): Promise<void> {
  const opened = await openDatabase<Database>({ url, poolSize: 1 });
  await loadReference(opened.db).finally(opened.close);
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
