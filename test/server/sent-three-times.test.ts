import { beforeAll, describe, expect, test } from "vitest";
import { ENGINES } from "../../db/engine.ts";
import { appRouter } from "../../server/router.ts";
import { sendThrice } from "../support/send-thrice.ts";
import { serveForTests } from "../support/served.ts";
import { DAY_WRITES, openDay } from "./repeated-day.ts";

/** Writes that are no change of data, or are worth once by what they are: their own tests send them again. */
const APART = new Set([
  // Each is a session of its own; a repeated end meets none.
  "session.signIn",
  "session.signOut",
  "session.signOutEverywhere",
  // Once an installation.
  "session.createFirstAdministrator",
  // A code, a challenge or a link is worth once; new codes are new each time.
  ...["twoStep.confirm", "twoStep.remakeRecoveryCodes"],
  ...["passkeys.start", "passkeys.add", "passkeys.startSignIn", "passkeys.signIn"],
  ...["invitations.open", "invitations.accept"],
]);
/** Long enough for most to be done, short enough for none to have answered. */
const CUT_MS = 3;

test("every mutation is sent three times, or is told why not", () => {
  const procedures = Object.entries<{ _def: { type: string } }>(Object(appRouter._def.procedures));
  const mutations = procedures.filter(([, { _def }]) => _def.type === "mutation").map(([path]) => path);
  const sent = new Set([...DAY_WRITES.map(({ procedure }) => procedure), ...APART]);
  expect(mutations.filter((path) => !sent.has(path))).toEqual([]);
  expect([...APART].filter((path) => !mutations.includes(path))).toEqual([]);
});

describe.each(
  ENGINES,
)("a write sent three times, the first without waiting for its answer (%s)", (engine) => {
  const served = serveForTests(engine);
  let day: Awaited<ReturnType<typeof openDay>>;
  beforeAll(async () => {
    day = await openDay(served);
  });

  test.each(DAY_WRITES)("$name: one effect", async ({ procedure, input, adds, again = "the same" }) => {
    const sent = await input(day.world);
    const asked = { procedure, input: sent, cutMs: CUT_MS };
    const { second, third, settled, kept, left, added } = await sendThrice(served, day.visitor, asked);
    const status = typeof again === "number" ? again : 200;
    expect(third.status).toBe(status);
    // The first may still be under way, and come after the second.
    expect([200, status]).toContain(second.status);
    if (again === "the same") expect(third.json).toEqual(settled.json);
    expect(left).toEqual(kept);
    expect(added).toBe(adds);
  });
});
