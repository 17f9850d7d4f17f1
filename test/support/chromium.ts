import { execFile } from "node:child_process";
import { access, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

const run = promisify(execFile);

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Nothing is fetched in the background, and root may run it. */
const FLAGS: string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const WHOLE = [findWanted, findInstalled, findInPlaywrightCache, unpackCarried, installDebianPackage];
/** The one that npm carries first: it has no windows to do without, and a new context costs half of what others ask. */
const LIGHT = [findWanted, unpackCarried, findInstalled, findInPlaywrightCache, installDebianPackage];

/**
 * A headless Chromium: CHROMIUM_PATH, the system's, Playwright's cache, the one carried by npm (`light`: this one
 * before), else Debian's package when root. Throws one sentence that says what to install.
 */
export async function launchChromium(kind: "whole" | "light" = "whole"): Promise<Browser> {
  const reasons: string[] = [];
  for (const find of kind === "light" ? LIGHT : WHOLE) {
    try {
      const path = await find();
      if (path === null) continue;
      return await chromium.launch({ executablePath: path, args: FLAGS });
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    }
  }
  throw new Error(
    `The browser tests need Chromium: install the package "chromium" or set CHROMIUM_PATH. ${reasons.join(" ")}`,
  );
}

async function findWanted(): Promise<string | null> {
  return process.env.CHROMIUM_PATH || null;
}

async function findInstalled(): Promise<string | null> {
  for (const path of SYSTEM) if (await exists(path)) return path;
  return null;
}

async function findInPlaywrightCache(): Promise<string | null> {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache", "ms-playwright");
  const folders = await readdir(cache).catch(() => []);
  for (const folder of folders
    .filter((name) => name.startsWith("chromium"))
    .toSorted()
    .toReversed()) {
    for (const inside of ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-linux/headless_shell"]) {
      const path = join(cache, folder, inside);
      if (await exists(path)) return path;
    }
  }
  return null;
}

/**
 * @sparticuz/chromium carries a compressed headless Chromium for Linux x64 inside its npm package. Its own flags are
 * left: made for a function that lives a second, they keep all in one process, which ends with the first page closed.
 */
async function unpackCarried(): Promise<string | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const { default: carried } = await import("@sparticuz/chromium");
  return carried.executablePath();
}

async function installDebianPackage(): Promise<string | null> {
  if (process.getuid?.() !== 0) return null;
  await run("apt-get", ["update"]);
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"]);
  return findInstalled();
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
