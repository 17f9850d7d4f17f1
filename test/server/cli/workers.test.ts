import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { CliError } from "../../../server/cli/cli-error.ts";
import { readEnvironment, withOptions } from "../../../server/cli/environment.ts";
import { newId } from "../../../shared/ids.ts";
import type { Client } from "../../support/load-clients.ts";
import { loadClients } from "../../support/load-clients.ts";
import { seedPerson, seedSession } from "../../support/people.ts";
import type { ProcessServer } from "../../support/process-server.ts";
import { startProcessServer } from "../../support/process-server.ts";
import type { TestDatabase } from "../../support/test-database.ts";
import { createTestDatabase } from "../../support/test-database.ts";

const WORKERS = 3;

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
beforeAll(async () => {
  database = await createTestDatabase("postgres", "installed");
  opened = await openDatabase<Database>({ url: database.url });
});
afterAll(async () => {
  await opened.close();
  await database.remove();
});

function start(logLevel = "error"): Promise<ProcessServer> {
  return startProcessServer({ DATABASE_URL: database.url, WORKERS: String(WORKERS), LOG_LEVEL: logLevel });
}

/** The text of /metrics on a connection of its own: connections go to the workers in turn. */
async function metricsOf({ port }: ProcessServer): Promise<string> {
  const answer = await fetch(`http://localhost:${port}/metrics`, { headers: { connection: "close" } });
  return answer.text();
}

function processesOf(text: string): string[] {
  return [...text.matchAll(/^process_uptime_seconds\{process="(\d+)"\}/gm)].map(([, name]) => name ?? "");
}

async function person(): Promise<Client> {
  const { id: userId } = await seedPerson(opened.db);
  const view = { id: newId(), page: "/territoire", search: {} };
  return {
    cookie: await seedSession(opened.db, { userId, now: new Date().toISOString() }),
    ask: (turn) =>
      turn % 2 === 0
        ? { path: "savedViews.save", input: { ...view, name: `Vue ${turn}` }, write: true }
        : { path: "savedViews.list" },
  };
}

test("several processes answer on one port, and /metrics tells of them all", async () => {
  const server = await start();
  const clients = await Promise.all(Array.from({ length: 8 }, person));
  const signal = AbortSignal.timeout(1_000);
  const { answers, failures } = await loadClients(server.port, clients, { signal });
  expect(failures).toEqual([]);
  const text = await metricsOf(server);
  expect(processesOf(text)).toEqual(["1", "2", "3"]);
  const counts = [...text.matchAll(/_count\{route="\/trpc",method="GET",status="200",process="\d"\} (\d+)/g)];
  expect(counts).toHaveLength(WORKERS);
  expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(
    answers.filter(({ path }) => path === "savedViews.list").length,
  );
  server.signal("SIGTERM");
  expect(await server.ended, server.output()).toBe(0);
});

test("a stop under load fails no request, 5 times out of 5", async () => {
  for (let stop = 0; stop < 5; stop++) {
    const server = await start();
    const clients = await Promise.all(Array.from({ length: 8 }, person));
    const load = loadClients(server.port, clients, { signal: AbortSignal.timeout(20_000) });
    await sleep(500);
    server.signal("SIGTERM");
    const { answers, failures } = await load;
    expect(failures).toEqual([]);
    expect(answers.length).toBeGreaterThan(0);
    expect(await server.ended, server.output()).toBe(0);
  }
});

test("a worker that dies is replaced, and the others answer meanwhile", async () => {
  const server = await start("info");
  const pid = Number(/"pid":(\d+)/.exec(server.output())?.[1]);
  process.kill(pid, "SIGKILL");
  await expect.poll(() => server.output(), { timeout: 10_000 }).toContain("worker died");
  expect((await fetch(`http://localhost:${server.port}/ready`)).status).toBe(200);
  await expect
    .poll(async () => processesOf(await metricsOf(server)), { timeout: 10_000 })
    .toHaveLength(WORKERS);
  server.signal("SIGINT");
  expect(await server.ended, server.output()).toBe(0);
});

test("a stop does not wait for a worker that is being replaced", async () => {
  const server = await start("info");
  const pid = Number(/"pid":(\d+)/.exec(server.output())?.[1]);
  process.kill(pid, "SIGKILL");
  await expect
    .poll(() => server.output().match(/worker started/g), { timeout: 10_000 })
    .toHaveLength(WORKERS + 1);
  const began = performance.now();
  server.signal("SIGTERM");
  expect(await server.ended, server.output()).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("workers end with their parent", async () => {
  const server = await start();
  server.signal("SIGKILL");
  await server.ended;
  await expect
    .poll(() =>
      fetch(`http://localhost:${server.port}/ready`).then(
        () => "answers",
        () => "nobody",
      ),
    )
    .toBe("nobody");
});

test("SQLite, which has one process, refuses several by one sentence of each language", () => {
  const refused = () => readEnvironment(withOptions({}, ["--workers", "2"]), { terminal: true });
  expect(refused).toThrow(CliError);
  expect(refused).toThrow(/SQLite n'a qu'un processus.*\n.*SQLite has one process/);
  expect(readEnvironment(withOptions({}, ["--workers", "1"]), { terminal: true }).workers).toBe(1);
});

test("an unknown word after npm start is refused", () => {
  expect(() => withOptions({}, ["--worker", "2"])).toThrow(CliError);
  expect(() => withOptions({}, ["4"])).toThrow(/--workers 4/);
});

test.each([
  [1, 8],
  [5, 8],
  [10, 4],
  [64, 1],
])("%i processes have pools of %i, so that all stay under PostgreSQL's own limit", (workers, poolSize) => {
  const env = { DATABASE_URL: "postgres://x/y", WORKERS: String(workers) };
  expect(readEnvironment(env, { terminal: true }).poolSize).toBe(poolSize);
});
