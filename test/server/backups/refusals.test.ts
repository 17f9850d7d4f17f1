import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { openDatabase } from "../../../db/open.ts";
import { saveFile } from "../../../db/queries/files.ts";
import { insertSession } from "../../../db/queries/sessions.ts";
import { hashesOf } from "../../../server/backups/manifest.ts";
import { readEnvironment } from "../../../server/cli/environment.ts";
import { openInstallation } from "../../../server/cli/installation.ts";
import { cli } from "../../support/cli.ts";
import { seedRightsWorld } from "../../support/rights-world.ts";
import { NOW } from "../../support/seed.ts";
import type { SmallDisk } from "../../support/small-disk.ts";
import { mountSmallDisk } from "../../support/small-disk.ts";
import { installIn } from "../../support/test-database.ts";

const CONTENT = "une attestation du producteur, sans autre texte";
/** As SQLite makes them here. */
const PAGE_BYTES = 8_192;
const FILE = "d48421dd47511f4bed815ba40ad70616228b8ab4cc734d79a05ca68bd6cbc19f";

let folder = "";
let data = "";
let backup = "";
const disk: { small: SmallDisk | null } = { small: null };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-backups-"));
  data = join(folder, "data");
  backup = join(folder, "backup");
  await installIn(data);
  const { opened, close } = await openInstallation(readEnvironment({ DATA_DIR: data }, { terminal: true }));
  await opened.db.deleteFrom("communes").execute();
  const { own } = await seedRightsWorld(opened);
  await insertSession(opened.db, {
    token_hash: "0".repeat(64),
    user_id: own.userId,
    created_at: NOW,
    seen_at: NOW,
    expires_at: "2026-11-29T10:00:00.000Z",
  });
  await saveFile(opened.db, {
    id: FILE,
    name: "attestation.txt",
    media_type: "text/plain",
    size: CONTENT.length,
    content: Buffer.from(CONTENT),
    created_at: NOW,
  });
  await close();
  disk.small = await mountSmallDisk(1);
});
afterAll(async () => {
  await disk.small?.remove();
  await rm(folder, { recursive: true, force: true });
});

async function backUp(to: string, env: NodeJS.ProcessEnv = { DATA_DIR: data }) {
  return await cli(env, "backup", to);
}

describe("backup", () => {
  test("puts a whole folder in place and nothing beside it", async () => {
    expect(await backUp(backup)).toMatchObject({ code: 0, err: "" });
    expect((await readdir(backup)).sort()).toEqual(["SHA256SUMS", "bonnepart.sqlite", "manifest.json"]);
    expect((await readdir(folder)).sort()).toEqual(["backup", "data"]);
  });

  test("takes an empty folder, and refuses one that holds something", async () => {
    const target = join(folder, "given");
    await mkdir(target);
    expect((await backUp(target)).code).toBe(0);
    const { code, err } = await backUp(target);
    expect(code).toBe(1);
    expect(err.split("\n")).toEqual([
      `Le dossier ${target} n'est pas vide : une sauvegarde demande un dossier nouveau ou vide.`,
      `The folder ${target} is not empty: a backup asks for a new or empty folder.`,
    ]);
  });

  test("refuses where it cannot write: inside a file, and under /proc", async () => {
    await writeFile(join(folder, "file"), "");
    for (const target of [join(folder, "file", "inside"), "/proc/bonnepart/backup"]) {
      const { code, err } = await backUp(target);
      expect([code, err]).toEqual([1, expect.stringContaining(`The folder ${target} cannot be written`)]);
    }
  });

  test("refuses when there is no database, and makes none", async () => {
    const empty = join(folder, "nowhere");
    const { code, err } = await backUp(join(folder, "none"), { DATA_DIR: empty });
    expect([code, err]).toEqual([1, expect.stringContaining(`There is no database at ${empty}`)]);
    await expect(readdir(empty)).rejects.toThrow("ENOENT");
  });

  test("refuses a database of another schema", async () => {
    const other = join(folder, "other");
    await cp(data, other, { recursive: true });
    const opened = await openDatabase<Database>({ url: join(other, "bonnepart.sqlite") });
    await sql`insert into schema_migrations (name, applied_at) values ('9999-later', ${NOW})`.execute(
      opened.db,
    );
    await opened.close();
    const { code, err } = await backUp(join(folder, "none"), { DATA_DIR: other });
    expect([code, err]).toEqual([1, expect.stringContaining("is at version 9999-later")]);
  });

  test("refuses a disk without room and leaves nothing there", async ({ skip }) => {
    if (disk.small === null) return skip("this account mounts no disk");
    const { code, err } = await backUp(join(disk.small.folder, "backup"));
    expect([code, err]).toEqual([1, expect.stringContaining("has not enough room left")]);
    expect(await readdir(disk.small.folder)).toEqual([]);
  });

  test("is not made of a database whose cube is not its lines, nor of one with an altered document", async () => {
    for (const damage of [
      sql`update cells set amount_cents = amount_cents + 1`,
      sql`update files set content = cast('une autre attestation, du même producteur' as blob)`,
    ]) {
      const damaged = join(folder, "damaged");
      await cp(data, damaged, { recursive: true });
      const opened = await openDatabase<Database>({ url: join(damaged, "bonnepart.sqlite") });
      await damage.execute(opened.db);
      await opened.close();
      const { code, err } = await backUp(join(folder, "none"), { DATA_DIR: damaged });
      expect([code, err]).toEqual([1, expect.stringContaining("does not prove itself")]);
      await expect(readdir(join(folder, "none"))).rejects.toThrow("ENOENT");
      await rm(damaged, { recursive: true });
    }
  });
});

describe("the copy of a damaged database", () => {
  async function damagedBy(damage: (file: string) => Promise<void>): Promise<string> {
    const damaged = await mkdtemp(join(folder, "damaged-"));
    await cp(data, damaged, { recursive: true });
    await damage(join(damaged, "bonnepart.sqlite"));
    return damaged;
  }
  async function addACent(file: string): Promise<void> {
    const opened = await openDatabase<Database>({ url: file });
    await sql`update cells set amount_cents = amount_cents + 1`.execute(opened.db);
    await opened.close();
  }
  /** The head of the page that holds the document: SQLite can read nothing of it any more. */
  async function spoilPage(file: string): Promise<void> {
    const bytes = await readFile(file);
    expect(bytes.includes(CONTENT)).toBe(true);
    for (let at = bytes.indexOf(CONTENT); at >= 0; at = bytes.indexOf(CONTENT, at + 1)) {
      const page = at - (at % PAGE_BYTES);
      bytes.fill(0xff, page, page + 16);
    }
    await writeFile(file, bytes);
  }

  test.each([
    ["a cube that is not its lines", addACent, /cells: \d+ differ/],
    ["a spoilt page", spoilPage, /SQLITE_CORRUPT|page/],
  ])("with %s is made on demand, says what is wrong, and is restored on demand only", async (what, damage, said) => {
    const damaged = await damagedBy(damage);
    const copy = join(folder, `copy with ${what}`);
    const refused = await backUp(copy, { DATA_DIR: damaged });
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("backup --damaged")]);
    const made = await cli({ DATA_DIR: damaged }, "backup", copy, "--damaged");
    expect([made.code, made.out]).toEqual([1, expect.stringContaining("DAMAGED database copied as it is")]);
    const manifest = JSON.parse(await readFile(join(copy, "manifest.json"), "utf8"));
    expect(manifest.damage.join("\n")).toMatch(said);

    const target = join(damaged, "restored");
    const kept = await cli({ DATA_DIR: target }, "restore", copy);
    expect([kept.code, kept.err]).toEqual([1, expect.stringContaining("is the copy of a damaged database")]);
    const restored = await cli({ DATA_DIR: target }, "restore", copy, "--damaged");
    expect([restored.code, restored.out]).toEqual([0, expect.stringContaining("DAMAGED database of")]);
    expect((await cli({ DATA_DIR: target }, "check")).code).toBe(1);
  });

  test("is a backup like any other when nothing is wrong", async () => {
    const { code, out } = await cli({ DATA_DIR: data }, "backup", join(folder, "sound"), "--damaged");
    expect([code, out]).toEqual([0, expect.stringContaining("Backup proven in")]);
    const manifest = JSON.parse(await readFile(join(folder, "sound", "manifest.json"), "utf8"));
    expect(manifest).not.toHaveProperty("damage");
    const again = { DATA_DIR: join(folder, "sound-again") };
    expect(await cli(again, "restore", join(folder, "sound"))).toMatchObject({ code: 0 });
  });
});

describe("restore", () => {
  async function restore(from: string, to: string) {
    return await cli({ DATA_DIR: to }, "restore", from);
  }

  test("gives back what was there, under other hands: nobody is signed in", async () => {
    const target = join(folder, "restored");
    expect(await restore(backup, target)).toMatchObject({ code: 0, err: "" });
    expect(await readdir(target)).toEqual(["bonnepart.sqlite"]);
    expect(await cli({ DATA_DIR: target }, "check")).toMatchObject({ code: 0 });
    const again = await cli({ DATA_DIR: target }, "backup", join(folder, "again"), "--json");
    const first = JSON.parse(await readFile(join(backup, "manifest.json"), "utf8"));
    // What check noted of itself and who was signed in: nothing else has changed.
    const but = (tables: { name: string }[]) =>
      tables.filter(({ name }) => !["settings", "sessions"].includes(name));
    const sessions = (tables: { name: string; rows: number }[]) =>
      tables.find(({ name }) => name === "sessions")?.rows;
    const second = JSON.parse(again.out);
    expect(but(second.tables)).toEqual(but(first.tables));
    expect([sessions(first.tables), sessions(second.tables)]).toEqual([1, 0]);
    expect([second.figures, second.audit, second.files]).toEqual([first.figures, first.audit, first.files]);
    expect(second.figures.length).toBeGreaterThan(0);
  });

  test("refuses where there is a database, which stays as it is", async () => {
    const target = join(folder, "taken");
    await mkdir(target);
    await writeFile(join(target, "bonnepart.sqlite"), "not ours to judge");
    const { code, err } = await restore(backup, target);
    expect([code, err]).toEqual([1, expect.stringContaining("There is data already")]);
    expect(await readFile(join(target, "bonnepart.sqlite"), "utf8")).toBe("not ours to judge");
  });

  test.each(["SHA256SUMS", "bonnepart.sqlite", "manifest.json"])("says that %s is missing", async (name) => {
    const copy = join(folder, `without-${name}`);
    await cp(backup, copy, { recursive: true });
    await rm(join(copy, name));
    await expectRefused(copy, `${name} is missing`);
  });

  test.each([
    "SHA256SUMS",
    "bonnepart.sqlite",
    "manifest.json",
  ])("sees one byte changed anywhere in %s", async (name) => {
    const copy = join(folder, `flipped-${name}`);
    await cp(backup, copy, { recursive: true });
    const bytes = await readFile(join(copy, name));
    for (const at of [0, Math.floor(bytes.length / 3), bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await writeFile(join(copy, name), flipped);
      await expectRefused(copy, "was altered");
    }
  });

  test("sees one byte changed in a document, and a cent changed with all the hashes put right", async () => {
    const copy = join(folder, "forged");
    await cp(backup, copy, { recursive: true });
    const database = join(copy, "bonnepart.sqlite");
    const bytes = await readFile(database);
    const at = bytes.indexOf(CONTENT);
    expect(at).toBeGreaterThan(0);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(database, bytes);
    await expectRefused(copy, "bonnepart.sqlite is not what was written any more");
    await putHashesRight(copy);
    await expectRefused(copy, "does not prove itself");
    await cp(join(backup, "bonnepart.sqlite"), database);
    const manifest = await readFile(join(copy, "manifest.json"), "utf8");
    await writeFile(
      join(copy, "manifest.json"),
      manifest.replace(/"amountCents": (\d+)/, (_, cents) => `"amountCents": ${Number(cents) + 1}`),
    );
    await putHashesRight(copy);
    await expectRefused(copy, "does not prove itself");
  });

  test("refuses a disk without room and leaves nothing there", async ({ skip }) => {
    if (disk.small === null) return skip("this account mounts no disk");
    const target = join(disk.small.folder, "data");
    const { code, err } = await restore(backup, target);
    expect([code, err]).toEqual([1, expect.stringContaining("has not enough room left")]);
    expect(await readdir(target)).toEqual([]);
  });

  async function expectRefused(from: string, sentence: string): Promise<void> {
    const target = join(folder, "refused");
    const { code, err } = await restore(from, target);
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)]);
    expect(await readdir(target).catch(() => [])).toEqual([]);
  }
});

async function putHashesRight(copy: string): Promise<void> {
  await writeFile(join(copy, "SHA256SUMS"), await hashesOf(copy));
}
