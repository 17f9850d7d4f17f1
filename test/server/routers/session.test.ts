import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteGrant, listGrantsOfUsers } from "../../../db/queries/grants.ts";
import { updateUserDisabled } from "../../../db/queries/users.ts";
import { hashToken } from "../../../server/security/session-token.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { PASSWORD, seedPerson } from "../../support/people.ts";
import { NOW, seedOrganisation } from "../../support/seed.ts";
import type { TestWeb } from "../../support/web.ts";
import { appCodeOf, resultOf, startWeb, Visitor } from "../../support/web.ts";

const HOUR = 3_600_000;
const LOOSE = { consume: async () => undefined, forget: async () => undefined };

describeOnEngines("sessions", (on) => {
  let web: TestWeb;
  let administrator: Grant;

  beforeAll(async () => {
    web = await startWeb(on.opened, { limits: LOOSE });
    const { organisationId } = await seedOrganisation(on.db);
    administrator = { role: "administrator", scopeKind: "organisation", scopeId: organisationId };
  });
  afterAll(() => web.stop());

  async function signedIn(): Promise<{ visitor: Visitor; id: string; email: string }> {
    const { id, email } = await seedPerson(on.db, { grants: [administrator] });
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    return { visitor, id, email };
  }

  async function userOf(visitor: Visitor): Promise<unknown> {
    const state = resultOf(await visitor.query("session.current"));
    return state !== null && typeof state === "object" && "user" in state ? state.user : undefined;
  }

  test("a right password opens a session that names the person", async () => {
    const { visitor, id, email } = await signedIn();
    expect(await userOf(visitor)).toEqual({ id, email, name: "Camille Essai", locale: "fr" });
  });

  test("the cookie is closed to scripts, to other sites, and ends after seven days", async () => {
    const { email } = await seedPerson(on.db);
    const answer = await new Visitor(web).mutate("session.signIn", { email, password: PASSWORD });
    expect(answer.headers["set-cookie"]?.[0]).toMatch(
      /^bonnepart=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/,
    );
  });

  test("away from localhost the cookie is bound to the host and to https", async () => {
    const { email } = await seedPerson(on.db);
    const answer = await new Visitor(web).send("/trpc/session.signIn", {
      method: "POST",
      body: JSON.stringify({ email, password: PASSWORD }),
      headers: { host: "bonnepart.example" },
    });
    expect(answer.headers["set-cookie"]?.[0]).toMatch(
      /^__Host-bonnepart=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  test("the database holds the token's SHA-256 and never the token", async () => {
    const { visitor, id } = await signedIn();
    const token = visitor.cookie?.split("=")[1] ?? "";
    const rows = await on.db.selectFrom("sessions").selectAll().where("user_id", "=", id).execute();
    expect(rows.map((row) => row.token_hash)).toEqual([hashToken(token)]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test.each([
    ["a wrong password", async () => ({ ...(await seedPerson(on.db)), password: "autre-mot-de-passe" })],
    ["an unknown account", async () => ({ email: "personne@example.fr", password: PASSWORD })],
    [
      "a disabled account",
      async () => {
        const { id, email } = await seedPerson(on.db);
        await updateUserDisabled(on.db, { id, disabled: true, now: NOW });
        return { email, password: PASSWORD };
      },
    ],
  ])("%s is refused in the same words and opens nothing", async (_name, make) => {
    const { email, password } = await make();
    const visitor = new Visitor(web);
    const answer = await visitor.mutate("session.signIn", { email, password });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      error: { data: { appCode: "INVALID", details: { reason: "credentials" } } },
    });
    expect(visitor.cookie).toBeNull();
  });

  test("the address is read whatever its case and the spaces around it", async () => {
    const { email } = await seedPerson(on.db, { email: "casse@example.fr" });
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email: ` ${email.toUpperCase()} `, password: PASSWORD });
    expect(await userOf(visitor)).toMatchObject({ email });
  });

  test("signing in again ends the former session", async () => {
    const { visitor, email } = await signedIn();
    const former = new Visitor(web);
    former.cookie = visitor.cookie;
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    expect(visitor.cookie).not.toBe(former.cookie);
    expect(await userOf(former)).toBeNull();
    expect(await userOf(visitor)).not.toBeNull();
  });

  test("a session nobody chose is refused: the token comes from the server alone", async () => {
    const { email } = await seedPerson(on.db);
    const visitor = new Visitor(web);
    visitor.cookie = `bonnepart=${"A".repeat(43)}`;
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    expect(visitor.cookie).not.toBe(`bonnepart=${"A".repeat(43)}`);
  });

  test("signing out ends the session on the server and forgets the cookie", async () => {
    const { visitor } = await signedIn();
    const copy = new Visitor(web);
    copy.cookie = visitor.cookie;
    await visitor.mutate("session.signOut");
    expect(visitor.cookie).toBeNull();
    expect(await userOf(copy)).toBeNull();
  });

  test("signing out everywhere ends every session of the person, and of nobody else", async () => {
    const { visitor, email } = await signedIn();
    const other = await signedIn();
    const phone = new Visitor(web);
    await phone.mutate("session.signIn", { email, password: PASSWORD });
    await phone.mutate("session.signOutEverywhere");
    expect(await userOf(visitor)).toBeNull();
    expect(await userOf(other.visitor)).not.toBeNull();
  });

  test("changing the password keeps this session, ends the others, and the old one no longer opens", async () => {
    const { visitor, email } = await signedIn();
    const phone = new Visitor(web);
    await phone.mutate("session.signIn", { email, password: PASSWORD });
    const newPassword = "navets-et-poireaux";
    const wrong = await visitor.mutate("session.changePassword", {
      currentPassword: "pas-celui-la",
      newPassword,
    });
    expect(appCodeOf(wrong)).toBe("INVALID");
    await visitor.mutate("session.changePassword", { currentPassword: PASSWORD, newPassword });
    expect(await userOf(visitor)).not.toBeNull();
    expect(await userOf(phone)).toBeNull();
    expect(appCodeOf(await phone.mutate("session.signIn", { email, password: PASSWORD }))).toBe("INVALID");
    expect(appCodeOf(await phone.mutate("session.signIn", { email, password: newPassword }))).toBeNull();
  });

  test("a role revoked or an account disabled in mid-session is gone at the next request", async () => {
    const { visitor, id } = await signedIn();
    expect(appCodeOf(await visitor.query("users.list"))).toBeNull();
    for (const grant of await listGrantsOfUsers(on.db, [id])) await deleteGrant(on.db, grant.id);
    expect(appCodeOf(await visitor.query("users.list"))).toBe("FORBIDDEN");
    await updateUserDisabled(on.db, { id, disabled: true, now: NOW });
    expect(appCodeOf(await visitor.query("users.list"))).toBe("UNAUTHENTICATED");
  });

  test("the language chosen is kept with the account", async () => {
    const { visitor } = await signedIn();
    await visitor.mutate("session.setLocale", { locale: "en" });
    expect(await userOf(visitor)).toMatchObject({ locale: "en" });
  });

  test("a session lives 12 hours without use, and each use prolongs it", async () => {
    const idle = await signedIn();
    const active = await signedIn();
    web.wait(11 * HOUR);
    expect(await userOf(active.visitor)).not.toBeNull();
    await expect
      .poll(() => on.db.selectFrom("sessions").select("seen_at").where("user_id", "=", active.id).execute())
      .toEqual([{ seen_at: "2026-11-22T21:00:00.000Z" }]);
    web.wait(HOUR);
    expect(await userOf(idle.visitor)).toBeNull();
    expect(await userOf(active.visitor)).not.toBeNull();
  });

  test("a session ends seven days after it opened, even in use", async () => {
    const { visitor, id } = await signedIn();
    for (let hours = 0; hours < 165; hours += 11) {
      web.wait(11 * HOUR);
      expect(await userOf(visitor)).not.toBeNull();
      await expect
        .poll(async () => {
          const row = await on.db
            .selectFrom("sessions")
            .select(["created_at", "seen_at"])
            .where("user_id", "=", id)
            .executeTakeFirstOrThrow();
          return Date.parse(row.seen_at) - Date.parse(row.created_at);
        })
        .toBe((hours + 11) * HOUR);
    }
    web.wait(3 * HOUR - 1);
    expect(await userOf(visitor)).not.toBeNull();
    web.wait(1);
    expect(await userOf(visitor)).toBeNull();
  });
});
