import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "../../server/log.ts";
import { describeOnEngines } from "../support/engines.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { NOW, seedCanteen, seedOrganisation } from "../support/seed.ts";
import type { TestWeb } from "../support/web.ts";
import { appCodeOf, startWeb, Visitor } from "../support/web.ts";

const NAME = "Philomène Zylberstein";
const EMAIL = "philomene.zylberstein@example.fr";
const SOUGHT = "maraichage-du-voisin-introuvable";
const WRONG = "mot-de-passe-mal-tape";

describeOnEngines("the log", (on) => {
  let web: TestWeb;
  const logged: string[] = [];
  const log = createLog("trace", { write: (line: string) => void logged.push(line) });
  let visitor: Visitor;
  let userId: string;
  let canteenId: string;

  beforeAll(async () => {
    web = await startWeb(on.opened, { log });
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    const person = await seedPerson(on.db, {
      name: NAME,
      email: EMAIL,
      grants: [{ role: "administrator", scopeKind: "organisation", scopeId: organisationId }],
    });
    userId = person.id;
    visitor = new Visitor(web);
  });
  afterAll(() => web.stop());

  /** What must be on no line. */
  function expectNothingOf(texts: readonly string[]): void {
    for (const text of texts) expect(logged.filter((line) => line.includes(text))).toEqual([]);
  }

  test("holds no person, no secret and nothing that was looked for, whatever happens", async () => {
    const headers = { "user-agent": "Mozilla/5.0 Firefox/146.0 device-of-hers" };
    await visitor.mutate("session.signIn", { email: EMAIL, password: WRONG });
    await visitor.send("/trpc/session.signIn", {
      method: "POST",
      body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
      headers,
    });
    expect(visitor.cookie).not.toBeNull();
    const cookie = visitor.cookie?.split("=")[1] ?? "?";
    await visitor.query("offers.search", { canteenId, search: SOUGHT });
    await visitor.query("users.list");
    await visitor.mutate("users.create", { name: NAME, email: EMAIL, grants: [] });
    await visitor.send(`/trpc/session.signIn?email=${EMAIL}`, {
      method: "POST",
      body: `{"email":"${EMAIL}"`,
    });
    await visitor.send(`/nowhere?who=${EMAIL}`);
    await visitor.send("/trpc/session.signIn", { method: "POST", body: EMAIL });
    await visitor.mutate("session.changePassword", { currentPassword: PASSWORD, newPassword: WRONG });
    expect(logged.length).toBeGreaterThan(8);
    expect(logged.join("")).toContain("/trpc/session.signIn");
    expectNothingOf([
      NAME,
      "Zylberstein",
      EMAIL,
      PASSWORD,
      WRONG,
      SOUGHT,
      cookie,
      "device-of-hers",
      "127.0.0.1",
    ]);
  });

  test("says of a bug what failed and where, without the values that the engine refused", async () => {
    const before = logged.length;
    const error = await on.db
      .insertInto("users")
      .values({
        id: "other",
        email: EMAIL,
        name: NAME,
        password_hash: "",
        locale: "fr",
        disabled: 0,
        created_at: NOW,
      })
      .execute()
      .then(
        () => null,
        (thrown: unknown) => thrown,
      );
    expect(error).toBeInstanceOf(Error);
    log.error({ err: error, id: "request" }, "bug");
    const line = logged.slice(before).join("");
    expect(JSON.parse(line).err).toEqual({
      type: expect.any(String),
      code: expect.any(String),
      message: expect.stringContaining("users"),
      stack: expect.stringMatching(/\n +at .*executeQuery/),
    });
    expectNothingOf([EMAIL, NAME]);
  });

  test("names a person by their id alone, in what they are asked and told", async () => {
    expect(appCodeOf(await visitor.mutate("users.setDisabled", { userId, disabled: true }))).toBe("CONFLICT");
    expectNothingOf([NAME, EMAIL, userId]);
  });
});
