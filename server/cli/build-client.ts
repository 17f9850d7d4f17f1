import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CliError } from "./cli-error.ts";

/** Where the built client is, under the root. */
export const CLIENT_FOLDER = "dist";
const SOURCES = ["client", "shared", "vite.config.ts", "package-lock.json"];

/** Builds the client into `dist` unless it is there and newer than all its sources. Returns the folder. */
export async function buildClient(root: string): Promise<string> {
  const folder = join(root, CLIENT_FOLDER);
  const built = await modifiedAt(join(folder, "index.html"));
  if (built === null || built < (await newestSource(root))) await runVite(root);
  return folder;
}

async function newestSource(root: string): Promise<number> {
  const times = await Promise.all(SOURCES.map((source) => newestUnder(join(root, source))));
  return Math.max(...times);
}

async function newestUnder(path: string): Promise<number> {
  const own = await stat(path).catch(() => null);
  if (own === null) return 0;
  if (!own.isDirectory()) return own.mtimeMs;
  const names = await readdir(path);
  const times = await Promise.all(names.map((name) => newestUnder(join(path, name))));
  return Math.max(own.mtimeMs, ...times);
}

async function modifiedAt(path: string): Promise<number | null> {
  const file = await stat(path).catch(() => null);
  return file?.mtimeMs ?? null;
}

/** In a process of its own: its memory is given back. */
async function runVite(root: string): Promise<void> {
  const program = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin/vite.js");
  const child = spawn(process.execPath, [program, "build", "--logLevel", "warn"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code === 0) return;
  throw new CliError({
    fr: `Les pages n'ont pas pu être construites (vite build) : ${output.trim()}`,
    en: `The pages could not be built (vite build, exit code ${code}).`,
  });
}
