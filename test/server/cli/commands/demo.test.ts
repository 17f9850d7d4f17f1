import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../../../server/cli/commands.ts";
import { runCli } from "../../../../server/cli/run-cli.ts";
import { DEMO_ACCOUNTS } from "../../../../server/demo/accounts.ts";
import { DEMO_CANTEENS } from "../../../../server/demo/canteens.ts";
import { installIn } from "../../../support/test-database.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-demo-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(name: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const host = {
    commands: COMMANDS,
    env: { DATA_DIR: join(folder, name) },
    print: (line: string) => out.push(line),
    note: (line: string) => err.push(line),
  };
  const code = await runCli(host, words);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** Seconds on a machine at rest; only for what hangs. */
const LONG = { timeout: 300_000 };

describe("demo", () => {
  test(
    "loads the whole demonstration, prints its accounts, and the restaurant has its published shares",
    LONG,
    async () => {
      await installIn(join(folder, "full"));
      const { code, out } = await run("full", "demo");
      expect(code).toBe(0);
      for (const { email, password } of DEMO_ACCOUNTS) expect(out).toContain(`${email}  ${password}`);
      const siret = DEMO_CANTEENS[0]?.siret ?? "";
      const shares = await run("full", "shares", "--canteen", siret, "--year", "2025", "--json");
      const { indicators } = JSON.parse(shares.out).value;
      const percent = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
        ((numerator * 100) / denominator).toFixed(1);
      expect(percent(indicators.SHORT_OR_LOCAL.strict)).toBe("48.0");
      expect(percent(indicators.ORGANIC.strict)).toBe("18.0");
    },
  );

  test("refuses a second time in one sentence", async () => {
    const { code, out, err } = await run("full", "demo");
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err.split("\n")).toEqual([
      "La base contient déjà des données : choisissez un autre dossier par DATA_DIR, ou videz celui-ci.",
      "The database already holds data: choose another folder with DATA_DIR, or empty this one.",
    ]);
  });
});

describe("demo --empty", () => {
  test("creates an organisation and an administrator whose password is printed once", async () => {
    await installIn(join(folder, "empty"));
    const { code, out } = await run("empty", "demo", "--empty");
    expect(code).toBe(0);
    expect(out).toMatch(/administration@bonnepart\.example {2}\w{4}(-\w{4}){4}$/);
  });

  test("is no empty database any more: neither demonstration nor organisation goes in", async () => {
    expect((await run("empty", "demo")).code).toBe(1);
    expect((await run("empty", "demo", "--empty")).code).toBe(1);
  });
});
