import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { stormOfMigrations } from "../support/migration-storm.ts";
import { startPostgresServer } from "../support/postgres-server.ts";

export const summary =
  "the product's migrations killed with -9, then run by 8 processes at once (--kills N, --rounds N, --postgres)";

export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-migrations-"));
  const server = options.flag("postgres") ? await startPostgresServer() : null;
  let made = 0;
  async function newDatabase() {
    made += 1;
    const name = `storm_${made}`;
    if (server === null) {
      const own = join(folder, name);
      return { url: join(own, "bonnepart.sqlite"), remove: () => rm(own, { recursive: true, force: true }) };
    }
    await administer(server.url, `create database ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    const { url: admin } = server;
    return { url: url.href, remove: () => administer(admin, `drop database ${name} with (force)`) };
  }
  try {
    const { wrong, ...storm } = await stormOfMigrations(newDatabase, {
      kills: options.number("kills", 300),
      rounds: options.number("rounds", 30),
      note: options.note,
    });
    for (const line of wrong) options.note(line);
    return {
      engine: server === null ? "sqlite" : "postgres",
      ...storm,
      bars: [
        { name: "databases that did not start again as they should", value: wrong.length, atMost: 0 },
        { name: "kills before the last migration was kept", value: storm.killedInside, atLeast: 1 },
      ],
    };
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
