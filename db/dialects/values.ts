import type { QueryCompiler } from "kysely";
import { DatabaseError } from "../database-error.ts";

/** What both engines store without guessing. */
export type Parameter = string | number | Buffer | null;

/** A mark of a statement. */
export interface IntoColumns {
  /**
   * Every parameter is a value of one column and nothing else: SQLite then takes a number as it is, for the column says
   * that it is an integer.
   */
  readonly intoColumns?: boolean;
  /** The statement is run again and again, each time with that many of the parameters: SQLite only. */
  readonly rowWidth?: number;
}

/**
 * The same compiler, whose parameters mean the same on both engines: booleans become 0 or 1, bigints become
 * numbers. Throws `bad-parameter` for what one engine would take and the other refuse or change.
 */
export function withPortableParameters(compiler: QueryCompiler): QueryCompiler {
  return {
    compileQuery(node, queryId) {
      const query = compiler.compileQuery(node, queryId);
      return { ...query, parameters: query.parameters.map(toParameter) };
    },
  };
}

export function toParameter(value: unknown): Parameter {
  switch (typeof value) {
    case "string":
      return value.includes("\0") ? refuse("a text with the character U+0000") : value;
    case "boolean":
      return value ? 1 : 0;
    case "bigint":
      return isSafe(value) ? Number(value) : refuse(`the integer ${value}, beyond 2^53`);
    case "number":
      return toFiniteNumber(value);
    case "object":
      return value === null ? null : toBuffer(value);
    default:
      return refuse(`a value of type ${typeof value}`);
  }
}

/** Reads an integer written in decimal digits. Throws `unsafe-integer` beyond 2^53 and for any fraction. */
export function parseSafeInteger(digits: string): number {
  const value = Number(digits);
  if (!/^-?\d+$/.test(digits)) {
    throw new DatabaseError(
      "unsafe-integer",
      `The database answered ${digits}: compute fractions in the application, from integers.`,
    );
  }
  return assertSafeInteger(value);
}

/** The value itself. Throws `unsafe-integer` when a double cannot tell it from its neighbours. */
export function assertSafeInteger(value: number): number {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new DatabaseError(
      "unsafe-integer",
      `The database answered ${value}, beyond 2^53: it is not exact.`,
    );
  }
  return value;
}

function toFiniteNumber(value: number): number {
  if (!Number.isFinite(value)) return refuse(`the number ${value}`);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return refuse(`the number ${value}, beyond 2^53`);
  return value;
}

function toBuffer(value: object): Buffer {
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return refuse(value instanceof Date ? "a Date: dates are text" : "an object: JSON goes through toJsonText");
}

function isSafe(value: bigint): boolean {
  return BigInt.asIntN(54, value) === value && value !== -(2n ** 53n);
}

function refuse(what: string): never {
  throw new DatabaseError("bad-parameter", `A query cannot carry ${what}.`);
}
