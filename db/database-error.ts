export const DATABASE_ERROR_CODES = [
  "engine-too-old",
  "wrong-encoding",
  "pragma-refused",
  "cannot-open",
  "schema-newer",
  "schema-gap",
  "bad-parameter",
  "unsafe-integer",
  "read-only",
  "writer-busy",
  "nested-transaction",
  "transaction-lost",
  "stream",
  "closed",
] as const;

export type DatabaseErrorCode = (typeof DATABASE_ERROR_CODES)[number];

/** A rule of db/ itself was broken: what is wrong and what to do, for a log or a terminal, never for a page. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DatabaseError";
    this.code = code;
  }
}
