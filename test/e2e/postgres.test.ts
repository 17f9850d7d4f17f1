import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMMANDS } from "../../server/cli/commands.ts";
import { runCli } from "../../server/cli/run-cli.ts";
import { DEMO_ACCOUNTS } from "../../server/demo/accounts.ts";
import { DEMO_CANTEENS } from "../../server/demo/canteens.ts";
import type { RunningSite } from "../support/e2e-server.ts";
import { startSite } from "../support/e2e-server.ts";
import type { PostgresServer } from "../support/postgres-server.ts";
import { startPostgresServer } from "../support/postgres-server.ts";

let postgres: PostgresServer;
let databaseUrl = "";
let sites: RunningSite[] = [];
/** On SQLite, with a demonstration that no story has touched. */
let sqlite: RunningSite;
beforeAll(async () => {
  postgres = await startPostgresServer();
  databaseUrl = await createDatabase(postgres.url);
  // Two starts of the product meet on one empty database: one of them makes it, both serve it, one by two processes.
  const both = [1, 2].map((workers) => startSite({ demo: true, databaseUrl, workers }));
  sites = await Promise.all(both);
  sqlite = await startSite({ demo: true, data: process.env.E2E_DEMONSTRATION });
});
afterAll(async () => {
  await Promise.all([...sites, sqlite].map((site) => site?.stop()));
  await postgres?.stop();
});

/** With a French order by default: a query whose order depends on the server's locale shows. */
async function createDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client
    .query("create database site template template0 locale 'C' locale_provider icu icu_locale 'fr-FR'")
    .finally(() => client.end());
  const own = new URL(url);
  own.pathname = "/site";
  return own.href;
}

async function cli(env: NodeJS.ProcessEnv, ...words: string[]): Promise<{ code: number; out: string }> {
  const out: string[] = [];
  const print = (line: string) => out.push(line);
  const code = await runCli({ commands: COMMANDS, env, print, note: print }, words);
  return { code, out: out.join("\n") };
}

/** Someone of the demonstration, signed in over HTTP, and what they are answered. */
async function signIn(
  origin: string,
  role: string,
): Promise<(path: string, input: object) => Promise<unknown>> {
  const own = { "x-bonnepart": "1", "sec-fetch-site": "same-origin", "content-type": "application/json" };
  const { email, password } = DEMO_ACCOUNTS.find((account) => account.role === role) ?? {};
  const body = JSON.stringify({ email, password });
  const entered = await fetch(`${origin}/trpc/session.signIn`, { method: "POST", headers: own, body });
  expect(entered.status).toBe(200);
  const cookie = entered.headers.getSetCookie().map((one) => one.split(";")[0]);
  return async function ask(path, input) {
    const address = `${origin}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
    const answer = await fetch(address, { headers: { ...own, cookie: cookie.join("; ") } });
    return answer.json();
  };
}

test("two processes started at once on an empty PostgreSQL serve one whole demonstration", async () => {
  const healthOf = async (origin: string) => (await fetch(`${origin}/health`)).json();
  // A first start compares the cube and every verdict with the lines, after it has begun to answer.
  const { cube: here } = await settled(sqlite.origin);
  expect(here).toMatchObject({ equal: true });
  for (const { origin } of sites) {
    const health = await settled(origin);
    expect(health).toMatchObject({ status: "ok", engine: "postgres" });
    expect(health.cube).toEqual({ ...here, checkedAt: expect.any(String) });
  }

  async function settled(origin: string) {
    await expect
      .poll(async () => (await healthOf(origin)).cube.checkedAt, { timeout: 90_000, interval: 500 })
      .not.toBeNull();
    return healthOf(origin);
  }
});

test.each(
  DEMO_CANTEENS.slice(0, 3).map(({ siret }) => siret),
)("the canteen %s has on PostgreSQL the shares it has on SQLite, to the cent", async (siret) => {
  const words = ["shares", "--canteen", siret, "--year", "2025", "--json"];
  const [there, here] = [{ DATABASE_URL: databaseUrl }, { DATA_DIR: sqlite.dataDir }];
  const shares = await cli(there, ...words);
  expect(shares.code).toBe(0);
  expect(JSON.parse(shares.out).value.total).toBeGreaterThan(1_000_000);
  expect(shares).toEqual(await cli(here, ...words));
});

test("the purchases of a year are exported the same from both", async () => {
  const siret = DEMO_CANTEENS[0]?.siret ?? "";
  const words = ["export", "ma-cantine", "--canteen", siret, "--year", "2024"];
  const exported = await cli({ DATABASE_URL: databaseUrl }, ...words);
  expect(exported.out.split("\n").length).toBeGreaterThan(1_000);
  expect(exported).toEqual(await cli({ DATA_DIR: sqlite.dataDir }, ...words));
});

test("pages are answered the same by both, over HTTP", async () => {
  const canteenId = DEMO_CANTEENS[0]?.id ?? "";
  const origins = [sites[0]?.origin ?? "", sqlite.origin];
  const [there, here] = await Promise.all(origins.map((origin) => signIn(origin, "administrator")));
  const year = { from: "2024-01", to: "2024-12" };
  const asked: [path: string, input: object][] = [
    ["indicators.territory", year],
    ["indicators.canteen", { canteenId, ...year, basis: "weight" }],
    ["lines.canteen", { canteenId, ...year, indicator: "LOCAL", part: "strict", sort: "amount" }],
    ["lines.territory", { ...year, status: "toCheck", page: 2 }],
    ["products.list", { search: "œuf" }],
    ["suppliers.list", { proofs: "expired" }],
    ["territories.searchCommunes", { text: "st om" }],
    ["comparison.products", { canteenId, search: "" }],
  ];
  for (const [path, input] of asked) {
    const answer = await there?.(path, input);
    expect(answer, path).toHaveProperty("result.data");
    expect(answer, path).toEqual(await here?.(path, input));
  }
});
