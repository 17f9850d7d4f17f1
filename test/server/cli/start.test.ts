import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { openDatabase } from "../../../db/open.ts";
import { createTestDatabase } from "../../support/test-database.ts";
import { startWeb } from "../../support/web.ts";

const ROOT = join(import.meta.dirname, "../../..");
const GUARD = join(ROOT, "server/cli/guard.mjs");
const START = join(ROOT, "server/cli/start.ts");

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-start-"));
});
afterAll(() => rm(folder, { recursive: true }));

function start(env: NodeJS.ProcessEnv, args: readonly string[] = ["--import", GUARD, START]): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DEMO: "0", DATA_DIR: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function ended(child: ChildProcess): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

test("a taken port gets one sentence of each language, at once", async () => {
  const taken = createServer().listen(0);
  const { port } = taken.address() as AddressInfo;
  const { code, out, err } = await ended(start({ PORT: String(port) }));
  taken.close();
  expect([code, out]).toEqual([1, ""]);
  expect(err).toBe(
    `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou choisissez-en un autre par PORT.\n` +
      `Port ${port} is already taken by another program: stop it, or choose another one with PORT.\n`,
  );
});

test("a data folder that cannot be written gets one sentence of each language", async () => {
  const file = join(folder, "a-file");
  await writeFile(file, "");
  const { code, err } = await ended(start({ PORT: "0", DATA_DIR: join(file, "data") }));
  expect(code).toBe(1);
  expect(err.trimEnd().split("\n")).toHaveLength(2);
  expect(err).toContain("DATA_DIR");
});

test("another Node than 24 gets one sentence of each language, before anything is loaded", async () => {
  const guard = await readFile(GUARD, "utf8");
  const older = join(folder, "older.mjs");
  await writeFile(older, guard.replaceAll("process.versions.node", '"20.20.2"'));
  const { code, out, err } = await ended(start({}, ["--import", older, join(folder, "nothing.mjs")]));
  expect([code, out]).toEqual([1, ""]);
  expect(err.trimEnd().split("\n")).toHaveLength(2);
  expect(err).toContain("Node 20.20.2");
});

test("the guard gives libuv 16 threads", async () => {
  const print = "console.log(process.env.UV_THREADPOOL_SIZE)";
  expect((await ended(start({}, ["--import", GUARD, "--eval", print]))).out).toBe("16\n");
});

test("a stop lets the answer under way finish and takes nothing new", async () => {
  const database = await createTestDatabase("sqlite");
  const opened = await openDatabase<Database>({ url: database.url });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const web = await startWeb(opened, {
    limits: { consume: () => held, forget: async () => undefined },
  });
  const answer = web.ask("/trpc/session.current");
  await expect.poll(() => Promise.race([answer, "waiting"])).toBe("waiting");
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stopped = web.stop();
  await expect(web.ask("/health")).rejects.toThrow("ECONNREFUSED");
  release();
  expect((await answer).status).toBe(200);
  expect((await answer).headers.connection).toBe("close");
  await stopped;
  await opened.close();
  await database.remove();
});
