import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { quantile, rounded } from "../support/figures.ts";
import { stormOfKills } from "../support/kill-storm.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import { NOW } from "../support/seed.ts";

export const summary =
  "the server killed with -9 under 8 clients: what was acknowledged is there, once (--kills N, --clients N, --postgres)";

export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-kill-"));
  const server = options.flag("postgres") ? await startPostgresServer() : null;
  const url = server?.url ?? join(folder, "bonnepart.sqlite");
  try {
    const opened = await openDatabase<never>({ url });
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    await opened.close();
    const asked = options.number("kills", 1_000);
    const { readyMs, wrong, ...storm } = await stormOfKills({
      kills: asked,
      clients: options.number("clients", 8),
      url,
      env: { DATA_DIR: folder, ...(server === null ? {} : { DATABASE_URL: url }) },
      checkEvery: 20,
      note: options.note,
    });
    for (const line of wrong) options.note(line);
    return {
      engine: server === null ? "sqlite" : "postgres",
      ...storm,
      ready_median_ms: rounded(quantile(readyMs, 0.5), 0),
      ready_p95_ms: rounded(quantile(readyMs, 0.95), 0),
      bars: [
        { name: "kills", value: storm.kills, atLeast: asked },
        {
          name: "acknowledged saves gone, saves kept twice, refusals, damages",
          value: wrong.length,
          atMost: 0,
        },
        { name: "saves sent again under the same id", value: storm.sentAgain, atLeast: 1 },
      ],
    };
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
