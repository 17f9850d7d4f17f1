import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import type { PostgresServer } from "./postgres-server.ts";
import { startPostgresServer } from "./postgres-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A socket where a test file asks for PostgreSQL; the first to ask starts it. */
    postgresSocket: string;
  }
}

export interface PostgresAnswer {
  readonly url: string;
  readonly template: string;
}

interface Running extends PostgresAnswer {
  readonly server: PostgresServer | null;
}

/** One PostgreSQL for the whole run, or the one of DATABASE_URL_TEST; runs without database tests start none. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-test-"));
  const socket = join(folder, "postgres.sock");
  let running: Promise<Running> | null = null;
  const server = createServer((_request, response) => {
    running ??= start();
    running.then(
      ({ url, template }) => response.end(JSON.stringify({ url, template })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  project.provide("postgresSocket", socket);

  return async function teardown() {
    server.close();
    await running?.then(stop, () => undefined);
    await rm(folder, { recursive: true, force: true });
  };
}

async function start(): Promise<Running> {
  const given = process.env.DATABASE_URL_TEST;
  const server = given ? null : await startPostgresServer();
  const url = given || (server?.url ?? "");
  const template = `bonnepart_template_${process.pid}`;
  try {
    await createTemplate(url, template);
  } catch (error) {
    await server?.stop();
    throw error;
  }
  return { url, template, server };
}

// A French ICU order by default: a query whose order depends on the server's locale shows.
async function createTemplate(url: string, template: string): Promise<void> {
  await administer(
    url,
    `create database ${template} template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'fr-FR'`,
  );
  const opened = await openDatabase<never>({ url: withDatabase(url, template), poolSize: 1 });
  try {
    await migrate(opened, { migrations: MIGRATIONS, now: "2026-01-01T00:00:00.000Z" });
  } finally {
    await opened.close();
  }
}

async function stop({ url, template, server }: Running): Promise<void> {
  if (server === null) await administer(url, `drop database if exists ${template} with (force)`);
  else await server.stop();
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
