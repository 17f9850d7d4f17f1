import type { Compilable, Kysely } from "kysely";
import { CompiledQuery } from "kysely";
import type { IntoColumns } from "./dialects/values.ts";
import { engineOf } from "./engine.ts";

/** A statement that writes rows, compiled once for a number of rows and run again with others. */
export interface ManyRows<Row> {
  /** Tells the statement from every other. */
  name: string;
  rows: readonly Row[];
  /** Columns whose value every row gives; the others are not written, and null. */
  columns: readonly (keyof Row & string)[];
  /** Also those that no row gives: the statement names them all. */
  every?: boolean;
  /** The statement for these rows: its parameters are their columns, row by row, in the order of `columns`. */
  statement(rows: Row[]): Compilable;
}

/** Rows of one statement, largest first: 128 rows of 40 columns stay under SQLite's 32 766 parameters. */
const SIZES = [128, 32, 8, 4, 1] as const;

/**
 * Runs the statement for all rows: building its text costs more than running it. Answers how many it wrote. PostgreSQL
 * is sent many rows at a time. SQLite runs the statement of one row for each, which takes it half the time: before one
 * of many rows it copies the pages that it is going to change, to undo it should a later row be refused.
 */
export async function executeMany<DB, Row extends object>(
  db: Kysely<DB>,
  many: ManyRows<Row>,
): Promise<number> {
  const columns = filledColumns(many);
  const byRow = engineOf(db) === "sqlite";
  let start = 0;
  let written = 0;
  for (const size of SIZES)
    for (; start + size <= many.rows.length; start += size) {
      const parameters: unknown[] = new Array(size * columns.length);
      let at = 0;
      for (let index = start; index < start + size; index++) {
        const row = many.rows[index];
        for (const column of columns) parameters[at++] = row?.[column];
      }
      const query: CompiledQuery & IntoColumns = {
        ...statementOf(db, { many, columns, size: byRow ? 1 : size }),
        parameters,
        intoColumns: true,
        ...(byRow && { rowWidth: columns.length }),
      };
      written += Number((await db.executeQuery(query)).numAffectedRows ?? 0);
    }
  return written;
}

/**
 * Rows of one statement of few columns, whom nobody waits for: before each statement SQLite copies the pages that it is
 * going to change, and thousands of lines change the same pages of an index.
 */
const BULK_SIZES = [4_096, 1_024, ...SIZES] as const;
/** SQLite takes 32 766. */
const MOST_PARAMETERS = 32_766;

/** A statement that writes rows whose values stand one after the other. */
export interface ManyValues {
  name: string;
  /** Of every row; all of them are written. */
  columns: readonly string[];
  /** Row by row, in the order of the columns. */
  values: readonly unknown[];
  /** Thousands of rows in one statement: not given, 128. */
  bulk?: boolean;
  /** The statement for this number of rows: its parameters are their values, in order. */
  statement(rows: number): Compilable;
}

/** `executeMany` for rows that were never objects. */
export async function executeValues<DB>(
  db: Kysely<DB>,
  { name, columns, values, bulk = false, statement }: ManyValues,
): Promise<void> {
  const width = columns.length;
  const sizes = bulk ? BULK_SIZES.filter((size) => size * width <= MOST_PARAMETERS) : SIZES;
  let start = 0;
  for (const size of sizes)
    for (; start + size * width <= values.length; start += size * width) {
      const query: CompiledQuery & IntoColumns = {
        ...compiled(db, `${name} ${size}`, { size, width, statement: () => statement(size) }),
        parameters: values.slice(start, start + size * width),
        intoColumns: true,
      };
      await db.executeQuery(query);
    }
}

/** Columns that are null in every row are left to be null by themselves. */
function filledColumns<Row extends object>({
  rows,
  columns,
  every = false,
}: ManyRows<Row>): readonly (keyof Row & string)[] {
  if (every) return columns;
  return columns.filter((column) => rows.some((row) => row[column] !== null));
}

/** By what compiles (the engine), then by statement, columns and number of rows. */
const statements = new WeakMap<object, Map<string, CompiledQuery>>();

function statementOf<DB, Row extends object>(
  db: Kysely<DB>,
  { many, columns, size }: { many: ManyRows<Row>; columns: readonly (keyof Row & string)[]; size: number },
): CompiledQuery {
  const row = Object.fromEntries(columns.map((column) => [column, 0])) as Row;
  return compiled(db, `${many.name} ${size} ${columns.join(",")}`, {
    size,
    width: columns.length,
    statement: () => many.statement(Array.from({ length: size }, () => row)),
  });
}

function compiled<DB>(
  db: Kysely<DB>,
  key: string,
  { size, width, statement }: { size: number; width: number; statement: () => Compilable },
): CompiledQuery {
  const { adapter } = db.getExecutor();
  const own = statements.get(adapter) ?? new Map<string, CompiledQuery>();
  statements.set(adapter, own);
  const known = own.get(key);
  if (known !== undefined) return known;
  const { sql, parameters } = statement().compile();
  if (parameters.length !== size * width) throw new Error(`${key} has parameters beside its rows`);
  const made = CompiledQuery.raw(sql);
  own.set(key, made);
  return made;
}
