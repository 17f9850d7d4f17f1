import { expect, test } from "vitest";
import { AppError } from "../../../server/app-error.ts";
import { AT_ONCE, hashPassword, makePassword, verifyPassword } from "../../../server/security/passwords.ts";

test("a password is kept as argon2id, 19 MiB, two passes, with a salt of its own", async () => {
  const [first, second] = await Promise.all([hashPassword("carottes"), hashPassword("carottes")]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await verifyPassword(first, "carottes")).toBe(true);
  expect(await verifyPassword(first, "Carottes")).toBe(false);
});

test("an unknown account takes as long as a wrong password", async () => {
  const hash = await hashPassword("carottes");
  const known: number[] = [];
  const unknown: number[] = [];
  // What else the machine does only adds to a time: the shortest ones are compared, of ever more on a busy one.
  const ratio = () => Math.min(...unknown) / Math.min(...known);
  for (let n = 0; n < 90; n++) {
    known.push(await timeOf(() => verifyPassword(hash, "navets")));
    unknown.push(await timeOf(() => verifyPassword(null, "navets")));
    if (n >= 14 && ratio() > 0.5 && ratio() < 2) break;
  }
  expect(ratio()).toBeGreaterThan(0.5);
  expect(ratio()).toBeLessThan(2);
});

test("no more than 200 passwords wait: the next are told to come back", async () => {
  const hash = await hashPassword("carottes");
  const tries = Array.from({ length: 230 }, () => verifyPassword(hash, "navets"));
  const refused = (await Promise.allSettled(tries)).filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(230 - 200 - AT_ONCE);
  for (const { reason } of refused)
    expect(reason).toEqual(new AppError("TOO_MANY_REQUESTS", { waitSeconds: 5 }));
  expect(await verifyPassword(hash, "carottes")).toBe(true);
});

test("made passwords are long, all different, and without letters that look alike", () => {
  const made = Array.from({ length: 500 }, makePassword);
  expect(new Set(made).size).toBe(500);
  for (const password of made) expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/);
});

/** In milliseconds. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
