import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PURCHASE_COLUMNS } from "../../shared/purchase-file/columns.ts";
import type { Run } from "../support/bench-programs.ts";
import { fresh, ours, program } from "../support/bench-programs.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { median, rounded } from "../support/figures.ts";
import { largeDeliveries, largePurchases } from "../support/large-purchases.ts";
import { writeSheets } from "../support/large-sheets.ts";

export const summary =
  "a 100 000-line CSV imported, classified and stored, beside sqlite3's .import of it (--rows, --rounds, --canteens)";

const PROGRAMS = join(import.meta.dirname, "programs");
const TIMES_SQLITE = 3;
const PEAK_MB = 350;

/** Said in the figures. */
const COUNTED = {
  command: "wall time of the whole `cli import` in one process, from its start to its end, database closed",
  sqlite3:
    "wall time of the whole sqlite3 program: `.import` of the same file into an empty table of text with one index (siret, date)",
  both: "WAL, synchronous FULL, in turn on one machine; medians. cpu_ms is what each took of the processors, whatever else ran",
};

/**
 * What counts for the bars is the whole command, from its start to its end: Node, the reading in a thread of its own,
 * the plan, the writing in one transaction (WAL, synchronous FULL) and the close. `import_ms` is the same without the
 * start and end of the program.
 */
export async function run(options: FigureOptions): Promise<Figures> {
  const rows = options.number("rows", 100_000);
  const rounds = options.number("rounds", 5);
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-bench-"));
  try {
    const template = join(folder, "template");
    await ours(["server/cli/cli.ts", "demo", "--empty"], { DATA_DIR: template });
    const alone = await measure({ folder, template, rows, rounds, canteens: 1, options });
    const many = await measure({
      folder,
      template,
      rows,
      rounds: Math.min(rounds, 3),
      canteens: 25,
      options,
    });
    const mapped = await measureMapped({ folder, template, rows });
    const dashboard = await measureDashboard({ folder, template, rows });
    const sheets = options.flag("no-sheets") ? null : await measureSheets({ folder, template, rows });
    const figures: Figures = {
      counted: COUNTED,
      rows,
      one_canteen: alone,
      canteens_25: many,
      mapped,
      dashboard,
      ...sheets,
    };
    figures.bars = [
      { name: "command / sqlite3, one canteen", value: alone.ratio, atMost: TIMES_SQLITE },
      { name: "peak memory MB, one canteen", value: alone.peak_mb, atMost: PEAK_MB },
      { name: "peak memory MB, 25 canteens", value: many.peak_mb, atMost: PEAK_MB },
      {
        name: "dashboards while lines are imported, p95 / alone",
        value: over(dashboard.p95_during_ms, dashboard.p95_alone_ms),
        atMost: 2,
      },
      { name: "differences between cube and lines", value: dashboard.differences, atMost: 0 },
    ];
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Setting {
  folder: string;
  template: string;
  rows: number;
}

interface Measured {
  file_mb: number | null;
  command_ms: number | null;
  import_ms: number | null;
  read_ms: number | null;
  sqlite3_ms: number | null;
  command_cpu_ms: number | null;
  sqlite3_cpu_ms: number | null;
  ratio: number | null;
  ratio_cpu: number | null;
  ratio_import_alone: number | null;
  peak_mb: number | null;
  rounds: { command_ms: number; import_ms: number; sqlite3_ms: number | null; peak_mb: number | null }[];
}

/** Ours and sqlite3's in turn, so that what the machine does besides weighs on both. */
async function measure({
  folder,
  template,
  rows,
  rounds,
  canteens,
  options,
}: Setting & { rounds: number; canteens: number; options: FigureOptions }): Promise<Measured> {
  const file = join(folder, `purchases-${canteens}.csv`);
  const text = largePurchases({ rows, canteens, from: "2025-01-01" });
  await writeFile(file, text);
  const commands: Run[] = [];
  const alone: { import_ms: number; read_ms: number }[] = [];
  const stock: Run[] = [];
  for (let round = 1; round <= rounds; round++) {
    const other = await sqlite3(folder, file);
    if (other !== null) stock.push(other);
    const command = await fresh({ folder, template }, (data) =>
      ours(["server/cli/cli.ts", "import", file, "--create-canteen", "--json"], { DATA_DIR: data }),
    );
    if ((JSON.parse(command.output) as { created: number }).created !== rows)
      throw new Error(`not every row was imported: ${command.output.slice(0, 500)}`);
    commands.push(command);
    alone.push(await fresh({ folder, template }, (data) => importOnce([file], data)));
    options.note(
      `${canteens} canteens, round ${round}: ${command.ms.toFixed(0)} ms, sqlite3 ${other?.ms.toFixed(0) ?? "absent"} ms, ${command.peak_mb} MB`,
    );
  }
  const command_ms = median(commands.map(({ ms }) => ms));
  const import_ms = median(alone.map((each) => each.import_ms));
  const sqlite3_ms = median(stock.map(({ ms }) => ms));
  const command_cpu_ms = median(commands.flatMap(({ cpu_ms }) => cpu_ms ?? []));
  const sqlite3_cpu_ms = median(stock.flatMap(({ cpu_ms }) => cpu_ms ?? []));
  return {
    file_mb: rounded(Buffer.byteLength(text) / 1e6),
    command_ms: rounded(command_ms, 0),
    import_ms: rounded(import_ms, 0),
    read_ms: rounded(median(alone.map((each) => each.read_ms)), 0),
    sqlite3_ms: rounded(sqlite3_ms, 0),
    command_cpu_ms: rounded(command_cpu_ms, 0),
    sqlite3_cpu_ms: rounded(sqlite3_cpu_ms, 0),
    ratio: over(command_ms, sqlite3_ms),
    ratio_cpu: over(command_cpu_ms, sqlite3_cpu_ms),
    ratio_import_alone: over(import_ms, sqlite3_ms),
    peak_mb: rounded(median(commands.flatMap(({ peak_mb }) => peak_mb ?? [])), 0),
    rounds: commands.map(({ ms, peak_mb }, index) => ({
      command_ms: Math.round(ms),
      import_ms: Math.round(alone[index]?.import_ms ?? 0),
      sqlite3_ms: stock[index] === undefined ? null : Math.round(stock[index].ms),
      peak_mb,
    })),
  };
}

/** A second file while somebody looks at the dashboard of the first one's canteen; then the check, and the undoing. */
async function measureDashboard({ folder, template, rows }: Setting): Promise<{
  p95_alone_ms: number | null;
  p95_during_ms: number | null;
  max_during_ms: number | null;
  check_ms: number | null;
  undo_ms: number | null;
  differences: number | null;
}> {
  const second = join(folder, "second.csv");
  await writeFile(second, largePurchases({ rows, canteens: 1, from: "2024-01-01" }));
  return await fresh({ folder, template }, async (data) => {
    await importOnce([join(folder, "purchases-1.csv")], data);
    const { dashboard, ...rest } = await importOnce([second, "--dashboard", "--undo"], data);
    return {
      p95_alone_ms: rounded(dashboard?.quiet?.p95_ms ?? null),
      p95_during_ms: rounded(dashboard?.busy?.p95_ms ?? null),
      max_during_ms: rounded(dashboard?.busy?.max_ms ?? null),
      check_ms: rounded(rest.check_ms ?? null, 0),
      undo_ms: rounded(rest.undo_ms ?? null, 0),
      differences: (rest.differences ?? 0) + (rest.stale_verdicts ?? 0),
    };
  });
}

/** The same rows as a wholesaler writes them, read by a mapping: only the command, once. */
async function measureMapped({ folder, template, rows }: Setting): Promise<Record<string, unknown>> {
  const [file, mapping] = [join(folder, "deliveries.csv"), join(folder, "mapping.json")];
  const deliveries = largeDeliveries(largePurchases({ rows, canteens: 1, from: "2025-01-01" }));
  await writeFile(file, deliveries.text);
  await writeFile(mapping, JSON.stringify(deliveries.mapping));
  const { ms, cpu_ms, peak_mb, output } = await fresh({ folder, template }, (data) =>
    ours(["server/cli/cli.ts", "import", file, "--mapping", mapping, "--create-canteen", "--json"], {
      DATA_DIR: data,
    }),
  );
  const { created } = JSON.parse(output) as { created: number };
  return { command_ms: Math.round(ms), cpu_ms: rounded(cpu_ms, 0), peak_mb, created };
}

/** The same rows as workbooks: only the command, once each. */
async function measureSheets({ folder, template, rows }: Setting): Promise<Record<string, unknown>> {
  const files = await writeSheets(folder, { rows });
  const figures: Record<string, unknown> = {};
  for (const [kind, file] of Object.entries(files)) {
    const { ms, peak_mb, output } = await fresh({ folder, template }, (data) =>
      ours(["server/cli/cli.ts", "import", file, "--create-canteen", "--json"], { DATA_DIR: data }),
    );
    const { created } = JSON.parse(output) as { created: number };
    figures[kind] = { command_ms: Math.round(ms), peak_mb, created };
  }
  return figures;
}

interface Once {
  import_ms: number;
  read_ms: number;
  dashboard?: { quiet: Percentiles | null; busy: Percentiles | null };
  check_ms?: number;
  undo_ms?: number;
  differences?: number;
  stale_verdicts?: number;
}

interface Percentiles {
  p95_ms: number;
  max_ms: number;
}

async function importOnce(words: readonly string[], data: string): Promise<Once> {
  const { output } = await ours([join(PROGRAMS, "import-once.ts"), ...words], { DATA_DIR: data });
  return JSON.parse(output) as Once;
}

/** What the sqlite3 program takes, with the same durability; null: this machine has none. */
async function sqlite3(folder: string, file: string): Promise<Run | null> {
  const database = join(folder, "stock.sqlite");
  const columns = PURCHASE_COLUMNS.map((column) => `${column} text`).join(", ");
  const input = [
    "pragma journal_mode = wal;",
    "pragma synchronous = full;",
    `create table purchases (${columns});`,
    "create index purchases_by_date on purchases (siret, date);",
    `.import --csv --skip 1 ${file} purchases`,
    "",
  ].join("\n");
  try {
    return { ...(await program("sqlite3", [database], { env: process.env, input })), peak_mb: null };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  } finally {
    for (const end of ["", "-wal", "-shm"]) await rm(database + end, { force: true });
  }
}

function over(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : rounded(one / other, 2);
}
