import { pino } from "pino";
import { afterEach, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { createMetrics } from "../../server/metrics/metrics.ts";
import { hearStatements } from "../../server/metrics/statements.ts";
import { isPrivate } from "../../server/metrics-route.ts";
import { newId } from "../../shared/ids.ts";
import { describeOnEngines } from "../support/engines.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { siretNumber } from "../support/purchase-files.ts";
import { seedCanteen, seedOrganisation } from "../support/seed.ts";
import type { TestWeb } from "../support/web.ts";
import { startWeb, Visitor } from "../support/web.ts";

describeOnEngines("/metrics", (on) => {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).toReversed()) await close();
  });

  async function serveHeard(slowMs: number | null): Promise<{ web: TestWeb; logged: string[] }> {
    const logged: string[] = [];
    const log = pino({ base: null }, { write: (line) => void logged.push(line) });
    const metrics = createMetrics();
    const opened = await openDatabase<Database>({
      url: on.url,
      log: hearStatements(metrics, { log, slowMs }),
    });
    const web = await startWeb(opened, { metrics, log });
    open.push(opened.close, web.stop);
    return { web, logged };
  }

  test("counts requests, procedures, statements and sessions in the text format of Prometheus", async () => {
    const { web } = await serveHeard(null);
    const person = await seedPerson(on.db);
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email: person.email, password: PASSWORD });
    await visitor.query("session.current");
    await visitor.query("users.list");
    await web.ask("/nothing.png");
    const { status, headers, text } = await web.ask("/metrics");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
    for (const line of text.trimEnd().split("\n"))
      expect(line).toMatch(
        /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [\d.e+-]+)$/,
      );
    const value = (start: string) =>
      Number(
        text
          .split("\n")
          .find((line) => line.startsWith(start))
          ?.split(" ")
          .at(-1),
      );
    const seconds = "bonnepart_http_request_duration_seconds";
    expect(value(`${seconds}_count{route="/trpc",method="GET",status="200"}`)).toBe(1);
    expect(value(`${seconds}_count{route="/trpc",method="GET",status="403"}`)).toBe(1);
    expect(value(`${seconds}_bucket{route="/trpc",method="POST",status="200",le="+Inf"}`)).toBe(1);
    expect(value(`${seconds}_count{route="page",method="GET",status="404"}`)).toBe(1);
    const calls = "bonnepart_procedure_duration_seconds_count";
    expect(value(`${calls}{procedure="session.signIn",type="mutation",answer="ok"}`)).toBe(1);
    expect(value(`${calls}{procedure="users.list",type="query",answer="FORBIDDEN"}`)).toBe(1);
    expect(
      value('bonnepart_database_statement_duration_seconds_count{verb="select",answer="ok"}'),
    ).toBeGreaterThan(3);
    expect(value("bonnepart_sessions ")).toBe(1);
    expect(value("process_resident_memory_bytes ")).toBeGreaterThan(2 ** 20);
    expect(value('bonnepart_event_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0);
    expect(value(`bonnepart_build_info{version="`)).toBe(1);
  });

  test("holds no id and no name: of a person, a canteen or a file", async () => {
    const { web } = await serveHeard(null);
    const { organisationId } = await seedOrganisation(on.db);
    const canteen = await seedCanteen(on.db, { organisationId, siret: siretNumber(31) });
    const person = await seedPerson(on.db, {
      grants: [{ role: "manager", scopeKind: "canteen", scopeId: canteen.id }],
    });
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email: person.email, password: PASSWORD });
    await visitor.query("orders.list", { canteenId: canteen.id });
    await visitor.send(`/files/imports/${newId()}/original?canteenId=${canteen.id}`);
    await web.ask("/p/a-secret-token");
    await web.ask(`/commandes/${newId()}?recherche=carottes`);
    const { text } = await web.ask("/metrics");
    expect(text).toContain('route="/files/imports/:fileId/original"');
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|secret|carottes|Camille|@/);
  });

  test("a slow statement is logged without its values, with the request it is for", async () => {
    const { web, logged } = await serveHeard(0);
    const answer = await new Visitor(web).mutate("session.signIn", {
      email: "personne@example.fr",
      password: "carottes",
    });
    const slow = logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "slow statement");
    expect(slow.map(({ id }) => id)).toContain(answer.headers["x-request-id"]);
    expect(slow.find(({ sql }) => /from "users"/.test(sql))).toMatchObject({ ms: expect.any(Number) });
    expect(logged.join()).not.toContain("personne@example.fr");
    const quick = await serveHeard(60_000);
    await quick.web.ask("/trpc/session.current");
    expect(quick.logged.join()).not.toContain("slow statement");
  });

  test("is there for private addresses only, unless a token is set, which then is what counts", async () => {
    const { web } = await serveHeard(null);
    const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
    expect((await web.ask("/metrics", from("10.0.0.1"))).status).toBe(404);
    const behind = await startWeb(on.opened, { trustedProxies: 1 });
    const guarded = await startWeb(on.opened, { metricsToken: "jeton" });
    open.push(behind.stop, guarded.stop);
    expect((await behind.ask("/metrics", from("10.0.0.1"))).status).toBe(200);
    expect((await behind.ask("/metrics", from("203.0.113.9"))).status).toBe(404);
    const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
    expect((await guarded.ask("/metrics")).status).toBe(404);
    expect((await guarded.ask("/metrics", bearer("autre"))).status).toBe(404);
    expect((await guarded.ask("/metrics", bearer("jeton"))).status).toBe(200);
  });
});

describe("a private address", () => {
  test.each([
    "127.0.0.1",
    "::1",
    "::ffff:10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "fd00::1",
  ])("is %s", (address) => {
    expect(isPrivate(address)).toBe(true);
  });

  test.each([
    "",
    "203.0.113.9",
    "172.32.0.1",
    "2001:db8::1",
    "::ffff:8.8.8.8",
    "nowhere",
  ])("is not « %s »", (address) => {
    expect(isPrivate(address)).toBe(false);
  });
});
