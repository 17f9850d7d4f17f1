import { afterAll, beforeAll, expect, test } from "vitest";
import { hashToken } from "../../../server/security/session-token.ts";
import type { OpenSession } from "../../../shared/account.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { PASSWORD, seedPerson } from "../../support/people.ts";
import { NOW } from "../../support/seed.ts";
import type { TestWeb } from "../../support/web.ts";
import { appCodeOf, resultOf, startWeb, Visitor } from "../../support/web.ts";

const LOOSE = { consume: async () => undefined, forget: async () => undefined };
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:146.0) Gecko/20100101 Firefox/146.0";

describeOnEngines("one's own account", (on) => {
  let web: TestWeb;

  beforeAll(async () => {
    web = await startWeb(on.opened, { limits: LOOSE });
  });
  afterAll(() => web.stop());

  async function signIn(email: string, userAgent = ""): Promise<Visitor> {
    const visitor = new Visitor(web);
    await visitor.send("/trpc/session.signIn", {
      method: "POST",
      body: JSON.stringify({ email, password: PASSWORD }),
      headers: { "user-agent": userAgent },
    });
    return visitor;
  }
  const sessionsOf = async (visitor: Visitor): Promise<OpenSession[]> =>
    resultOf(await visitor.query("account.sessions")) as OpenSession[];
  const tokenHashOf = ({ cookie }: Visitor): string => hashToken(cookie?.split("=")[1] ?? "");

  test("lists the sessions of the person, what each was opened with, and marks the one that asks", async () => {
    const { email } = await seedPerson(on.db);
    const other = await seedPerson(on.db);
    await signIn(other.email);
    const laptop = await signIn(email, FIREFOX);
    const phone = await signIn(email);
    const ofLaptop = {
      id: tokenHashOf(laptop),
      device: { browser: "firefox", system: "windows" },
      openedAt: NOW,
      seenAt: NOW,
      current: true,
    };
    const ofPhone = {
      ...ofLaptop,
      id: tokenHashOf(phone),
      device: { browser: null, system: null },
      current: false,
    };
    const listed = await sessionsOf(laptop);
    expect(listed).toHaveLength(2);
    expect(listed).toEqual(expect.arrayContaining([ofLaptop, ofPhone]));
  });

  test("neither the address of the network nor the header itself is kept", async () => {
    const { id, email } = await seedPerson(on.db);
    await signIn(email, FIREFOX);
    const rows = await on.db.selectFrom("sessions").selectAll().where("user_id", "=", id).execute();
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual([
      "browser",
      "created_at",
      "expires_at",
      "seen_at",
      "system",
      "token_hash",
      "user_id",
      "wrote_lsn",
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|::1|Mozilla|146/);
  });

  test("a session closed from another is refused at its next request", async () => {
    const { email } = await seedPerson(on.db);
    const laptop = await signIn(email);
    const lost = await signIn(email);
    await laptop.mutate("account.closeSession", { sessionId: tokenHashOf(lost) });
    expect(appCodeOf(await lost.query("account.sessions"))).toBe("UNAUTHENTICATED");
    expect((await sessionsOf(laptop)).map(({ id }) => id)).toEqual([tokenHashOf(laptop)]);
  });

  test("a password that is tried first is refused, and the old one stays", async () => {
    const { email } = await seedPerson(on.db, { name: "Capucine Delmotte" });
    const visitor = await signIn(email);
    for (const newPassword of ["motdepasse123", "capucine2026", "bonnepart!2026"]) {
      const answer = await visitor.mutate("session.changePassword", {
        currentPassword: PASSWORD,
        newPassword,
      });
      expect(answer.json).toMatchObject({
        error: { data: { details: { field: "newPassword", reason: "common-password" } } },
      });
    }
    expect((await signIn(email)).cookie).not.toBeNull();
  });

  test("closing the session that asks forgets its cookie", async () => {
    const { email } = await seedPerson(on.db);
    const visitor = await signIn(email);
    await visitor.mutate("account.closeSession", { sessionId: tokenHashOf(visitor) });
    expect(visitor.cookie).toBeNull();
  });

  test("a session of somebody else cannot be closed, and is answered as one that does not exist", async () => {
    const visitor = await signIn((await seedPerson(on.db)).email);
    const other = await signIn((await seedPerson(on.db)).email);
    const foreign = await visitor.mutate("account.closeSession", { sessionId: tokenHashOf(other) });
    const missing = await visitor.mutate("account.closeSession", { sessionId: "0".repeat(64) });
    expect([foreign.status, foreign.text]).toEqual([missing.status, missing.text]);
    expect(await sessionsOf(other)).toHaveLength(1);
  });

  test("closing the others leaves the one that asks, and the sessions of other people", async () => {
    const { email } = await seedPerson(on.db);
    const visitor = await signIn(email);
    const [phone, tablet] = [await signIn(email), await signIn(email)];
    const other = await signIn((await seedPerson(on.db)).email);
    await visitor.mutate("account.closeOtherSessions");
    expect(appCodeOf(await phone.query("account.sessions"))).toBe("UNAUTHENTICATED");
    expect(appCodeOf(await tablet.query("account.sessions"))).toBe("UNAUTHENTICATED");
    expect(await sessionsOf(visitor)).toHaveLength(1);
    expect(await sessionsOf(other)).toHaveLength(1);
  });

  test.each([
    ["idle for twelve hours", "2026-11-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z"],
    ["past its end", "2098-12-31T00:00:00.000Z", "2026-11-01T00:00:00.000Z"],
  ])("a session %s is not listed, though its row is still there", async (_name, seen_at, expires_at) => {
    const { id, email } = await seedPerson(on.db);
    const visitor = await signIn(email);
    const over = { token_hash: "0".repeat(63), user_id: id, created_at: NOW, seen_at, expires_at };
    await on.db.insertInto("sessions").values(over).execute();
    expect((await sessionsOf(visitor)).map((session) => session.id)).toEqual([tokenHashOf(visitor)]);
    await on.db.deleteFrom("sessions").where("token_hash", "=", over.token_hash).execute();
  });
});
