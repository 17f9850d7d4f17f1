import type { Kysely } from "kysely";

/**
 * What a walled handle may reach of the tables with `canteen_id`: one canteen's rows, many canteens' (the application
 * alone says which), or nobody's. Tables without it are as they are to everybody.
 */
export type Reach = { readonly canteenId: string } | "many" | "nobody";

/** Why there is no wall. */
export const WALL_GAPS = ["no-schema", "no-roles", "distributed"] as const;

export type WallGap = (typeof WALL_GAPS)[number];

/** Row-level security of PostgreSQL as it stands. */
export interface Wall {
  /** Why nothing is behind it; null: it stands. */
  gap(): WallGap | null;
  /** The roles that its transactions take, there or not; none before there are tables. */
  roleNames(): readonly string[];
  /** Makes what it lacks, as far as the login may, and looks again. */
  raise(): Promise<void>;
}

interface Walled {
  readonly origin: object;
  behind(reach: Reach): object;
}

const WALLED = new WeakMap<object, Walled>();

/** For open.ts: `make` gives the same database behind the wall, or null while there is none. */
export function registerWalled<DB>(origin: Kysely<DB>, make: (reach: Reach) => Kysely<DB> | null): void {
  const shared = new Map<Reach, Kysely<DB>>();
  const walled: Walled = {
    origin,
    behind(reach) {
      const known = shared.get(reach);
      if (known !== undefined) return known;
      const made = make(reach);
      if (made === null) return origin;
      WALLED.set(made, walled);
      if (typeof reach === "string") shared.set(reach, made);
      return made;
    },
  };
  WALLED.set(origin, walled);
}

/**
 * The same database with the rows in reach and no others, for the engine itself: whatever a statement forgets to ask.
 * `db`, walled or not, as it was opened; `db` itself where there is no wall (SQLite, or `Wall.gap`).
 */
export function behindWall<DB>(db: Kysely<DB>, reach: Reach): Kysely<DB> {
  return (WALLED.get(db)?.behind(reach) ?? db) as Kysely<DB>;
}

/** The handle that was opened, whatever wall `db` is behind: to keep things by database. */
export function beforeWall<DB>(db: Kysely<DB>): Kysely<DB> {
  return (WALLED.get(db)?.origin ?? db) as Kysely<DB>;
}
