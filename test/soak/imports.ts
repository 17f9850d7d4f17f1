import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkCube } from "../../server/actions/check-cube.ts";
import { importPurchases } from "../../server/actions/import-purchases.ts";
import { undoImport } from "../../server/actions/undo-import.ts";
import { readEnvironment } from "../../server/cli/environment.ts";
import { openInstallation } from "../../server/cli/installation.ts";
import { readPurchaseFileAside } from "../../server/readers/read-aside.ts";
import { newId } from "../../shared/ids.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { median, rounded } from "../support/figures.ts";
import { largePurchases } from "../support/large-purchases.ts";
import { siretNumber } from "../support/purchase-files.ts";
import { seedCanteen, seedOrganisation } from "../support/seed.ts";

export const summary =
  "imports one after the other in one process, each undone: memory must not grow (--imports)";

/** Every tenth file is large enough to be read in a thread of its own. */
const ROWS = 60;
const LARGE_ROWS = 2_000;
const GROWTH_MB = 40;

export async function run(options: FigureOptions): Promise<Figures> {
  const imports = options.number("imports", 1_000);
  const dataDir = await mkdtemp(join(tmpdir(), "bonnepart-soak-"));
  const { context, close } = await openInstallation(
    readEnvironment({ DATA_DIR: dataDir }, { terminal: true }),
  );
  try {
    const { db } = context();
    const { organisationId } = await seedOrganisation(db);
    const canteen = await seedCanteen(db, { organisationId, siret: siretNumber(700) });
    const resident: number[] = [];
    let lines = 0;
    for (let turn = 0; turn < imports; turn++) {
      const ctx = context();
      const rows = turn % 10 === 0 ? LARGE_ROWS : ROWS;
      const text = `${largePurchases({ rows, canteens: 1, from: "2025-01-01" })}${"\n".repeat(turn % 7)}`;
      const bytes = new TextEncoder().encode(text);
      const canteens = [{ id: canteen.id, siret: canteen.siret }];
      const file = await readPurchaseFileAside(bytes, {
        today: ctx.today,
        mode: "forgiving",
        canteens,
        chosen: null,
        create: false,
      });
      const importId = newId();
      const report = await importPurchases(ctx, {
        importId,
        organisationId,
        bytes,
        fileName: "achats.csv",
        file,
        canteens,
        duplicates: "keep",
        allOrNothing: true,
        creation: null,
      });
      lines += report.created;
      await undoImport(ctx, { importId, canteenId: canteen.id, writable: null });
      resident.push(process.memoryUsage().rss / 2 ** 20);
      if (turn % 100 === 99) options.note(`${turn + 1} imports, ${Math.round(resident.at(-1) ?? 0)} MB`);
    }
    const quarter = Math.floor(resident.length / 4);
    const early = median(resident.slice(quarter, 2 * quarter));
    const late = median(resident.slice(-quarter));
    const check = await checkCube(context().reader);
    return {
      imports,
      lines,
      early_mb: rounded(early),
      late_mb: rounded(late),
      bars: [
        {
          name: "growth of memory MB, second to last quarter",
          value: early === null || late === null ? null : rounded(late - early),
          atMost: GROWTH_MB,
        },
        { name: "differences between cube and lines", value: check.differences.length, atMost: 0 },
      ],
    };
  } finally {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
