import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";

const RANDOM_BYTES = 16;
/** Ids made from one draw: asking the system for each costs more than all the rest of it. */
const DRAWN = 512;
const SEQUENCE_BITS = 31;

/** Makes UUIDv7 ids of one instant, each greater than the one before, for what is written by the thousand. */
export function makeIds(now: IsoInstant): () => Id {
  const pool = new Uint8Array(RANDOM_BYTES * DRAWN);
  const msecs = Date.parse(now);
  let at = pool.length;
  let seq: number | null = null;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    const random = pool.subarray(at, at + RANDOM_BYTES);
    at += RANDOM_BYTES;
    // Half of the sequence is left to count up in.
    seq = seq === null ? new DataView(pool.buffer).getUint32(0) >>> (32 - SEQUENCE_BITS) : seq + 1;
    return v7({ msecs, seq, random });
  };
}
