import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { engineOfUrl, openDatabase } from "../../db/open.ts";
import { createTestDatabase } from "../support/test-database.ts";

it.each([
  ["postgres://app@db.example/bonnepart", "postgres"],
  ["postgresql:///bonnepart?host=/run/postgresql", "postgres"],
  ["data/bonnepart.sqlite", "sqlite"],
  ["file:///srv/bonnepart.sqlite", "sqlite"],
  ["postgres.sqlite", "sqlite"],
])("takes %s for %s", (url, engine) => {
  expect(engineOfUrl(url)).toBe(engine);
});

it("opens a file by its path and by its URL", async () => {
  const database = await createTestDatabase("sqlite");
  const url = pathToFileURL(database.url).href;
  const opened = await openDatabase<never>({ url });
  const { rows } = await sql`select file from pragma_database_list`.execute(opened.reader);
  expect(rows).toEqual([{ file: fileURLToPath(url) }]);
  expect(opened.engine).toBe("sqlite");
  expect(opened.version).toMatch(/^3\.\d+\.\d+$/);
  await opened.close();
  expect(existsSync(`${database.url}-wal`)).toBe(false);
  await database.remove();
});
