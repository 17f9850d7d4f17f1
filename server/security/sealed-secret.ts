import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Id } from "../../shared/ids.ts";

const CIPHER = "aes-256-gcm";
const SEALED = "v1.";
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Of SECRET_KEY, characters. */
export const SECRET_KEY_LENGTH = 32;

/** What seals secrets that have to be read again: kept by the environment, never with the database. */
export function secretKeyOf(text: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", text, "", "bonnepart second steps", 32));
}

interface Seal {
  /** Absent: secrets lie as they are. */
  key: Uint8Array | undefined;
  /** A secret moved to somebody else's row does not open. */
  userId: Id;
}

/** As it is kept: AES-256-GCM under the key, or as it is without one. */
export function sealSecret(secret: string, { key, userId }: Seal): string {
  if (key === undefined) return secret;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(userId));
  const sealed = Buffer.concat([iv, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return SEALED + sealed.toString("base64url");
}

/** The secret behind what is kept; null: it was sealed under another key, or is not what was sealed. */
export function openSecret(kept: string, { key, userId }: Seal): string | null {
  if (!kept.startsWith(SEALED)) return kept;
  if (key === undefined) return null;
  const sealed = Buffer.from(kept.slice(SEALED.length), "base64url");
  if (sealed.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(userId))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}
