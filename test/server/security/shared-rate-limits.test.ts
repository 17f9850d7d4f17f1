import { expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { AppError } from "../../../server/app-error.ts";
import { toMoment } from "../../../server/clock.ts";
import type { RateLimitOverrides, RateLimits } from "../../../server/security/rate-limits.ts";
import { sharedRateLimits } from "../../../server/security/shared-rate-limits.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { PASSWORD, seedPerson } from "../../support/people.ts";
import { NOW } from "../../support/seed.ts";
import { appCodeOf, startWeb, Visitor } from "../../support/web.ts";

describeOnEngines("limits of several processes", (on) => {
  let now = Date.parse(NOW);
  const clock = () => toMoment(new Date(now));

  /** As each process has its own. */
  function limits(overrides: RateLimitOverrides): RateLimits {
    return sharedRateLimits(on.db, clock, overrides);
  }

  /** How many of so many calls pass, dealt to the processes in turn, and the wait that a refusal says. */
  async function passing(processes: readonly RateLimits[], calls: number, key: string) {
    let passed = 0;
    let waitSeconds: unknown = null;
    for (let call = 0; call < calls; call++)
      try {
        await processes[call % processes.length]?.consume("signInAccount", key);
        passed += 1;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        waitSeconds = error.details.waitSeconds;
      }
    return { passed, waitSeconds };
  }

  test("two apps on one database refuse the same account after ten sign-ins between them, not twenty", async () => {
    const apps = await Promise.all(
      [0, 1].map(async () => {
        const opened: OpenedDatabase<Database> = await openDatabase({ url: on.url });
        const web = await startWeb(opened, { limits: sharedRateLimits(opened.db, clock) });
        return { opened, web };
      }),
    );
    const { email } = await seedPerson(on.db);
    const codes: unknown[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const { web } = apps[attempt % 2] as (typeof apps)[0];
      codes.push(appCodeOf(await new Visitor(web).mutate("session.signIn", { email, password: "faux" })));
    }
    expect(codes).toEqual([...Array(10).fill("INVALID"), "TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS"]);
    const right = { email: (await seedPerson(on.db)).email, password: PASSWORD };
    for (const { web } of apps)
      expect((await new Visitor(web).mutate("session.signIn", right)).status).toBe(200);
    for (const { opened, web } of apps) {
      await web.stop();
      await opened.close();
    }
  });

  test("a hundred calls at once of two processes count a hundred", async () => {
    const both = [limits({}), limits({})];
    const ends = await Promise.allSettled(
      Array.from({ length: 100 }, (_, call) => both[call % 2]?.consume("signInAddress", "a")),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(60);
  });

  test("a count ends with its time, and a right password forgets it in every process", async () => {
    const [one, other] = [limits({}), limits({})];
    expect(await passing([one, other], 12, "b")).toEqual({ passed: 10, waitSeconds: 900 });
    now += 800_000;
    expect(await passing([other], 1, "b")).toEqual({ passed: 0, waitSeconds: 100 });
    now += 100_000;
    expect(await passing([one, other], 12, "b")).toMatchObject({ passed: 10 });
    await one.forget("signInAccount", "b");
    expect(await passing([other, one], 12, "b")).toMatchObject({ passed: 10 });
  });

  test("reads are told by fifties: two processes let at most a fifty too many through, each", async () => {
    const both = [
      limits({ read: { points: 200, seconds: 60 } }),
      limits({ read: { points: 200, seconds: 60 } }),
    ];
    let passed = 0;
    for (let call = 0; call < 600; call++)
      await both[call % 2]?.consume("read", "c").then(
        () => {
          passed += 1;
        },
        () => undefined,
      );
    expect(passed).toBeGreaterThanOrEqual(200);
    expect(passed).toBeLessThanOrEqual(300);
  });

  test("says neither who nor from where", async () => {
    await limits({}).consume("signInAccount", "personne@example.fr");
    const rows = await on.db.selectFrom("rate_limits").selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  test("forgets counts that have ended", async () => {
    const process = limits({});
    await process.consume("signInAccount", "d");
    now += 3_600_000;
    await process.consume("signInAccount", "e");
    await expect
      .poll(async () => (await on.db.selectFrom("rate_limits").select("key").execute()).length)
      .toBe(1);
  });
});
