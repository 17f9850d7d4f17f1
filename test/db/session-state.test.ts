import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const SETTING = /[`"]\s*set (?!local\b|transaction\b)[a-z_.]+ *(=|to)/i;

/** Migrations run past the pooler. */
const files = globSync("db/**/*.ts", { cwd: ROOT }).filter((file) => !file.includes("/migrations/"));
const sources = files.map((file) => ({
  file,
  text: withoutComments(readFileSync(join(ROOT, file), "utf8")),
}));

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

/** Files of db whose SQL leaves something on a connection that a pooler in transaction mode lends to another afterwards. */
function leaving(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}

describe("the connections of PostgreSQL keep nothing between two transactions:", () => {
  test.each([
    ["a setting without LOCAL", SETTING, []],
    ["set_config for the session", /set_config\([^)]*,\s*false\)/i, []],
    ["a lock of the session", /pg_(try_)?advisory_(lock|unlock)/i, []],
    ["a prepared statement under a name", /[`"]\s*(prepare|deallocate)\s|\.query\(\{[^}]*\bname:/i, []],
    ["a cursor held", /with hold/i, []],
    ["a notification waited for", /[`"]\s*listen /i, ["db/dialects/postgres-notices.ts"]],
    ["a temporary table", /create temporary table/i, ["db/queries/alike-lines.ts"]],
  ])("%s", (_what, pattern, known) => {
    expect(leaving(pattern)).toEqual(known);
  });

  test("the temporary table is dropped by the transaction that made it", () => {
    const text = sources.find(({ file }) => file === "db/queries/alike-lines.ts")?.text ?? "";
    expect(text).toContain("openAlikeLines(trx: Transaction<Database>)");
    expect(text).toContain("drop table line_models");
  });

  test("the patterns see what they look for", () => {
    const seen = ["sql`set search_path = x`", "sql`SET work_mem TO '1GB'`"];
    const passed = ["sql`set local search_path = x`", "sql`set transaction isolation level serializable`"];
    expect(seen.filter((statement) => SETTING.test(statement))).toEqual(seen);
    expect(passed.filter((statement) => SETTING.test(statement))).toEqual([]);
  });
});
