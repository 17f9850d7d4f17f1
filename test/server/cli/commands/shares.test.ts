import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listCells } from "../../../../db/queries/cells.ts";
import { sharesCommand } from "../../../../server/cli/commands/shares.ts";
import { openInstallation } from "../../../../server/cli/installation.ts";
import { runCli } from "../../../../server/cli/run-cli.ts";
import { courtOuProximiteCells, sharesOf } from "../../../../shared/indicators/shares.ts";
import { seedPurchases } from "../../../support/purchases.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../../support/seed.ts";
import { installIn } from "../../../support/test-database.ts";

const SIRET = "22620001200012";
let dataDir = "";
let cells: Awaited<ReturnType<typeof listCells>> = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "bonnepart-shares-"));
  await installIn(dataDir);
  const installation = await openInstallation({ dataDir, databaseUrl: null });
  const { db, reader, engine } = installation.opened;
  const { organisationId } = await seedOrganisation(db);
  const { id } = await seedCanteen(db, { organisationId, siret: SIRET, name: "Restaurant" });
  await seedPurchases(db, actionContext({ db, reader, engine }), { canteenId: id, orders: 30, seed: 7 });
  cells = await listCells(reader, { canteenIds: [id], fromMonth: "2025-01", toMonth: "2025-12" });
  await installation.close();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function run(...words: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const host = {
    commands: [{ name: sharesCommand.name, load: async () => sharesCommand }],
    env: { DATA_DIR: dataDir },
    print: (line: string) => out.push(line),
    note: (line: string) => err.push(line),
  };
  return { code: await runCli(host, words), out, err };
}

test("prints every rate with its numerator and denominator, in cents and in grams", async () => {
  const { code, out } = await run("shares", "--canteen", SIRET, "--year", "2025", "--json");
  expect(code).toBe(0);
  const json = JSON.parse(out.join("\n"));
  expect(json).toMatchObject({ canteen: { siret: SIRET, name: "Restaurant" }, year: 2025 });
  expect(json.lines).toBe(cells.reduce((sum, cell) => sum + cell.lines, 0));
  expect(json.value.indicators).toEqual(sharesOf(cells, "value"));
  expect(json.weight.indicators).toEqual(sharesOf(cells, "weight"));
  expect(json.value.courtOuProximite.strict).toEqual(
    courtOuProximiteCells(cells, { basis: "value", certainty: "strict" }),
  );
  expect(json.value.total).toBe(cells.reduce((sum, cell) => sum + cell.amountCents, 0));
});

test("prints the same for a person to read", async () => {
  const { out } = await run("shares", "--canteen", SIRET, "--year", "2025");
  expect(out[0]).toBe(`Restaurant (${SIRET}), 2025`);
  expect(out.filter((line) => line.includes("confirmé  "))).toHaveLength(12);
  expect(out.join("\n")).toContain("Circuit court et local");
});

test("a year without purchases has null rates, said with a dash", async () => {
  const { out } = await run("shares", "--canteen", SIRET, "--year", "2024");
  expect(out.join("\n")).toContain("– = 0,00\u00A0€ / 0,00\u00A0€");
});

test.each([
  [["--canteen", "12345678900000", "--year", "2025"], "Aucune cantine n'a le SIRET 12345678900000."],
  [["--canteen", SIRET, "--year", "25"], "L'année « 25 » n'est pas comprise"],
  [["--canteen", SIRET], "L'option --year est attendue."],
])("%j is one clear sentence and exit code 1", async (words, sentence) => {
  const { code, out, err } = await run("shares", ...words);
  expect(code).toBe(1);
  expect(out).toEqual([]);
  expect(err.join("\n")).toContain(sentence);
});

test("has a help page", async () => {
  const { code, out } = await run("shares", "--help");
  expect(code).toBe(0);
  expect(out.join("\n")).toContain("--canteen SIRET");
});
