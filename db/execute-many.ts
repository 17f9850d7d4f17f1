import type { Compilable, Kysely } from "kysely";
import { CompiledQuery } from "kysely";
import type { IntoColumns } from "./dialects/values.ts";

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
const SIZES = [128, 32, 8, 1] as const;

/** Runs the statement for all rows: building its text costs more than running it. */
export async function executeMany<DB, Row extends object>(
  db: Kysely<DB>,
  many: ManyRows<Row>,
): Promise<void> {
  const columns = filledColumns(many);
  let start = 0;
  for (const size of SIZES)
    for (; start + size <= many.rows.length; start += size) {
      const parameters: unknown[] = new Array(size * columns.length);
      let at = 0;
      for (let index = start; index < start + size; index++) {
        const row = many.rows[index];
        for (const column of columns) parameters[at++] = row?.[column];
      }
      const query: CompiledQuery & IntoColumns = {
        ...statementOf(db, { many, columns, size }),
        parameters,
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
  const { adapter } = db.getExecutor();
  const own = statements.get(adapter) ?? new Map<string, CompiledQuery>();
  statements.set(adapter, own);
  const key = `${many.name} ${size} ${columns.join(",")}`;
  const known = own.get(key);
  if (known !== undefined) return known;
  const row = Object.fromEntries(columns.map((column) => [column, 0])) as Row;
  const { sql, parameters } = many.statement(Array.from({ length: size }, () => row)).compile();
  if (parameters.length !== size * columns.length)
    throw new Error(`the statement ${many.name} has parameters beside its rows`);
  const statement = CompiledQuery.raw(sql);
  own.set(key, statement);
  return statement;
}
