import { spawn, spawnSync } from "node:child_process";
import { chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

const NOBODY = 65_534;
const PORT = 6_432;
const READY_MS = 10_000;

export interface Pooler {
  /** The same database, by the pooler. */
  urlOf(databaseUrl: string): string;
  stop(): Promise<void>;
}

/** Whether this machine has the program: nothing of npm carries it. */
export function hasPgbouncer(): boolean {
  return spawnSync("pgbouncer", ["--version"]).status === 0;
}

/** pgbouncer in transaction mode before the server, with fewer connections to it than the product has to the pooler. */
export async function startPgbouncer(serverFolder: string): Promise<Pooler> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-pgb-"));
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const settings = [
    "[databases]",
    `* = host=${serverFolder}`,
    "[pgbouncer]",
    `listen_port = ${PORT}`,
    `unix_socket_dir = ${folder}`,
    "auth_type = trust",
    `auth_file = ${join(folder, "users.txt")}`,
    "pool_mode = transaction",
    "default_pool_size = 3",
    "max_client_conn = 200",
  ];
  await writeFile(join(folder, "pgbouncer.ini"), settings.join("\n"));
  await writeFile(join(folder, "users.txt"), '"postgres" ""\n');
  if (identity.uid !== undefined) await chown(folder, identity.uid, identity.gid);
  const child = spawn("pgbouncer", [join(folder, "pgbouncer.ini")], {
    ...identity,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise((resolve) => child.once("close", resolve));

  function urlOf(databaseUrl: string): string {
    const url = new URL(databaseUrl);
    url.searchParams.set("host", folder);
    url.searchParams.set("port", String(PORT));
    return url.href;
  }

  async function stop(): Promise<void> {
    child.kill("SIGINT");
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
  const late = performance.now() + READY_MS;
  const own = urlOf("postgres:///postgres?user=postgres");
  while (!(await answers(own))) {
    if (performance.now() < late && child.exitCode === null) continue;
    await stop();
    throw new Error(`pgbouncer does not start: ${said}`);
  }
  return { urlOf, stop };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
