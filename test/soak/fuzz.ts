import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { fuzzProcedures } from "../support/fuzz-procedures.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import { seedRightsWorld } from "../support/rights-world.ts";
import { NOW } from "../support/seed.ts";

export const summary =
  "every procedure called with values made from its own schema: none fails as a bug would (--calls N, --seed N, --postgres)";

export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-fuzz-"));
  const server = options.flag("postgres") ? await startPostgresServer() : null;
  const opened = await openDatabase<Database>({ url: server?.url ?? join(folder, "bonnepart.sqlite") });
  try {
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    const seed = options.number("seed", Date.now() % 1_000_000);
    const { bugs, reached, ...fuzz } = await fuzzProcedures(opened, {
      calls: options.number("calls", 20_000),
      seed,
      world: await seedRightsWorld(opened),
      note: options.note,
    });
    for (const bug of bugs) options.note(`${bug.path} ${bug.input}\n${bug.error}`);
    return {
      engine: opened.engine,
      seed,
      ...fuzz,
      procedures_answered: reached.length,
      reached,
      bars: [{ name: "bugs: answers that are neither a value nor a refusal", value: bugs.length, atMost: 0 }],
    };
  } finally {
    await opened.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
