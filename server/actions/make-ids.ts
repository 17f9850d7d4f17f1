import { randomBytes, randomFillSync } from "node:crypto";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";

/** Of the 16 bytes of an id, those that are drawn: its end. */
const RANDOM_BYTES = 5;
/** Ids made at once, as one text that they are pieces of: asking the system for each costs more than all the rest. */
const MADE = 512;
const LENGTH = 36;
const SEQUENCE_BITS = 31;

/**
 * Makes UUIDv7 ids of one instant, each greater than the one before, for what is written by the thousand: milliseconds,
 * version, 12 bits of a sequence, variant, 20 bits of it, then what is drawn.
 */
export function makeIds(now: IsoInstant): () => Id {
  const time = Date.parse(now).toString(16).padStart(12, "0");
  const ids = Buffer.from(
    `${time.slice(0, 8)}-${time.slice(8)}-7000-0000-000000000000`.repeat(MADE),
    "latin1",
  );
  const random = Buffer.alloc(RANDOM_BYTES * MADE);
  // Half of the sequence is left to count up in.
  let seq = randomBytes(4).readUInt32BE() >>> (32 - SEQUENCE_BITS);
  let text = "";
  let at = MADE * LENGTH;

  function make(): void {
    randomFillSync(random);
    for (let index = 0; index < MADE; index++) {
      const start = index * LENGTH;
      const drawn = index * RANDOM_BYTES;
      seq += 1;
      writeHex(start + 15, (seq >>> 20) & 0xfff, 3);
      writeHex(start + 19, 0x8000 | ((seq >>> 6) & 0x3fff), 4);
      // The two bits left beside the sequence are the last of the drawn ones: they need not be others.
      writeHex(start + 24, ((seq << 2) & 0xff) | ((random[drawn + 4] ?? 0) & 3), 2);
      for (let byte = 0; byte < RANDOM_BYTES; byte++)
        writeHex(start + 26 + 2 * byte, random[drawn + byte] ?? 0, 2);
    }
    text = ids.toString("latin1");
    at = 0;
  }

  function writeHex(start: number, value: number, digits: number): void {
    for (let digit = 0; digit < digits; digit++)
      ids[start + digits - 1 - digit] = HEX.charCodeAt((value >>> (4 * digit)) & 0xf);
  }

  return () => {
    if (at === MADE * LENGTH) make();
    at += LENGTH;
    return text.slice(at - LENGTH, at);
  };
}

const HEX = "0123456789abcdef";
