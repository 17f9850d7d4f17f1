import { afterEach, describe, expect, test } from "vitest";
import { updateUserDisabled } from "../../db/queries/users.ts";
import { BATCH_LIMIT } from "../../server/http.ts";
import { memoryRateLimits, RATE_LIMITS } from "../../server/security/rate-limits.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { NOW } from "../support/seed.ts";
import { serveForTests } from "../support/served.ts";
import type { Ask, TestWeb } from "../support/web.ts";
import { appCodeOf, startWeb, Visitor } from "../support/web.ts";

const served = serveForTests();

const OURS = { "content-type": "application/json", "x-bonnepart": "1" };

describe("a write of another site", () => {
  const signOut = (headers: Record<string, string>): Promise<{ status: number }> =>
    served.web.ask("/trpc/session.signOut", { method: "POST", headers, body: "{}" });

  test.each([
    ["is refused when the browser says cross-site", { ...OURS, "sec-fetch-site": "cross-site" }],
    ["is refused from a neighbouring subdomain", { ...OURS, "sec-fetch-site": "same-site" }],
    ["is refused when the browser says nobody asked", { ...OURS, "sec-fetch-site": "none" }],
    ["is refused without origin nor browser's word", OURS],
    ["is refused from another origin", { ...OURS, origin: "https://evil.example" }],
    ["is refused from an opaque origin", { ...OURS, origin: "null" }],
    ["is refused from another port of this machine", { ...OURS, origin: "http://localhost:1" }],
    [
      "is refused when a foreign browser word contradicts our origin",
      { ...OURS, "sec-fetch-site": "cross-site", origin: "http://localhost" },
    ],
    [
      "is refused without our header, even from our origin",
      { "content-type": "application/json", "sec-fetch-site": "same-origin" },
    ],
    ["is refused as a simple form", { "content-type": "text/plain", "sec-fetch-site": "cross-site" }],
  ])("%s", async (_name, headers) => {
    expect((await signOut(headers)).status).toBe(403);
  });

  test("is let through from our own page, by either proof", async () => {
    expect((await signOut({ ...OURS, "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await signOut({ ...OURS, origin: served.web.origin })).status).toBe(200);
  });

  test.each(["PUT", "PATCH", "DELETE"])("is refused as %s too", async (method) => {
    const answer = await served.web.ask("/trpc/session.signOut", { method, headers: OURS, body: "{}" });
    expect(answer.status).toBe(403);
  });

  test("is refused as multipart outside the upload path, even from our own page", async () => {
    const headers = {
      "x-bonnepart": "1",
      "sec-fetch-site": "same-origin",
      "content-type": "multipart/form-data; boundary=b",
    };
    const ask: Ask = { method: "POST", headers, body: "--b--\r\n" };
    expect((await served.web.ask("/trpc/session.signOut", ask)).status).toBe(415);
    expect((await served.web.ask("/files", ask)).status).toBe(404);
    expect((await served.web.ask("/filesystem", ask)).status).toBe(415);
  });

  test("does not pass as a read: a mutation answers 405 to GET", async () => {
    expect((await served.web.ask("/trpc/session.signOut", { headers: OURS })).status).toBe(405);
    const overridden = { ...OURS, "x-http-method-override": "POST" };
    expect((await served.web.ask("/trpc/session.signOut", { headers: overridden })).status).toBe(405);
  });

  test("gets no permission to read: no answer names another origin", async () => {
    const headers = { origin: "https://evil.example", "access-control-request-method": "POST" };
    const answer = await served.web.ask("/trpc/session.signOut", { method: "OPTIONS", headers });
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });
});

describe("a batch", () => {
  const batch = (paths: readonly string[], inputs: Record<string, unknown>): Ask & { path: string } => ({
    path: `/trpc/${paths.join(",")}?batch=1`,
    method: "POST",
    body: JSON.stringify(inputs),
  });

  test(`carries ${BATCH_LIMIT} procedures and not one more`, async () => {
    const visitor = new Visitor(served.web);
    const url = (count: number): string =>
      `/trpc/${Array.from({ length: count }, () => "session.current").join(",")}?batch=1`;
    expect((await visitor.send(url(BATCH_LIMIT))).status).toBe(200);
    expect((await visitor.send(url(BATCH_LIMIT + 1))).status).toBe(400);
  });

  test.each([
    "session.signIn",
    "session.createFirstAdministrator",
    "invitations.open",
    "invitations.accept",
    "passkeys.startSignIn",
    "passkeys.signIn",
  ])("never carries %s", async (path) => {
    const { email } = await seedPerson(served.opened.db);
    const input = { email, password: PASSWORD, name: "Ana", organisationName: "Ville" };
    const visitor = new Visitor(served.web);
    const { path: url, ...ask } = batch([path], { 0: input });
    const answer = await visitor.send(url, ask);
    expect(answer.text).toContain('"reason":"batched"');
    expect(visitor.cookie).toBeNull();
  });

  test("tries no password, whatever it is mixed with", async () => {
    const { email } = await seedPerson(served.opened.db);
    const attempt = { email, password: PASSWORD };
    const visitor = new Visitor(served.web);
    const { path, ...ask } = batch(["session.signOut", "session.signIn", "session.signIn"], {
      0: {},
      1: attempt,
      2: attempt,
    });
    const answer = await visitor.send(path, ask);
    expect(answer.text.match(/"reason":"batched"/g)).toHaveLength(2);
    expect(visitor.cookie).toBeNull();
  });
});

describe("limits", () => {
  const own: TestWeb[] = [];
  afterEach(async () => {
    for (const each of own.splice(0)) await each.stop();
  });
  async function limited(overrides: Parameters<typeof memoryRateLimits>[0], proxies = 0): Promise<TestWeb> {
    const started = await startWeb(served.opened, {
      limits: memoryRateLimits(overrides),
      trustedProxies: proxies,
    });
    own.push(started);
    return started;
  }
  const wrong = { email: "visee@example.fr", password: "pas-le-bon-mot" };

  test("an account takes so many tries, then says how long to wait", async () => {
    const visitor = new Visitor(await limited({}));
    for (let n = 0; n < RATE_LIMITS.signInAccount.points; n++)
      expect(appCodeOf(await visitor.mutate("session.signIn", wrong))).toBe("INVALID");
    const answer = await visitor.mutate("session.signIn", wrong);
    expect(answer.status).toBe(429);
    expect(answer.json).toMatchObject({
      error: { data: { appCode: "TOO_MANY_REQUESTS", details: { waitSeconds: expect.any(Number) } } },
    });
  });

  test("an account that exists and one that does not are locked at the same try, in the same words", async () => {
    const { email } = await seedPerson(served.opened.db);
    const disabled = await seedPerson(served.opened.db);
    await updateUserDisabled(served.opened.db, { id: disabled.id, disabled: true, now: NOW });
    const visitor = new Visitor(await limited({ signInAccount: { points: 3, seconds: 60 } }));
    const answersFor = async (address: string): Promise<unknown[]> => {
      const answers: unknown[] = [];
      for (let n = 0; n < 5; n++) {
        const { status, json } = await visitor.mutate("session.signIn", { ...wrong, email: address });
        const { message, data } = Object(json).error;
        answers.push([status, message, data.details.reason, typeof data.details.waitSeconds]);
      }
      return answers;
    };
    const known = await answersFor(email);
    expect(known.map((answer) => (answer as unknown[])[0])).toEqual([400, 400, 400, 429, 429]);
    expect(await answersFor("personne-d-ici@example.fr")).toEqual(known);
    expect(await answersFor(disabled.email)).toEqual(known);
  });

  test("unknown, wrong and disabled take the same time: each is compared with a hash", async () => {
    const { email } = await seedPerson(served.opened.db);
    const disabled = await seedPerson(served.opened.db);
    await updateUserDisabled(served.opened.db, { id: disabled.id, disabled: true, now: NOW });
    const visitor = new Visitor(await limited({ signInAccount: { points: 100, seconds: 60 } }));
    const shortest: Record<string, number> = {};
    for (let n = 0; n < 12; n++)
      for (const address of [email, disabled.email, "personne-du-tout@example.fr"]) {
        // Of the processor: what the machine does beside costs nothing here.
        const start = process.cpuUsage();
        await visitor.mutate("session.signIn", { ...wrong, email: address });
        const { user, system } = process.cpuUsage(start);
        const took = user + system;
        shortest[address] = Math.min(shortest[address] ?? Number.POSITIVE_INFINITY, took);
      }
    const times = Object.values(shortest);
    expect(Math.max(...times) / Math.min(...times)).toBeLessThan(2);
  });

  test("the account is the same whatever its case", async () => {
    const visitor = new Visitor(await limited({ signInAccount: { points: 1, seconds: 60 } }));
    await visitor.mutate("session.signIn", wrong);
    const again = await visitor.mutate("session.signIn", { ...wrong, email: " VISEE@example.fr" });
    expect(appCodeOf(again)).toBe("TOO_MANY_REQUESTS");
  });

  test("a right password gives the account all its tries back", async () => {
    const { email } = await seedPerson(served.opened.db);
    const visitor = new Visitor(await limited({ signInAccount: { points: 2, seconds: 60 } }));
    for (let n = 0; n < 3; n++) {
      expect(appCodeOf(await visitor.mutate("session.signIn", { email, password: "pas-le-bon" }))).toBe(
        "INVALID",
      );
      expect(appCodeOf(await visitor.mutate("session.signIn", { email, password: PASSWORD }))).toBeNull();
    }
  });

  test("a network takes so many tries over all accounts", async () => {
    const visitor = new Visitor(await limited({ signInAddress: { points: 3, seconds: 60 } }));
    const attempt = (n: number) => visitor.mutate("session.signIn", { ...wrong, email: `n${n}@example.fr` });
    for (let n = 0; n < 3; n++) expect(appCodeOf(await attempt(n))).toBe("INVALID");
    expect(appCodeOf(await attempt(4))).toBe("TOO_MANY_REQUESTS");
  });

  test("addresses of one /64 are one network, another /64 is another", async () => {
    const site = await limited({ signInAddress: { points: 1, seconds: 60 } }, 1);
    const from = (address: string, n: number) =>
      new Visitor(site).send("/trpc/session.signIn", {
        method: "POST",
        body: JSON.stringify({ ...wrong, email: `v6-${n}@example.fr` }),
        headers: { "x-forwarded-for": address },
      });
    expect(appCodeOf(await from("2001:db8:1:2::1", 1))).toBe("INVALID");
    expect(appCodeOf(await from("2001:db8:1:2:ffff::9", 2))).toBe("TOO_MANY_REQUESTS");
    expect(appCodeOf(await from("2001:db8:1:3::1", 3))).toBe("INVALID");
  });

  test("an address that the caller claims is not believed without a proxy of ours", async () => {
    const site = await limited({ signInAddress: { points: 1, seconds: 60 } });
    const from = (address: string) =>
      new Visitor(site).send("/trpc/session.signIn", {
        method: "POST",
        body: JSON.stringify({ ...wrong, email: `${address}@example.fr` }),
        headers: { "x-forwarded-for": address },
      });
    await from("198.51.100.1");
    expect(appCodeOf(await from("198.51.100.2"))).toBe("TOO_MANY_REQUESTS");
  });

  test("each procedure of a batch counts", async () => {
    const visitor = new Visitor(await limited({ read: { points: 5, seconds: 60 } }));
    const paths = Array.from({ length: 10 }, () => "session.current").join(",");
    const answer = await visitor.send(`/trpc/${paths}?batch=1`);
    expect(answer.text.match(/"TOO_MANY_REQUESTS","details"/g)).toHaveLength(5);
  });

  test("writes and reads are counted apart", async () => {
    const visitor = new Visitor(await limited({ write: { points: 1, seconds: 60 } }));
    await visitor.mutate("session.signOut");
    expect(appCodeOf(await visitor.mutate("session.signOut"))).toBe("TOO_MANY_REQUESTS");
    expect(appCodeOf(await visitor.query("session.current"))).toBeNull();
  });
});
