import { describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { putCubeCheck } from "../../db/queries/cube-state.ts";
import { BODY_LIMIT } from "../../server/http.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { seedCanteen, seedOrganisation } from "../support/seed.ts";
import { serveForTests } from "../support/served.ts";
import { appCodeOf, startWeb, Visitor } from "../support/web.ts";

const served = serveForTests();

describe("answers", () => {
  test("let the browser run our own files only, and style elements by their nonce", async () => {
    const { headers, text } = await served.web.ask("/tableau");
    const nonce = /content="([^"]+)"/.exec(text)?.[1];
    expect(headers["content-security-policy"]).toBe(
      `default-src 'self';script-src 'self';style-src 'self' 'nonce-${nonce}';object-src 'none';` +
        "base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  test("ask for https alone for a year, subdomains too, no guessing of types, and no address told to other sites", async () => {
    for (const path of ["/", "/trpc/session.current", "/p/nothing", "/nowhere.js"]) {
      const { headers } = await served.web.ask(path);
      expect([path, headers["strict-transport-security"]]).toEqual([
        path,
        "max-age=31536000; includeSubDomains",
      ]);
      expect([path, headers["x-content-type-options"]]).toEqual([path, "nosniff"]);
      expect(["same-origin", "no-referrer"]).toContain(headers["referrer-policy"]);
    }
  });

  test("never give the same nonce twice, and never keep the page", async () => {
    const [first, second] = [await served.web.ask("/"), await served.web.ask("/index.html")];
    expect(first.text).not.toContain("__CSP_NONCE__");
    expect(first.text).not.toBe(second.text);
    expect(first.headers["cache-control"]).toBe("no-store");
    expect(second.headers["cache-control"]).toBe("no-store");
  });

  test("keep hashed assets for ever, compressed, and miss the unknown ones", async () => {
    const asset = await served.web.ask("/assets/main-a1b2.js", { headers: { "accept-encoding": "gzip" } });
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(asset.headers["content-encoding"]).toBe("gzip");
    expect((await served.web.ask("/assets/gone.js")).status).toBe(404);
    expect((await served.web.ask("/gone.png")).status).toBe(404);
    expect((await served.web.ask("/favicon.svg")).status).toBe(200);
  });

  test.each([
    "/../package.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/..%2findex.html",
    "/%E0%A4%A",
  ])("give nothing outside the client's folder for %s", async (path) => {
    const answer = await served.web.ask(path);

    expect(answer.text).not.toMatch(/root:|bonnepart"|Error:/);
  });

  test("of procedures are never kept, and name the request they belong to", async () => {
    const answer = await new Visitor(served.web).query("users.list");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.json).toMatchObject({
      error: {
        message: "UNAUTHENTICATED",
        data: { appCode: "UNAUTHENTICATED", requestId: answer.headers["x-request-id"] },
      },
    });
  });

  test("of procedures are compressed whole in the way that a browser decodes fastest", async () => {
    const { db } = served.opened;
    const { organisationId } = await seedOrganisation(db);
    const { id: canteenId } = await seedCanteen(db, { organisationId });
    const { email } = await seedPerson(db, {
      grants: [{ role: "manager", scopeKind: "canteen", scopeId: canteenId }],
    });
    const visitor = new Visitor(served.web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    const path = `/trpc/indicators.canteen?input=${encodeURIComponent(JSON.stringify({ canteenId }))}`;
    const ask = (accepted: string) => visitor.send(path, { headers: { "accept-encoding": accepted } });
    const [plain, browser] = [await ask("identity"), await ask("gzip, deflate, br, zstd")];
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.json).toMatchObject({ result: { data: { canteen: { id: canteenId } } } });
    expect(browser.headers).toMatchObject({
      "content-encoding": "zstd",
      vary: expect.stringContaining("Accept-Encoding"),
    });
    expect(Number(browser.headers["content-length"])).toBeLessThan(plain.text.length / 3);
  });

  test("say which field was refused and never show the inside of the server", async () => {
    const visitor = new Visitor(served.web);
    const invalid = await visitor.mutate("session.signIn", { email: "pas-une-adresse", password: "x" });
    expect(invalid.json).toMatchObject({
      error: { data: { appCode: "INVALID", details: { field: "email" } } },
    });
    const unknown = await visitor.query("nothing.here");
    expect(appCodeOf(unknown)).toBe("NOT_FOUND");
    for (const { text } of [invalid, unknown]) expect(text).not.toMatch(/stack|node_modules|\.ts:/);
  });

  test("refuse a body beyond what the longest order takes and one that is not JSON", async () => {
    const visitor = new Visitor(served.web);
    const ask = (body: string) => visitor.send("/trpc/session.signIn", { method: "POST", body });
    expect((await ask(JSON.stringify({ email: "a".repeat(BODY_LIMIT) }))).status).toBe(413);
    expect((await ask("{")).status).toBe(400);
  });
});

describe("/health", () => {
  test("says version, engine, schema and what the last check of the cube found", async () => {
    const first = await startWeb(served.opened);
    expect((await first.ask("/health")).json).toEqual({
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      engine: "sqlite",
      engineVersion: served.opened.version,
      schemaVersion: expect.stringMatching(/^\d{4}-/),
      cube: { cells: 0, lines: 0, checkedAt: null, equal: null },
    });
    await first.stop();
    const check = { checkedAt: "2026-11-22T09:00:00.000Z", equal: true };
    await putCubeCheck(served.opened.db, check);
    expect((await served.web.ask("/health")).json).toMatchObject({ cube: check });
  });

  test("answers 503 when the database does not", async () => {
    const closed = await openDatabase<Database>({ url: served.url });
    await closed.close();
    const broken = await startWeb(closed);
    const answer = await broken.ask("/health");
    await broken.stop();
    expect([answer.status, answer.json]).toEqual([503, { status: "unavailable" }]);
  });
});
