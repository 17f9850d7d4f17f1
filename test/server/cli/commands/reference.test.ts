import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMMANDS } from "../../../../server/cli/commands.ts";
import { runCli } from "../../../../server/cli/run-cli.ts";
import type { GeoApi } from "../../../support/geo-api.ts";
import { startGeoApi } from "../../../support/geo-api.ts";
import { installIn } from "../../../support/test-database.ts";

let folder: string;
let api: GeoApi;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-reference-"));
  await installIn(folder);
  const ring = [2.7, 2.8, 2.8, 2.7].map((lng, index): [number, number] => [lng, index < 2 ? 50.2 : 50.3]);
  api = await startGeoApi([{ code: "62041", centre: [2.77, 50.29], ring }]);
});
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true });
});

async function run(...words: string[]) {
  const [out, notes]: [string[], string[]] = [[], []];
  const host = {
    env: { DATA_DIR: folder },
    print: (line: string) => out.push(line),
    note: (line: string) => notes.push(line),
  };
  const code = await runCli({ ...host, commands: COMMANDS }, words);
  return { code, out: out.join("\n"), notes: notes.join("\n") };
}

test("reference update says what became exact, with the départements asked for", async () => {
  const { code, out } = await run("reference", "update", "--url", api.url, "--departements", "62", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ communes: 1, departements: ["62"], moved: { lines: 0 } });
  expect(api.asked).toEqual([
    "/communes?fields=code&format=geojson&geometry=centre",
    "/departements/62/communes?fields=code&format=geojson&geometry=contour",
  ]);
});

test("reference campaigns says how many canteens it took, and what it left out", async () => {
  const path = join(folder, "campagne.csv");
  await writeFile(
    path,
    "annee;departement;taux bio\n2024;62;12,5\n2024;Pas-de-Calais;30\n2024;Nulle part;30\n",
  );
  const { code, out } = await run("reference", "campaigns", path);
  expect(code).toBe(0);
  expect(out).toContain("2024\u00A0: 2 cantines.");
  expect(out).toContain("1 lignes laissées de côté, sans département connu.");
});

test("a service that does not answer is one sentence and exit 1", async () => {
  const { code, notes } = await run(
    "reference",
    "update",
    "--url",
    "http://127.0.0.1:9",
    "--departements",
    "62",
  );
  expect(code).toBe(1);
  expect(notes).toContain("ne répond pas\u00A0: rien n'a été changé.");
  expect(notes).toContain("does not answer: nothing was changed.");
});

test.each([
  [["reference", "upgrade"], "reference attend update"],
  [["reference", "campaigns"], "ou campaigns et un fichier"],
  [["reference", "campaigns", "/nowhere.csv"], "ne peut pas être lu"],
  [["reference", "update", "--departements", "Pas-de-Calais"], "n'est pas le numéro d'un département"],
  [["reference", "update", "--url", "là-bas"], "n'est pas une adresse"],
])("%j is refused in one sentence", async (words, sentence) => {
  const { code, notes } = await run(...words);
  expect(code).toBe(1);
  expect(notes).toContain(sentence);
});
