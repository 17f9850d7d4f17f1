import { randomBytes, randomInt } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { COST, inTurn } from "./passwords.ts";

const COUNT = 10;
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

export interface MadeRecoveryCodes {
  /** Told once: `xxxxx-xxxxx`, about 49 bits each. */
  codes: string[];
  /** Shared by the ten, so that one that is tried is hashed once (base64url). */
  salt: string;
  /** argon2id, hex. */
  hashes: string[];
}

export async function makeRecoveryCodes(): Promise<MadeRecoveryCodes> {
  const codes = new Set<string>();
  while (codes.size < COUNT) codes.add(`${pickLetters(5)}-${pickLetters(5)}`);
  const salt = randomBytes(16).toString("base64url");
  const hashes: string[] = [];
  for (const code of codes) hashes.push(await hashRecoveryCode(code, salt));
  return { codes: [...codes], salt, hashes };
}

/** Whatever the case and the signs between the letters. */
export async function hashRecoveryCode(code: string, salt: string): Promise<string> {
  const letters = code.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const raw = await inTurn(() => hashRaw(letters, { ...COST, salt: Buffer.from(salt, "base64url") }));
  return raw.toString("hex");
}

function pickLetters(count: number): string {
  return Array.from({ length: count }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
}
