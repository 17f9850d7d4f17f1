import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMMANDS } from "../../../../server/cli/commands.ts";
import { runCli } from "../../../../server/cli/run-cli.ts";
import { purchaseCsv, siretNumber } from "../../../support/purchase-files.ts";
import { installIn } from "../../../support/test-database.ts";

const SIRET = siretNumber(1);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-import-"));
  for (const data of ["one", "two"]) await installIn(join(folder, data));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(data: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const host = {
    commands: COMMANDS,
    env: { DATA_DIR: join(folder, data) },
    print: (line: string) => out.push(line),
    note: (line: string) => err.push(line),
  };
  return { code: await runCli(host, words), out: out.join("\n"), err: err.join("\n") };
}

async function file(name: string, rows: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, purchaseCsv(rows));
  return path;
}

const good = `${SIRET},Pommes,Verger,2025-03-01,10.00,FRUITS_ET_LEGUMES,BIO,FRANCE,OUI,OUI,KM,80`;
const bad = `${SIRET},Poires,Verger,2025-02-31,10.00,FRUITS_ET_LEGUMES,,,NON,NON,,`;

test("a file goes in, comes out byte for byte, and goes into an empty database with the same rates", async () => {
  const path = await file("good.csv", [good]);
  const dry = await run("one", "import", path, "--canteen", SIRET, "--create-canteen", "--dry-run");
  expect(dry).toMatchObject({ code: 1 });
  expect(dry.err).toContain("demo --empty");
  const first = await run("one", "import", path, "--canteen", SIRET, "--create-canteen", "--json");
  expect(first.code).toBe(0);
  expect(JSON.parse(first.out)).toMatchObject({
    read: 1,
    created: 1,
    refused: 0,
    duplicates: 0,
    totalCents: 1000,
    issues: [],
  });
  const output = join(folder, "out.csv");
  const exported = await run("one", "export", "ma-cantine", "--canteen", SIRET, "--year", "2025");
  expect(`${exported.out}\n`).toBe(await readFile(path, "utf8"));
  await run("one", "export", "ma-cantine", "--canteen", SIRET, "--year", "2025", "--output", output);
  expect(await readFile(output)).toEqual(await readFile(path));
  expect((await run("two", "demo", "--empty")).code).toBe(0);
  expect((await run("two", "import", output, "--create-canteen")).code).toBe(0);
  const shares = ["shares", "--canteen", SIRET, "--year", "2025", "--json"];
  expect((await run("two", ...shares)).out).toBe((await run("one", ...shares)).out);
  expect((await run("two", "check")).code).toBe(0);
});

test("what is refused is said cell by cell, and exits with 2", async () => {
  const path = await file("mixed.csv", [bad, `${SIRET},Noix,Verger,2025-03-02,1,AUTRES,,,,,,`]);
  const dry = await run("one", "import", path, "--canteen", SIRET, "--dry-run", "--json");
  expect(dry.code).toBe(2);
  expect(JSON.parse(dry.out)).toMatchObject({
    dryRun: true,
    importId: null,
    read: 2,
    created: 1,
    refused: 1,
  });
  const { code, out } = await run("one", "import", path, "--canteen", SIRET, "--json");
  expect(code).toBe(2);
  const { issues } = JSON.parse(out);
  expect(issues).toEqual([
    {
      row: 2,
      column: "date",
      value: "2025-02-31",
      code: "DATE_IMPOSSIBLE",
      message: "Ce jour n'existe pas dans le calendrier. Le jour vient avant le mois\u00A0: 31/01/2026.",
      suggestion: null,
    },
  ]);
  const again = await run("one", "import", path, "--canteen", SIRET, "--json");
  expect(again.code).toBe(2);
  expect(JSON.parse(again.out)).toMatchObject({
    created: 0,
    refused: 2,
    issues: [{ code: "ALREADY_IMPORTED" }, {}],
  });
  const text = await run("one", "import", await file("text.csv", [bad]), "--canteen", SIRET);
  expect(text.out).toMatch(/^1 lignes lues, 0 créées, 1 refusées, 0 doublons/);
});

test("strict is the platform's word", async () => {
  const path = await file("strict.csv", [good.replace("2025-03-01", "04/03/2025")]);
  const strict = await run("one", "import", path, "--canteen", SIRET, "--strict", "--dry-run", "--json");
  expect(strict.code).toBe(2);
  expect(JSON.parse(strict.out).issues).toMatchObject([{ row: 2, column: "date", code: "DATE_FORMAT" }]);
  expect((await run("one", "import", path, "--canteen", SIRET, "--dry-run")).code).toBe(0);
});

test.each([
  [["import", "/nowhere.csv", "--canteen", SIRET], "ne peut pas être lu"],
  [["import", "GOOD", "--canteen", siretNumber(2)], "--create-canteen"],
  [["import", "GOOD", "--canteen", "123"], "n'est pas un SIRET"],
  [["import", "GOOD", "--duplicates", "maybe"], "skip ou keep"],
  [["import", "GOOD", "--create-canteen", "--commune", "99999", "--canteen", siretNumber(2)], null],
  [["export", "autre", "--canteen", SIRET, "--year", "2025"], "ma-cantine"],
  [["export", "ma-cantine", "--canteen", SIRET, "--year", "deux"], "quatre chiffres"],
  [["export", "ma-cantine", "--canteen", siretNumber(2), "--year", "2025"], "Aucune cantine"],
] as const)("%j is one clear sentence", async (words, sentence) => {
  const path = await file("again.csv", [good.replace("Pommes", "Coings")]);
  const { code, out, err } = await run("one", ...words.map((word) => (word === "GOOD" ? path : word)));
  if (sentence === null) {
    expect(`${code} ${out}`).toMatch(/^2 .*autre cantine/s);
    return;
  }
  expect(code).toBe(1);
  expect(err).toContain(sentence);
  expect(err.split("\n")).toHaveLength(2);
});
