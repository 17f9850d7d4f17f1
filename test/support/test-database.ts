import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { Engine } from "../../db/engine.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import type { PostgresAnswer } from "./postgres.global.ts";

/** "migrated": the product's tables, empty. "bare": not one table. */
export type Schema = "migrated" | "bare";

export interface TestDatabase {
  /** What openDatabase takes, and DATABASE_URL too. */
  readonly url: string;
  remove(): Promise<void>;
}

/** A database of its own for the caller, who removes it after closing its connections. */
export async function createTestDatabase(engine: Engine, schema: Schema = "migrated"): Promise<TestDatabase> {
  return engine === "sqlite" ? createSqliteFile(schema) : createPostgresDatabase(schema);
}

async function createSqliteFile(schema: Schema): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-sqlite-"));
  const url = join(folder, "bonnepart.sqlite");
  if (schema === "migrated") {
    const opened = await openDatabase<never>({ url });
    await migrate(opened, { migrations: MIGRATIONS, now: "2026-01-01T00:00:00.000Z" });
    await opened.close();
  }
  return { url, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function createPostgresDatabase(schema: Schema): Promise<TestDatabase> {
  const { url, template } = await askForPostgres();
  const name = `bonnepart_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  const source =
    schema === "migrated"
      ? `template ${template}`
      : "template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'fr-FR'";
  await administer(url, `create database ${name} ${source}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, remove: () => administer(url, `drop database if exists ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function askForPostgres(): Promise<PostgresAnswer> {
  // Without a socket, `request` would ask port 80 of this machine.
  const socketPath: string | undefined = inject("postgresSocket");
  if (socketPath === undefined)
    throw new Error("Vitest runs without globalSetup: test/support/postgres.global.ts.");
  return new Promise((resolve, reject) => {
    const call = request({ socketPath }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(JSON.parse(body) as PostgresAnswer);
        else reject(new Error(`The tests on PostgreSQL cannot run. ${body}`));
      });
    });
    call.on("error", reject);
    call.end();
  });
}
