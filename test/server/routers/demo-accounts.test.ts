import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Grant } from "../../../shared/permissions.ts";
import type { DemoAccount, SessionUser } from "../../../shared/session.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { PASSWORD, seedPerson } from "../../support/people.ts";
import type { RightsWorld } from "../../support/rights-world.ts";
import { seedRightsWorld } from "../../support/rights-world.ts";
import type { TestWeb } from "../../support/web.ts";
import { appCodeOf, resultOf, startWeb, Visitor } from "../../support/web.ts";

const LOOSE = { consume: async () => undefined, forget: async () => undefined };
const PROVEN = { currentPassword: PASSWORD };
const OTHER_PASSWORD = "topinambours-et-panais";

describeOnEngines("an account that the visitors of a demonstration share", (on) => {
  let web: TestWeb;
  let world: RightsWorld;
  let shared: SessionUser;
  const demoAccounts: DemoAccount[] = [];

  beforeAll(async () => {
    web = await startWeb(on.opened, { limits: LOOSE, demoAccounts });
    world = await seedRightsWorld(on);
  });
  afterAll(() => web.stop());
  beforeEach(async () => {
    shared = await seedPerson(on.db, { grants: [administrator(), kitchen()] });
    demoAccounts.splice(0, demoAccounts.length, {
      email: shared.email,
      password: PASSWORD,
      role: "administrator",
    });
  });

  const administrator = (): Grant => ({
    role: "administrator",
    scopeKind: "organisation",
    scopeId: world.own.organisationId,
  });
  const kitchen = (): Grant => ({ role: "kitchen", scopeKind: "canteen", scopeId: world.own.canteenId });

  async function signedIn(email: string): Promise<Visitor> {
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    return visitor;
  }

  test("refuses whatever would keep the others out, and says that it is shared", async () => {
    const visitor = await signedIn(shared.email);
    expect(resultOf(await visitor.query("session.current"))).toMatchObject({ sharedAccount: true });
    const changes: [string, unknown][] = [
      ["session.changePassword", { ...PROVEN, newPassword: OTHER_PASSWORD }],
      ["session.signOutEverywhere", undefined],
      ["account.closeOtherSessions", undefined],
      ["account.askErasure", { asked: true }],
      ["twoStep.start", PROVEN],
      ["twoStep.confirm", { code: "000000" }],
      ["passkeys.start", PROVEN],
      ["passkeys.add", { name: "Clé", response: {} }],
    ];
    for (const [path, input] of changes)
      expect([path, appCodeOf(await visitor.mutate(path, input))]).toEqual([path, "DEMO_ACCOUNT"]);
    expect(appCodeOf(await (await signedIn(shared.email)).query("account.sessions"))).toBeNull();
  });

  test("closes its own session, and none of the other visitors'", async () => {
    const [visitor, other] = [await signedIn(shared.email), await signedIn(shared.email)];
    const sessions = resultOf(await visitor.query("account.sessions")) as { id: string; current: boolean }[];
    const close = async (current: boolean) => {
      const sessionId = sessions.find((session) => session.current === current)?.id;
      return appCodeOf(await visitor.mutate("account.closeSession", { sessionId }));
    };
    expect(await close(false)).toBe("DEMO_ACCOUNT");
    expect(appCodeOf(await other.query("account.sessions"))).toBeNull();
    expect(await close(true)).toBeNull();
    expect(appCodeOf(await visitor.query("account.sessions"))).toBe("UNAUTHENTICATED");
  });

  test("is not taken away by an administrator, who may do it to an account of their own making", async () => {
    const visitor = await signedIn(shared.email);
    const ben = await seedPerson(on.db, { grants: [kitchen()] });
    const grantIdOf = async (userId: string): Promise<string> => {
      const grants = on.db.selectFrom("grants").select("id").where("user_id", "=", userId);
      return (await grants.where("role", "=", "kitchen").executeTakeFirstOrThrow()).id;
    };
    const changes = async ({ id }: SessionUser): Promise<[string, unknown][]> => [
      ["grants.grant", { userId: id, grant: { ...kitchen(), role: "manager" } }],
      ["grants.revoke", { grantId: await grantIdOf(id) }],
      ["users.setDisabled", { userId: id, disabled: true }],
      ["users.resetPassword", { userId: id }],
      ["users.erase", { userId: id }],
    ];
    for (const [path, input] of await changes(shared))
      expect([path, appCodeOf(await visitor.mutate(path, input))]).toEqual([path, "DEMO_ACCOUNT"]);
    for (const [path, input] of await changes(ben))
      expect([path, appCodeOf(await visitor.mutate(path, input))]).toEqual([path, null]);
  });

  test("is like any other where there is no demonstration", async () => {
    demoAccounts.length = 0;
    const visitor = await signedIn(shared.email);
    expect(resultOf(await visitor.query("session.current"))).toMatchObject({ sharedAccount: false });
    const changed = await visitor.mutate("session.changePassword", {
      ...PROVEN,
      newPassword: OTHER_PASSWORD,
    });
    expect(appCodeOf(changed)).toBeNull();
  });
});
