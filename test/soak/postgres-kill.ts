import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { stormOfLosses } from "../support/database-losses.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { quantile, rounded } from "../support/figures.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import { NOW } from "../support/seed.ts";

export const summary =
  "PostgreSQL itself killed with -9 under two web processes, which come back by themselves (--kills N, --clients N)";

export async function run(options: FigureOptions): Promise<Figures> {
  const asked = options.number("kills", 200);
  const server = await startPostgresServer({ durable: true });
  try {
    const opened = await openDatabase<never>({ url: server.url });
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    await opened.close();
    const { backMs, wrong, ...losses } = await stormOfLosses({
      rounds: asked,
      clients: options.number("clients", 8),
      url: server.url,
      async lose() {
        server.kill();
        await server.start();
      },
      checkEvery: 20,
      note: options.note,
    });
    for (const line of wrong) options.note(line);
    return {
      ...losses,
      served_again_median_ms: rounded(quantile(backMs, 0.5), 0),
      served_again_p95_ms: rounded(quantile(backMs, 0.95), 0),
      bars: [
        { name: "kills of PostgreSQL", value: losses.rounds, atLeast: asked },
        { name: "acknowledged saves gone, saves kept twice, damages", value: wrong.length, atMost: 0 },
        { name: "saves sent again under the same id", value: losses.sentAgain, atLeast: 1 },
      ],
    };
  } finally {
    await server.stop();
  }
}
