import type { Kysely } from "kysely";
import { PostgresAdapter } from "kysely";

export const ENGINES = ["sqlite", "postgres"] as const;

export type Engine = (typeof ENGINES)[number];

/** The engine behind a handle or a transaction. */
export function engineOf<DB>(db: Kysely<DB>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? "postgres" : "sqlite";
}

export interface AppMigrationContext {
  readonly db: Kysely<unknown>;
  readonly engine: Engine;
}

/** One numbered step of the schema. Its name sorts after every earlier one and never changes once released. */
export interface AppMigration {
  readonly name: string;
  up(context: AppMigrationContext): Promise<void>;
}

/** The words of DDL that differ between the engines; everything else is the same SQL. */
export interface ColumnTypes {
  /** 64-bit signed integer on both. */
  readonly int: "INTEGER" | "BIGINT";
  /** Compared and sorted by bytes on both, whatever the locale of the server. */
  readonly text: "TEXT" | 'TEXT COLLATE "C"';
  readonly blob: "BLOB" | "BYTEA";
  /** Closes a CREATE TABLE: SQLite refuses a value of the wrong type only in STRICT tables. */
  readonly strict: " STRICT" | "";
}

const COLUMN_TYPES: Record<Engine, ColumnTypes> = {
  sqlite: { int: "INTEGER", text: "TEXT", blob: "BLOB", strict: " STRICT" },
  postgres: { int: "BIGINT", text: 'TEXT COLLATE "C"', blob: "BYTEA", strict: "" },
};

export function columnTypes(engine: Engine): ColumnTypes {
  return COLUMN_TYPES[engine];
}
