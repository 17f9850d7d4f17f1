import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { checkCube } from "../../server/actions/check-cube.ts";
import { anyOperation } from "../support/cube/cube-operations.ts";
import { playSequence } from "../support/cube/play-sequence.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { rounded } from "../support/figures.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import { NOW, seedOrganisation, seedProduct } from "../support/seed.ts";

export const summary =
  "random orders, edits, deletions, proofs, statuses and declarations: cube = model = lines (--operations N, --seed N, --postgres)";

/** Operations of one canteen, one after the other. */
const LENGTH = 60;
/** Sequences between two words to whoever waits. */
const NOTED = 500;

export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-cube-"));
  const server = options.flag("postgres") ? await startPostgresServer() : null;
  const opened = await openDatabase<Database>({ url: server?.url ?? join(folder, "bonnepart.sqlite") });
  try {
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    const { db, reader, engine } = opened;
    const { organisationId } = await seedOrganisation(db);
    const ground = { db, reader, engine, organisationId, productId: (await seedProduct(db)).id };
    const seed = options.number("seed", Date.now() % 1_000_000);
    const sequences = Math.ceil(options.number("operations", 1_000_000) / LENGTH);
    const start = performance.now();
    let played = 0;
    const wrong: unknown[] = [];
    const anySequence = fc.array(anyOperation, { minLength: LENGTH, maxLength: LENGTH });
    // Drawn one by one: a million operations are not kept at once.
    for (; played < sequences && wrong.length === 0; played++) {
      const [sequence = []] = fc.sample(anySequence, { numRuns: 1, seed: seed + played });
      wrong.push(...(await playSequence(ground, sequence)));
      if (wrong.length > 0) options.note(`--seed ${seed + played}: ${JSON.stringify(wrong)}`);
      if (played % NOTED === NOTED - 1) options.note(`${(played + 1) * LENGTH} operations`);
    }
    const seconds = (performance.now() - start) / 1000;
    const check = await checkCube(reader);
    return {
      engine,
      seed,
      sequences: played,
      operations: played * LENGTH,
      operations_a_second: Math.round((played * LENGTH) / seconds),
      lines: check.lines,
      cells: check.cells,
      check_s: rounded((performance.now() - start) / 1000 - seconds),
      bars: [
        { name: "answers and cells that are not the model's", value: wrong.length, atMost: 0 },
        { name: "cells that are not their lines'", value: check.differences.length, atMost: 0 },
        { name: "verdicts that are not their facts'", value: check.staleVerdicts.length, atMost: 0 },
        { name: "declared years that moved", value: check.brokenDeclarations.length, atMost: 0 },
      ],
    };
  } finally {
    await opened.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
