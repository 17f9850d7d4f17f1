import fc from "fast-check";

/** One way to damage a file. */
export interface Change {
  kind: string;
  change(bytes: Uint8Array): Uint8Array;
}

/** Anywhere in a file, its ends no likelier than its middle. */
export const places: fc.Arbitrary<number> = fc.noBias(fc.nat(1_000_000)).map((place) => place / 1_000_000);

/**
 * Damage that any file may take, with `pieces` put in. What leaves most of a file is likelier, `deep` the likeliest: it
 * goes further than what is refused at the first byte.
 */
export function damage({
  pieces,
  deep,
}: {
  pieces: readonly string[];
  deep: fc.Arbitrary<Change>;
}): fc.Arbitrary<Change> {
  const flips = fc
    .array(fc.tuple(places, fc.nat(7)), { minLength: 1, maxLength: 6 })
    .map((all): Change => ({ kind: "bits flipped", change: (bytes) => flip(bytes, all) }));
  const cuts = places.map(
    (at): Change => ({ kind: "cut", change: (bytes) => bytes.slice(0, Math.floor(at * bytes.length)) }),
  );
  const insertions = fc.tuple(places, fc.constantFrom(...pieces)).map(
    ([at, piece]): Change => ({
      kind: "a piece put in",
      change: (bytes) => splice(bytes, { at, remove: 0, put: new TextEncoder().encode(piece) }),
    }),
  );
  const removals = fc.tuple(places, fc.nat(400)).map(
    ([at, remove]): Change => ({
      kind: "a part taken out",
      change: (bytes) => splice(bytes, { at, remove, put: new Uint8Array() }),
    }),
  );
  const repetitions = fc.tuple(places, places, fc.nat(30)).map(
    ([at, from, times]): Change => ({
      kind: "a part said again",
      change: (bytes) => repeat(bytes, { at, from, times }),
    }),
  );
  const encodings = fc.constantFrom("utf-16le", "utf-16be", "utf-32", "latin1").map(
    (encoding): Change => ({
      kind: `written in ${encoding}`,
      change: (bytes) => reencode(bytes, encoding),
    }),
  );
  const noise = fc
    .uint8Array({ maxLength: 600 })
    .map((bytes): Change => ({ kind: "noise", change: () => bytes }));
  return fc.oneof(
    { weight: 6, arbitrary: flips },
    { weight: 2, arbitrary: cuts },
    { weight: 5, arbitrary: insertions },
    { weight: 3, arbitrary: removals },
    { weight: 4, arbitrary: repetitions },
    { weight: 14, arbitrary: deep },
    { weight: 3, arbitrary: encodings },
    { weight: 1, arbitrary: noise },
  );
}

function flip(bytes: Uint8Array, all: readonly (readonly [at: number, bit: number])[]): Uint8Array {
  const copy = bytes.slice();
  for (const [at, bit] of all) {
    const index = Math.floor(at * (copy.length - 1));
    copy[index] = (copy[index] ?? 0) ^ (1 << bit);
  }
  return copy;
}

function repeat(bytes: Uint8Array, { at, from, times }: Record<"at" | "from" | "times", number>): Uint8Array {
  const start = Math.floor(from * bytes.length);
  const part = bytes.slice(start, start + 300);
  const put = new Uint8Array(part.length * times);
  for (let turn = 0; turn < times; turn++) put.set(part, turn * part.length);
  return splice(bytes, { at, remove: 0, put });
}

function splice(
  bytes: Uint8Array,
  { at, remove, put }: { at: number; remove: number; put: Uint8Array },
): Uint8Array {
  const index = Math.floor(at * bytes.length);
  return new Uint8Array([...bytes.subarray(0, index), ...put, ...bytes.subarray(index + remove)]);
}

function reencode(bytes: Uint8Array, encoding: string): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (encoding === "latin1") return new Uint8Array(Buffer.from(text, "latin1"));
  const width = encoding === "utf-32" ? 4 : 2;
  const written = new Uint8Array(text.length * width);
  const view = new DataView(written.buffer);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (width === 4) view.setUint32(index * 4, code, true);
    else view.setUint16(index * 2, code, encoding === "utf-16le");
  }
  return written;
}
