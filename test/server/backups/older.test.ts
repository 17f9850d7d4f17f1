import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { MIGRATIONS } from "../../../db/migrations/list.ts";
import { migrate, schemaVersion } from "../../../db/migrator.ts";
import { openDatabase } from "../../../db/open.ts";
import { findSetting, putSetting } from "../../../db/queries/settings.ts";
import { digestTables } from "../../../db/table-rows.ts";
import { readSnapshot } from "../../../db/transaction.ts";
import type { Facts } from "../../../server/backups/facts.ts";
import type { Manifest } from "../../../server/backups/manifest.ts";
import {
  BACKUP_FORMAT,
  DATABASE_FILE,
  HASHES_FILE,
  hashesOf,
  MANIFEST_FILE,
} from "../../../server/backups/manifest.ts";
import { factsOf } from "../../support/backup-facts.ts";
import { cli } from "../../support/cli.ts";
import { NOW } from "../../support/seed.ts";

const LAST = MIGRATIONS.at(-1)?.name;
const BEFORE = MIGRATIONS.at(-2)?.name ?? "";

let folder = "";
let facts: Facts;

/** What the program of the version before would have written. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-older-"));
  const backup = join(folder, "backup");
  await mkdir(backup);
  const opened = await openDatabase<Database>({ url: join(backup, DATABASE_FILE) });
  await migrate(opened, { migrations: MIGRATIONS.slice(0, -1), now: NOW });
  // Nothing whose table the last migration may have changed: orders are written by today's program only.
  await putSetting(opened.db, { key: "kept", value: "from before" });
  // Its rows as they are; today's program reads the rest in tables that it may not have.
  facts = {
    tables: await readSnapshot(opened.reader, (db) => digestTables(db, "sqlite")),
    sums: { lines: 0, amountCents: 0, weightGrams: 0, weighedCents: 0 },
    figures: [],
    audit: { rows: 0, heads: [] },
    files: [],
  };
  await opened.close();
  await writeManifest(BEFORE, facts);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function writeManifest(schema: string, given: Facts): Promise<void> {
  const backup = join(folder, "backup");
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    version: "0.0.9",
    schema,
    engine: "sqlite",
    engineVersion: "3.53.0",
    madeAt: NOW,
    ...given,
  };
  await writeFile(join(backup, MANIFEST_FILE), JSON.stringify(manifest));
  await writeFile(join(backup, HASHES_FILE), await hashesOf(backup));
}

test("a backup of an earlier version is brought to today's schema, with what it holds", async () => {
  const target = join(folder, "restored");
  expect(await cli({ DATA_DIR: target }, "restore", join(folder, "backup"))).toMatchObject({
    code: 0,
    err: "",
  });
  const opened = await openDatabase<Database>({ url: join(target, DATABASE_FILE) });
  const [schema, kept] = [await schemaVersion(opened), await findSetting(opened.reader, "kept")];
  await opened.close();
  expect([schema, kept]).toEqual([LAST, "from before"]);
  const now = await factsOf(join(target, DATABASE_FILE));
  expect([now.figures, now.sums, now.audit, now.files]).toEqual([
    facts.figures,
    facts.sums,
    facts.audit,
    facts.files,
  ]);
});

test.each([
  { what: "sums", forge: ({ sums, ...rest }: Facts) => ({ ...rest, sums: { ...sums, amountCents: 1 } }) },
  {
    what: "rows",
    forge: ({ tables, ...rest }: Facts) => ({
      ...rest,
      tables: tables.map((table) => ({ ...table, sha256: table.name === "settings" ? "0" : table.sha256 })),
    }),
  },
])("one whose $what are not those of its database is refused all the same", async ({ forge }) => {
  await writeManifest(BEFORE, forge(facts));
  const { code, err } = await cli({ DATA_DIR: join(folder, "none") }, "restore", join(folder, "backup"));
  expect([code, err]).toEqual([1, expect.stringContaining("does not prove itself")]);
});

test("a backup of a later version is refused, with its version", async () => {
  await writeManifest("9999-later", facts);
  const { code, err } = await cli({ DATA_DIR: join(folder, "none") }, "restore", join(folder, "backup"));
  expect([code, err]).toEqual([1, expect.stringContaining("is at version 9999-later")]);
});
