import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IsoInstant } from "../../shared/facts.ts";

/** What every authenticator application reads: RFC 6238 with its defaults. */
const STEP_SECONDS = 30;
const DIGITS = 6;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** A phone's clock may be this many steps early or late. */
const DRIFT_STEPS = 1;

/** 160 random bits in base32 (RFC 4648), the length that RFC 4226 recommends. */
export function makeTotpSecret(): string {
  return toBase32(randomBytes(20));
}

/** The address that an application reads in the QR code. */
export function totpAddress({ secret, email }: { secret: string; email: string }): string {
  const label = `Bonnepart:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=Bonnepart&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
}

/**
 * The step whose code this is, among now, the one before and the one after; null when it is none of theirs, or when
 * it is not later than `lastStep`: a code opens once.
 */
export function findTotpStep(
  secret: string,
  { code, now, lastStep }: { code: string; now: IsoInstant; lastStep: number },
): number | null {
  const current = stepAt(Date.parse(now) / 1000);
  const key = fromBase32(secret);
  let found: number | null = null;
  // Each is compared, so that the time says nothing of which one it was.
  for (let step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++)
    if (isSame(hotp(key, step), code) && step > lastStep) found = step;
  return found;
}

/** RFC 4226: the code of a counter. */
export function hotp(key: Uint8Array, counter: number, { digits = DIGITS, algorithm = "sha1" } = {}): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm, key).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** RFC 6238's counter. */
export function stepAt(seconds: number): number {
  return Math.floor(seconds / STEP_SECONDS);
}

export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((chunk) => ALPHABET.charAt(Number.parseInt(chunk.padEnd(5, "0"), 2)))
    .join("");
}

export function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

function isSame(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
