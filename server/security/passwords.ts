import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "../app-error.ts";

/** argon2id, 19 MiB, two passes: the package's defaults, pinned here. */
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Hashing shares libuv's threads with files, and the processors with those who read: two at once, on a machine of two
 * one, leave the others free.
 */
export const AT_ONCE = availableParallelism() > 2 ? 2 : 1;
/** Beyond this, an answer would take longer than anyone waits. */
const MOST_WAITING = 200;

/** Hash of nothing anyone knows, compared when the account is unknown so that the answer takes as long. */
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

/** Whether the password is the account's; a null hash takes the same time and is false. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (passwordHash !== null) return await inTurn(() => verify(passwordHash, password));
  decoy ??= hashPassword(makePassword());
  const unknown = await decoy;
  await inTurn(() => verify(unknown, password));
  return false;
}

/** Letters and digits that are not mistaken for one another, in groups of four: about 98 bits. */
export function makePassword(): string {
  const groups = Array.from({ length: 5 }, () => Array.from({ length: 4 }, pickLetter).join(""));
  return groups.join("-");
}

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

function pickLetter(): string {
  return LETTERS.charAt(randomInt(LETTERS.length));
}

let running = 0;
const waiting: (() => void)[] = [];

/** Waits for its turn: AppError TOO_MANY_REQUESTS when too many wait. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw new AppError("TOO_MANY_REQUESTS", { waitSeconds: 5 });
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
