import type { Kysely } from "kysely";
import type { Database } from "../db/database.ts";
import type { Engine } from "../db/engine.ts";
import type { Reach } from "../db/wall.ts";
import { behindWall } from "../db/wall.ts";
import type { IsoDate, IsoInstant } from "../shared/facts.ts";
import type { Id } from "../shared/ids.ts";

/** What an action needs to know: where to write, when it is, and who asks. */
export interface ActionContext {
  /** Writes and transactions. */
  db: Kysely<Database>;
  /** Reads that may run beside a write. */
  reader: Kysely<Database>;
  engine: Engine;
  now: IsoInstant;
  today: IsoDate;
  /** Null: the command line or a job. */
  userId: Id | null;
  /** Seals the secrets of second steps; absent: they lie as they are. */
  secretKey?: Uint8Array;
  /** Logs what went wrong and was made good; absent: nobody listens. */
  reportBug?: (error: unknown) => void;
}

/** The same behind the second wall: the engine itself shows only the rows in reach (PostgreSQL, where it stands). */
export function withReach(action: ActionContext, reach: Reach): ActionContext {
  return { ...action, db: behindWall(action.db, reach), reader: behindWall(action.reader, reach) };
}
