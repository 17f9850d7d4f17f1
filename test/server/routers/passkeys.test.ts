import { afterAll, beforeAll, expect, test } from "vitest";
import { updateUserDisabled } from "../../../db/queries/users.ts";
import type { Passkey } from "../../../shared/passkeys.ts";
import { makeAuthenticator } from "../../support/authenticator.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { PASSWORD, seedPerson } from "../../support/people.ts";
import { NOW } from "../../support/seed.ts";
import type { TestWeb, WebAnswer } from "../../support/web.ts";
import { appCodeOf, resultOf, startWeb, Visitor } from "../../support/web.ts";

const LOOSE = { consume: async () => undefined, forget: async () => undefined };
const PROVEN = { currentPassword: PASSWORD };

describeOnEngines("passkeys", (on) => {
  let web: TestWeb;
  let site: { origin: string; rpId: string };

  beforeAll(async () => {
    web = await startWeb(on.opened, { limits: LOOSE });
    site = { origin: web.origin, rpId: "localhost" };
  });
  afterAll(() => web.stop());

  const reasonOf = ({ json }: WebAnswer): unknown => Object(json).error?.data?.details?.reason;
  const challengeOf = (answer: WebAnswer): string =>
    (resultOf(answer) as { challenge: string } | undefined)?.challenge ?? "";
  const ask = async (visitor: Visitor): Promise<string> =>
    challengeOf(await visitor.mutate("passkeys.startSignIn"));

  async function signedIn(): Promise<{ visitor: Visitor; id: string; email: string }> {
    const { id, email } = await seedPerson(on.db);
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    return { visitor, id, email };
  }

  /** Someone with a passkey. */
  async function holder() {
    const person = await signedIn();
    const device = makeAuthenticator();
    const challenge = challengeOf(await person.visitor.mutate("passkeys.start", PROVEN));
    const response = device.register(challenge, site);
    const added = await person.visitor.mutate("passkeys.add", { name: "Téléphone", response });
    expect(appCodeOf(added)).toBeNull();
    return { ...person, device, response };
  }

  test("one is added with the password again, and listed by its name", async () => {
    const { visitor, device } = await holder();
    const wrong = await visitor.mutate("passkeys.start", { currentPassword: "pas-le-bon-mot" });
    expect(reasonOf(wrong)).toBe("credentials");
    expect(resultOf(await visitor.query("passkeys.list"))).toEqual([
      { id: device.id, name: "Téléphone", createdAt: NOW, usedAt: null } satisfies Passkey,
    ]);
  });

  test("the device is asked for its person, knows them by an id, and is told which passkeys they have", async () => {
    const { visitor, id, device } = await holder();
    const options = resultOf(await visitor.mutate("passkeys.start", PROVEN));
    expect(options).toMatchObject({
      rp: { id: "localhost" },
      user: { id: Buffer.from(id).toString("base64url") },
      attestation: "none",
      excludeCredentials: [{ id: device.id }],
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
  });

  test("it opens a session without address nor password, and notes when", async () => {
    const { id, device, visitor } = await holder();
    const stranger = new Visitor(web);
    const response = device.sign(await ask(stranger), site);
    expect(appCodeOf(await stranger.mutate("passkeys.signIn", { response }))).toBeNull();
    expect(resultOf(await stranger.query("session.current"))).toMatchObject({ user: { id } });
    expect(resultOf(await visitor.query("passkeys.list"))).toMatchObject([{ usedAt: NOW }]);
  });

  test("an answer opens once, and only what was asked, for five minutes", async () => {
    const { device } = await holder();
    const visitor = new Visitor(web);
    const signIn = async (response: unknown): Promise<unknown> => {
      const answer = await visitor.mutate("passkeys.signIn", { response });
      return appCodeOf(answer) === null ? "opened" : reasonOf(answer);
    };
    const response = device.sign(await ask(visitor), site);
    expect(await signIn(response)).toBe("opened");
    expect(await signIn(response)).toBe("passkey");
    expect(await signIn(device.sign("A".repeat(43), site))).toBe("passkey");
    const late = device.sign(await ask(visitor), site);
    web.wait(5 * 60_000);
    expect(await signIn(late)).toBe("passkey");
  });

  test.each([
    ["made for another site", { origin: "https://evil.example", rpId: "localhost" }, {}],
    ["bound to another host", { origin: "", rpId: "evil.example" }, {}],
    ["signed without its person being verified", { origin: "", rpId: "localhost" }, { verified: false }],
  ])("an answer %s opens nothing", async (_name, { origin, rpId }, options) => {
    const { device } = await holder();
    const visitor = new Visitor(web);
    const response = device.sign(await ask(visitor), { origin: origin || web.origin, rpId }, options);
    expect(reasonOf(await visitor.mutate("passkeys.signIn", { response }))).toBe("passkey");
    expect(visitor.cookie).toBeNull();
  });

  test("another key that takes the id of a passkey opens nothing", async () => {
    const { device } = await holder();
    const visitor = new Visitor(web);
    const forged = makeAuthenticator().sign(await ask(visitor), site);
    const response = { ...Object(forged), id: device.id, rawId: device.id };
    expect(reasonOf(await visitor.mutate("passkeys.signIn", { response }))).toBe("passkey");
  });

  test("unknown, removed and disabled say the same", async () => {
    const removed = await holder();
    await removed.visitor.mutate("passkeys.remove", { id: removed.device.id });
    const disabled = await holder();
    await updateUserDisabled(on.db, { id: disabled.id, disabled: true, now: NOW });
    for (const device of [removed.device, disabled.device, makeAuthenticator()]) {
      const visitor = new Visitor(web);
      const response = device.sign(await ask(visitor), site);
      const answer = await visitor.mutate("passkeys.signIn", { response });
      expect([answer.status, reasonOf(answer), visitor.cookie]).toEqual([400, "passkey", null]);
    }
  });

  test("nobody removes a passkey of somebody else", async () => {
    const { device, visitor } = await holder();
    const other = await signedIn();
    await other.visitor.mutate("passkeys.remove", { id: device.id });
    expect(resultOf(await visitor.query("passkeys.list"))).toHaveLength(1);
  });

  test("what one person was asked is not answered by another, nor added twice", async () => {
    const [one, other] = [await signedIn(), await holder()];
    const challenge = challengeOf(await one.visitor.mutate("passkeys.start", PROVEN));
    const response = makeAuthenticator().register(challenge, site);
    const taken = await other.visitor.mutate("passkeys.add", { name: "Clé", response });
    expect(reasonOf(taken)).toBe("passkey");
    const again = await other.visitor.mutate("passkeys.add", { name: "Clé", response: other.response });
    expect(reasonOf(again)).toBe("passkey");
  });

  test("a passkey of somebody else is not added to one's own account", async () => {
    const [{ device }, other] = [await holder(), await signedIn()];
    const challenge = challengeOf(await other.visitor.mutate("passkeys.start", PROVEN));
    const added = await other.visitor.mutate("passkeys.add", {
      name: "Clé",
      response: device.register(challenge, site),
    });
    expect(reasonOf(added)).toBe("passkey-known");
  });

  test("nonsense is refused, never a failure", async () => {
    const { visitor, device, response } = await holder();
    for (const wrong of ["AAAA", "", Buffer.from("{}").toString("base64url")]) {
      const registration = {
        ...Object(response),
        response: { clientDataJSON: wrong, attestationObject: wrong },
      };
      const added = await visitor.mutate("passkeys.add", { name: "Clé", response: registration });
      expect([added.status, reasonOf(added)]).toEqual([400, "passkey"]);
      const signed = {
        ...Object(device.sign(await ask(visitor), site)),
        response: { clientDataJSON: wrong, authenticatorData: wrong, signature: wrong },
      };
      const answer = await visitor.mutate("passkeys.signIn", { response: signed });
      expect([answer.status, reasonOf(answer)]).toEqual([400, "passkey"]);
    }
  });
});
