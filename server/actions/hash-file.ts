import { createHash } from "node:crypto";

/** Bytes are not changed once they are read: their hash is made once. */
const hashes = new WeakMap<Uint8Array, string>();

/** SHA-256 (hex) of the file's bytes. */
export function hashOf({ bytes }: { bytes: Uint8Array }): string {
  const known = hashes.get(bytes);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(bytes).digest("hex");
  hashes.set(bytes, hash);
  return hash;
}
