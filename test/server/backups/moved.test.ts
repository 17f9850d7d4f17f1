import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { MIGRATIONS } from "../../../db/migrations/list.ts";
import { migrate } from "../../../db/migrator.ts";
import { openDatabase } from "../../../db/open.ts";
import type { MovedMark } from "../../../server/backups/moved-mark.ts";
import { findMoved } from "../../../server/backups/moved-mark.ts";
import { restoreBackup } from "../../../server/backups/restore-backup.ts";
import { writeBackup } from "../../../server/backups/write-backup.ts";
import { START_WORDS } from "../../support/as-started.ts";
import { cli } from "../../support/cli.ts";
import { readToEnd } from "../../support/cli-process.ts";
import { NOW, seedOrganisation } from "../../support/seed.ts";
import { createTestDatabase } from "../../support/test-database.ts";

test("what was moved to PostgreSQL is not started by mistake, until it is asked to serve again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-moved-"));
  const postgres = await createTestDatabase("postgres", "bare");
  const [data, back] = [join(folder, "data"), join(folder, "back")];
  const path = join(data, "bonnepart.sqlite");
  const { host, pathname } = new URL(postgres.url);
  try {
    const opened = await openDatabase<Database>({ url: path });
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    await seedOrganisation(opened.db);
    await opened.close();
    expect(await cli({ DATA_DIR: data }, "db", "move", postgres.url)).toMatchObject({ code: 0 });
    expect(await markOf(path)).toMatchObject({ to: `${host}${pathname}` });
    expect(await markOf(postgres.url)).toBeNull();

    const started = await start(data);
    expect([started.code, started.err]).toEqual([1, expect.stringContaining("db move --undo")]);
    expect(started.err).toContain(`Cette base a été déplacée vers PostgreSQL (${host}${pathname})`);
    expect((await cli({ DATA_DIR: data }, "db", "move", postgres.url)).err).toContain(
      "was moved to PostgreSQL",
    );

    const source = await openDatabase<Database>({ url: path });
    await writeBackup({ opened: source, path }, { folder: join(folder, "kept"), now: NOW });
    await source.close();
    const target = { dataDir: back, path: join(back, "bonnepart.sqlite"), url: null };
    await restoreBackup(join(folder, "kept"), { target, now: NOW });
    expect(await markOf(target.path)).toBeNull();

    expect(await cli({ DATA_DIR: data }, "db", "move", "--undo")).toMatchObject({ code: 0, err: "" });
    expect(await markOf(path)).toBeNull();
    // What could not be moved stays in service.
    expect((await cli({ DATA_DIR: data }, "db", "move", postgres.url)).err).toContain(
      "There is data already",
    );
    expect(await markOf(path)).toBeNull();
  } finally {
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  }
});

async function markOf(url: string): Promise<MovedMark | null> {
  const { reader, close } = await openDatabase<Database>({ url });
  return await findMoved(reader).finally(close);
}

/** `npm start`. */
async function start(dataDir: string) {
  const child = spawn(process.execPath, [...START_WORDS], {
    cwd: join(import.meta.dirname, "../../.."),
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: "0", DEMO: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return await readToEnd(child);
}
