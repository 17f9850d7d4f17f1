import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** `npm test`: everything that must hold, cheapest first; stops at the first step that fails. */
const ROOT = dirname(import.meta.dirname);
const BIN = join(ROOT, "node_modules", ".bin");

/** Memory seen as a folder on Linux: the hundreds of databases that tests make and drop wait for no disk there. */
const IN_MEMORY = "/dev/shm";
const ROOM_BYTES = 4 * 2 ** 30;
const LAST_CHARACTERS = 12_000;

interface Command {
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}

if (Number(process.versions.node.split(".")[0]) < 24) {
  console.error(
    `The tests run on Node 24, brought by "npm ci"; this is ${process.version}. Run "npm ci && npm test".`,
  );
  process.exit(1);
}

const temporary = mkdtempSync(join(hasRoomInMemory() ? IN_MEMORY : tmpdir(), "bonnepart-"));
// PostgreSQL is another user than root, and its folder is in this one.
chmodSync(temporary, 0o711);
process.once("exit", () => rmSync(temporary, { recursive: true, force: true }));

const CLI = ["--import", "./server/cli/guard.mjs", "server/cli/cli.ts"];
/** Made once for both halves: each begins with a copy. */
const demonstration = join(temporary, "demonstration");
/** The two halves of the browser step, as long as each other: each has its own servers, and one waits while the other works. */
const ONE_HALF = [
  "pages.test.ts",
  "accessibility.test.ts",
  "postgres.test.ts",
  "map-file.test.ts",
  "outbox-edges.test.ts",
];

const STEPS: readonly { name: string; together: readonly Command[] }[] = [
  { name: "types", together: [{ command: "tsc", args: ["-b", "test"] }] },
  { name: "lint and format", together: [{ command: "biome", args: ["ci", "--error-on-warnings", "."] }] },
  { name: "unit, both engines, routers", together: [{ command: "vitest", args: ["run"] }] },
  {
    name: "pages and demonstration for the browser",
    together: [
      { command: "vite", args: ["build", "--logLevel", "warn"] },
      { command: "node", args: [...CLI, "demo"], env: { DATA_DIR: demonstration } },
    ],
  },
  {
    name: "browser",
    together: [inBrowser(ONE_HALF), inBrowser(ONE_HALF.map((file) => `--exclude=**/${file}`))],
  },
];

for (const step of STEPS) {
  const start = performance.now();
  console.log(`\n— ${step.name}`);
  const ends = await Promise.all(step.together.map(run));
  const code = ends.find((one) => one.code !== 0)?.code ?? 0;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (ends.length > 1) for (const end of ends) if (end.code !== 0) sayAgain(end);
  console.log(`${code === 0 ? "done" : "FAILED"}: ${step.name}, ${seconds} s`);
  if (code !== 0) process.exit(code);
}

function inBrowser(files: readonly string[]): Command {
  const args = ["run", "--config", "test/e2e/vitest.config.ts", ...files];
  return { command: "vitest", args, env: { E2E_DEMONSTRATION: demonstration } };
}

function hasRoomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return Math.min(bavail * bsize, process.availableMemory()) >= ROOM_BYTES;
  } catch {
    return false;
  }
}

interface End {
  code: number;
  /** Its last LAST_CHARACTERS printed. */
  last: string;
}

/** What failed beside something longer is far up by then: its end is printed again, last. */
function sayAgain({ last }: End): void {
  console.log(`\n— what failed, again:\n${last.slice(last.indexOf("\n") + 1)}`);
}

function run({ command, args, env = {} }: Command): Promise<End> {
  // One folder each: what one unpacks there (a browser) is not half there for another.
  const folder = mkdtempSync(join(temporary, `${command}-`));
  chmodSync(folder, 0o711);
  const child = spawn(join(BIN, command), [...args], {
    cwd: ROOT,
    stdio: ["inherit", "pipe", "pipe"],
    // The pages are tested as they are served: built for « test » they have neither service worker nor React's own speed.
    env: {
      ...process.env,
      PATH: `${BIN}:${process.env.PATH ?? ""}`,
      TMPDIR: folder,
      NODE_ENV: command === "vite" ? "production" : "test",
      ...env,
    },
  });
  let last = "";
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding("utf8").on("data", (text: string) => {
      to.write(text);
      last = (last + text).slice(-LAST_CHARACTERS);
    });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(`${command} could not be started: ${error.message}. Run "npm ci" first.`);
      resolve({ code: 1, last });
    });
    child.once("close", (code) => resolve({ code: code ?? 1, last }));
  });
}
