import { randomBytes } from "node:crypto";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";

/** Of the 16 bytes of an id, those that are drawn: its end. */
const RANDOM_BYTES = 5;
/** Ids made from one draw: asking the system for each costs more than all the rest of it. */
const DRAWN = 512;
const SEQUENCE_BITS = 31;

/**
 * Makes UUIDv7 ids of one instant, each greater than the one before, for what is written by the thousand: milliseconds,
 * version, 12 bits of a sequence, variant, 20 bits of it, then what is drawn.
 */
export function makeIds(now: IsoInstant): () => Id {
  const time = hex(Date.parse(now), 12);
  const start = `${time.slice(0, 8)}-${time.slice(8)}-7`;
  let drawn = "";
  let at = 0;
  // Half of the sequence is left to count up in.
  let seq = randomBytes(4).readUInt32BE() >>> (32 - SEQUENCE_BITS);
  /** All before the last six bits of the sequence. */
  let high = "";
  return () => {
    if (at === drawn.length) {
      drawn = randomBytes(RANDOM_BYTES * DRAWN).toString("hex");
      at = 0;
    }
    const random = drawn.slice(at, at + 2 * RANDOM_BYTES);
    at += 2 * RANDOM_BYTES;
    seq += 1;
    if (high === "" || (seq & 0x3f) === 0)
      high = `${start}${hex((seq >>> 20) & 0xfff, 3)}-${hex(0x8000 | ((seq >>> 6) & 0x3fff), 4)}-`;
    // The two bits left beside the sequence are the last of the drawn ones: they need not be others.
    return `${high}${BYTES[((seq << 2) & 0xff) | (random.charCodeAt(9) & 3)]}${random}`;
  };
}

/** Every byte as two digits. */
const BYTES = Array.from({ length: 256 }, (_, byte) => hex(byte, 2));

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
