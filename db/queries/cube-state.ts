import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Database } from "../database.ts";
import { findSetting, putSetting } from "./settings.ts";

/** Size of the cube, and what its last comparison with the lines found. */
export interface CubeState {
  cells: number;
  /** Purchase lines the cells stand for. */
  lines: number;
  /** Null: never compared. */
  checkedAt: IsoInstant | null;
  /** Null: never compared. */
  equal: boolean | null;
}

export interface CubeCheck {
  checkedAt: IsoInstant;
  equal: boolean;
}

const SETTING = "cube-check";

/** The cube's size, read from the cells alone. */
export async function readCubeState(db: Kysely<Database>): Promise<CubeState> {
  const size = await db
    .selectFrom("cells")
    .select((eb) => [eb.fn.countAll<number>().as("cells"), eb.fn.sum<number | null>("lines").as("lines")])
    .executeTakeFirstOrThrow();
  const check = await findSetting(db, SETTING);
  const { checkedAt, equal }: Pick<CubeState, "checkedAt" | "equal"> =
    check === undefined ? { checkedAt: null, equal: null } : (JSON.parse(check) as CubeCheck);
  return { cells: size.cells, lines: size.lines ?? 0, checkedAt, equal };
}

/** Keeps the result of comparing the cube with the lines, for /health. */
export async function putCubeCheck(db: Kysely<Database>, check: CubeCheck): Promise<void> {
  await putSetting(db, { key: SETTING, value: JSON.stringify(check) });
}
