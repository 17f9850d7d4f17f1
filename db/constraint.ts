export type Constraint = "unique" | "foreign-key" | "check" | "not-null";

const CONSTRAINTS: Readonly<Record<string, Constraint>> = {
  SQLITE_CONSTRAINT_UNIQUE: "unique",
  SQLITE_CONSTRAINT_PRIMARYKEY: "unique",
  SQLITE_CONSTRAINT_FOREIGNKEY: "foreign-key",
  SQLITE_CONSTRAINT_CHECK: "check",
  SQLITE_CONSTRAINT_NOTNULL: "not-null",
  "23505": "unique",
  "23503": "foreign-key",
  "23514": "check",
  "23502": "not-null",
};

/** Which rule of the schema an engine's error says was broken; null for any other error. */
export function constraintOf(error: unknown): Constraint | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  return CONSTRAINTS[error.code] ?? null;
}
