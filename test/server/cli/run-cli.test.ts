import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { openDatabase } from "../../../db/open.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { COMMANDS, loadCommands } from "../../../server/cli/commands.ts";
import { cli } from "../../support/cli.ts";
import type { CliAnswer } from "../../support/cli-process.ts";
import { NOW } from "../../support/seed.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

function run(words: readonly string[], env: NodeJS.ProcessEnv = { DATA_DIR: folder }): Promise<CliAnswer> {
  return cli(env, ...words);
}

describe("help", () => {
  test("names every command with its sentence in both languages", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const { name, summary } of await loadCommands())
      for (const text of [name, summary.fr, summary.en]) expect(out).toContain(text);
  });

  test.each(
    COMMANDS.map(({ name }) => name),
  )("of %s names its options, and touches nothing", async (name) => {
    const { code, out } = await run([name, "--help"], { DATA_DIR: "/proc/nowhere" });
    expect(code).toBe(0);
    for (const option of Object.keys(
      (await COMMANDS.find((each) => each.name === name)?.load())?.options ?? {},
    ))
      expect(out).toContain(`--${option}`);
  });
});

describe("a mistake gets one sentence of each language", () => {
  test.each([
    ["no command", [], {}],
    ["an unknown command", ["nothing"], {}],
    ["an unknown option", ["verify-audit", "--nothing"], {}],
    ["a word too many", ["verify-audit", "more"], {}],
    ["a folder that cannot be made", ["verify-audit"], { DATA_DIR: "/proc/nowhere" }],
    ["a port that is no number", ["verify-audit"], { PORT: "3000a" }],
    ["a database that does not answer", ["verify-audit"], { DATABASE_URL: "postgres://127.0.0.1:1/none" }],
  ])("%s", async (name, words, env) => {
    const { code, out, err } = await run(words, env);
    expect(code).toBe(1);
    if (name === "no command") expect(out).toContain("verify-audit");
    else expect(err.split("\n")).toHaveLength(2);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

test("verify-audit exits with 0 on an untouched record and 1 on an altered one", async () => {
  expect(await run(["verify-audit", "--json"])).toEqual({
    code: 0,
    out: JSON.stringify({ rows: 0, flaws: [], heads: [], lost: [] }),
    err: "",
  });
  const opened = await openDatabase<Database>({ url: join(folder, "bonnepart.sqlite") });
  const change = {
    stream: "a",
    noun: "orders",
    nounId: "x",
    action: "created",
    before: null,
    after: { n: 1 },
  };
  await inTransaction(opened.db, (trx) =>
    appendAudit(trx, { engine: "sqlite", now: NOW, userId: null }, change),
  );
  expect((await run(["verify-audit"])).code).toBe(0);
  const { hash } = await opened.db.selectFrom("audit").select("hash").executeTakeFirstOrThrow();
  expect((await run(["verify-audit", "--head", hash])).code).toBe(0);
  const other = await run(["verify-audit", "--head", "0".repeat(64)]);
  expect([other.code, other.out]).toEqual([1, expect.stringContaining("not in the record : 000")]);
  expect((await run(["verify-audit", "--head", "none"])).err).toContain("64 hexadecimal digits");
  expect((await run(["backup", join(folder, "kept")])).code).toBe(0);
  expect((await run(["verify-audit", "--backup", join(folder, "kept")])).code).toBe(0);
  await opened.db.updateTable("audit").set({ after: '{"n":2}' }).execute();
  await opened.close();
  const altered = await run(["verify-audit"]);
  expect(altered.code).toBe(1);
  expect(altered.out).toContain("a 1 content");
  const cut = await openDatabase<Database>({ url: join(folder, "bonnepart.sqlite") });
  for (const table of ["audit", "audit_heads"] as const) await cut.db.deleteFrom(table).execute();
  await cut.close();
  expect((await run(["verify-audit"])).code).toBe(0);
  const gone = await run(["verify-audit", "--backup", join(folder, "kept")]);
  expect([gone.code, gone.out]).toEqual([1, expect.stringContaining("not in the record : a 1")]);
});
