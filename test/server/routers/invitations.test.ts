import { afterAll, beforeAll, expect, test } from "vitest";
import { updateUserDisabled } from "../../../db/queries/users.ts";
import { createLog } from "../../../server/log.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { PASSWORD, seedPerson } from "../../support/people.ts";
import { NOW, seedOrganisation } from "../../support/seed.ts";
import type { TestWeb, WebAnswer } from "../../support/web.ts";
import { appCodeOf, resultOf, startWeb, Visitor } from "../../support/web.ts";

const LOOSE = { consume: async () => undefined, forget: async () => undefined };
const DAY = 24 * 3_600_000;
const CHOSEN = { name: "Bérénice Fontaine", password: "un panier de blettes" };

describeOnEngines("invitations", (on) => {
  let web: TestWeb;
  let administrator: Visitor;
  let grant: Grant;
  const logged: string[] = [];
  const log = createLog("trace", { write: (line: string) => void logged.push(line) });

  beforeAll(async () => {
    web = await startWeb(on.opened, { limits: LOOSE, log });
    const { organisationId } = await seedOrganisation(on.db);
    grant = { role: "administrator", scopeKind: "organisation", scopeId: organisationId };
    administrator = await signedInAdministrator();
  });
  afterAll(() => web.stop());

  async function signedInAdministrator(): Promise<Visitor> {
    const { email } = await seedPerson(on.db, { grants: [grant] });
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    return visitor;
  }

  let count = 0;
  async function invited(): Promise<{ token: string; userId: string; email: string }> {
    const email = `invitee-${++count}@example.fr`;
    const input = { name: "Provisoire", email, grants: [grant] };
    const made = resultOf(await administrator.mutate("users.create", input));
    const { userId, invitation } = made as { userId: string; invitation: string };
    return { token: invitation, userId, email };
  }
  const open = (token: string): Promise<WebAnswer> => new Visitor(web).mutate("invitations.open", { token });
  const accept = async (token: string): Promise<{ answer: WebAnswer; visitor: Visitor }> => {
    const visitor = new Visitor(web);
    return { answer: await visitor.mutate("invitations.accept", { token, ...CHOSEN }), visitor };
  };

  test("the link says whom it is for; the person chooses name and password, and is signed in", async () => {
    const { token, email, userId } = await invited();
    expect(resultOf(await open(token))).toEqual({ name: "Provisoire", email });
    const { visitor } = await accept(token);
    expect(resultOf(await visitor.query("session.current"))).toMatchObject({
      user: { id: userId, name: CHOSEN.name, email },
    });
    const again = new Visitor(web);
    await again.mutate("session.signIn", { email, password: CHOSEN.password });
    expect(again.cookie).not.toBeNull();
  });

  test("the database holds the SHA-256 of the token, never the token", async () => {
    const { token, userId } = await invited();
    const row = await on.db
      .selectFrom("invitations")
      .selectAll()
      .where("user_id", "=", userId)
      .executeTakeFirstOrThrow();
    expect(row.token_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row.expires_at).toBe(new Date(Date.parse(NOW) + 7 * DAY).toISOString());
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test("used, unknown, replaced, of a disabled account and over say the same", async () => {
    const used = await invited();
    await accept(used.token);
    const replaced = await invited();
    await administrator.mutate("users.resetPassword", { userId: replaced.userId });
    const disabled = await invited();
    await updateUserDisabled(on.db, { id: disabled.userId, disabled: true, now: NOW });
    const over = await invited();
    await on.db
      .updateTable("invitations")
      .set({ expires_at: NOW })
      .where("user_id", "=", over.userId)
      .execute();
    const answers = [used.token, "A".repeat(43), replaced.token, disabled.token, over.token].map(
      async (token) => {
        const opened = await open(token);
        const { answer, visitor } = await accept(token);
        expect(visitor.cookie).toBeNull();
        return [opened, answer].map(({ status, json }) => {
          const { message, data } = Object(json).error;
          return [status, message, data.details];
        });
      },
    );
    const said = Array.from({ length: 2 }, () => [404, "NOT_FOUND", {}]);
    expect(await Promise.all(answers)).toEqual(answers.map(() => said));
  });

  test("sent eight times at once, a link is used once", async () => {
    const { token } = await invited();
    const tries = await Promise.all(Array.from({ length: 8 }, () => accept(token)));
    expect(tries.filter(({ visitor }) => visitor.cookie !== null)).toHaveLength(1);
  });

  test("a password that is tried first is refused, and the link still serves", async () => {
    const { token } = await invited();
    const visitor = new Visitor(web);
    const input = { token, name: CHOSEN.name, password: "berenice-fontaine" };
    expect(appCodeOf(await visitor.mutate("invitations.accept", input))).toBe("INVALID");
    expect((await accept(token)).visitor.cookie).not.toBeNull();
  });

  test("a link in place of a forgotten password ends the old one and its sessions at once", async () => {
    const { id, email } = await seedPerson(on.db, { grants: [grant] });
    const person = new Visitor(web);
    await person.mutate("session.signIn", { email, password: PASSWORD });
    const made = resultOf(await administrator.mutate("users.resetPassword", { userId: id }));
    expect(appCodeOf(await person.query("account.sessions"))).toBe("UNAUTHENTICATED");
    expect(appCodeOf(await person.mutate("session.signIn", { email, password: PASSWORD }))).toBe("INVALID");
    const { token } = { token: (made as { invitation: string }).invitation };
    expect((await accept(token)).visitor.cookie).not.toBeNull();
  });

  test("a link does not go round the second step: the code is still asked for", async () => {
    const { id, email } = await seedPerson(on.db, { grants: [grant] });
    const step = { user_id: id, secret: "MZXW6YTB", confirmed_at: NOW, last_step: 0, recovery_salt: "" };
    await on.db
      .insertInto("two_steps")
      .values({ ...step, created_at: NOW })
      .execute();
    const made = resultOf(await administrator.mutate("users.resetPassword", { userId: id }));
    const { answer, visitor } = await accept((made as { invitation: string }).invitation);
    expect(resultOf(answer)).toEqual({ codeNeeded: true });
    expect(visitor.cookie).toBeNull();
    const signIn = await visitor.mutate("session.signIn", { email, password: CHOSEN.password });
    expect(resultOf(signIn)).toEqual({ codeNeeded: true });
  });

  test("no line of the log holds a token, a password, a name or an address", async () => {
    const { token, email } = await invited();
    await open(token);
    await open(`${token.slice(0, 42)}_`);
    await accept(token);
    await accept(token);
    expect(logged.join("")).toContain("/trpc/invitations.accept");
    for (const secret of [token, CHOSEN.password, PASSWORD, email, CHOSEN.name, "Provisoire"])
      expect(logged.filter((line) => line.includes(secret))).toEqual([]);
  });
});
