import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAuditChain } from "../../../db/queries/audit.ts";
import { findTwoStep } from "../../../db/queries/two-steps.ts";
import { secretKeyOf } from "../../../server/security/sealed-secret.ts";
import { fromBase32, hotp, stepAt } from "../../../server/security/totp.ts";
import type { Grant } from "../../../shared/permissions.ts";
import type { TwoStepOffer } from "../../../shared/two-step.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { PASSWORD, seedPerson } from "../../support/people.ts";
import { NOW, seedOrganisation } from "../../support/seed.ts";
import type { TestWeb, WebAnswer } from "../../support/web.ts";
import { appCodeOf, resultOf, startWeb, Visitor } from "../../support/web.ts";

const STEP_MS = 30_000;
const LOOSE = { consume: async () => undefined, forget: async () => undefined };
const PROVEN = { currentPassword: PASSWORD };

describeOnEngines("the second step of sign-in", (on) => {
  let web: TestWeb;
  let elapsed = 0;
  let organisationId: string;

  beforeAll(async () => {
    web = await startWeb(on.opened, { limits: LOOSE });
    organisationId = (await seedOrganisation(on.db)).organisationId;
  });
  afterAll(() => web.stop());

  function wait(milliseconds: number): void {
    elapsed += milliseconds;
    web.wait(milliseconds);
  }
  const codeOf = (secret: string): string =>
    hotp(fromBase32(secret), stepAt((Date.parse(NOW) + elapsed) / 1000));
  const reasonOf = ({ json }: WebAnswer): unknown => Object(json).error?.data?.details?.reason;

  async function signedIn(
    grants: readonly Grant[] = [],
  ): Promise<{ visitor: Visitor; id: string; email: string }> {
    const { id, email } = await seedPerson(on.db, { grants });
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    return { visitor, id, email };
  }

  /** Someone whose sign-in asks for a code; the code of now has just been taken. */
  async function protectedPerson() {
    const person = await signedIn([
      { role: "administrator", scopeKind: "organisation", scopeId: organisationId },
    ]);
    const { secret } = resultOf(await person.visitor.mutate("twoStep.start", PROVEN)) as TwoStepOffer;
    const codes = resultOf(await person.visitor.mutate("twoStep.confirm", { code: codeOf(secret) }));
    return { ...person, secret, codes: codes as string[] };
  }

  async function signIn(email: string, code?: string): Promise<{ answer: WebAnswer; visitor: Visitor }> {
    const visitor = new Visitor(web);
    return { answer: await visitor.mutate("session.signIn", { email, password: PASSWORD, code }), visitor };
  }

  test("is offered with the password again, and asks for nothing until it is proven", async () => {
    const { visitor, email } = await signedIn();
    const refused = await visitor.mutate("twoStep.start", { currentPassword: "pas-le-bon-mot" });
    expect(reasonOf(refused)).toBe("credentials");
    const offer = resultOf(await visitor.mutate("twoStep.start", PROVEN)) as TwoStepOffer;
    expect(offer.address).toContain(`secret=${offer.secret}`);
    expect(resultOf(await visitor.query("twoStep.state"))).toEqual({ enabledAt: null, recoveryCodesLeft: 0 });
    expect((await signIn(email)).visitor.cookie).not.toBeNull();
    expect(reasonOf(await visitor.mutate("twoStep.confirm", { code: "000000" }))).toBe("code");
    expect((await signIn(email)).visitor.cookie).not.toBeNull();
  });

  test("lies sealed where the installation has a key; without that key a recovery code still opens", async () => {
    const errors: string[] = [];
    const log = pino({ level: "error" }, { write: (line: string) => void errors.push(line) });
    const secretKey = secretKeyOf("une clé d'au moins trente-deux caractères");
    const [sealed, other] = [
      await startWeb(on.opened, { limits: LOOSE, secretKey }),
      await startWeb(on.opened, { limits: LOOSE, log }),
    ];
    const { email, id } = await seedPerson(on.db);
    const visitor = new Visitor(sealed);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    const { secret } = resultOf(await visitor.mutate("twoStep.start", PROVEN)) as TwoStepOffer;
    const code = hotp(fromBase32(secret), stepAt(Date.parse(NOW) / 1000));
    const codes = resultOf(await visitor.mutate("twoStep.confirm", { code })) as string[];
    expect((await findTwoStep(on.db, id))?.secret).toMatch(/^v1\.[\w-]{60,}$/);
    sealed.wait(STEP_MS);
    const next = hotp(fromBase32(secret), stepAt((Date.parse(NOW) + STEP_MS) / 1000));
    const enter = async (web: TestWeb, code: string) =>
      appCodeOf(await new Visitor(web).mutate("session.signIn", { email, password: PASSWORD, code }));
    other.wait(STEP_MS);
    expect(await enter(other, next)).toBe("INVALID");
    expect(errors).toEqual([expect.stringContaining("another SECRET_KEY")]);
    expect(await enter(other, codes[0] ?? "")).toBeNull();
    expect(await enter(sealed, next)).toBeNull();
    await Promise.all([sealed.stop(), other.stop()]);
  });

  test("an offer is told again for a quarter of an hour, then replaced", async () => {
    const { visitor } = await signedIn();
    const offered = async () =>
      (resultOf(await visitor.mutate("twoStep.start", PROVEN)) as TwoStepOffer).secret;
    const first = await offered();
    wait(14 * 60_000);
    expect(await offered()).toBe(first);
    wait(60_000);
    expect(await offered()).not.toBe(first);
  });

  test("once proven, the password alone opens no session, and says that a code is needed", async () => {
    const { email, visitor } = await protectedPerson();
    expect(resultOf(await visitor.query("twoStep.state"))).toMatchObject({ recoveryCodesLeft: 10 });
    const { answer, visitor: stranger } = await signIn(email);
    expect(resultOf(answer)).toEqual({ codeNeeded: true });
    expect(stranger.cookie).toBeNull();
    expect(appCodeOf(await stranger.query("account.sessions"))).toBe("UNAUTHENTICATED");
  });

  test("a wrong password with a right code says what a wrong password says", async () => {
    const { email, secret } = await protectedPerson();
    wait(STEP_MS);
    const visitor = new Visitor(web);
    const attempt = { email, password: "pas-le-bon-mot", code: codeOf(secret) };
    expect(reasonOf(await visitor.mutate("session.signIn", attempt))).toBe("credentials");
    expect((await signIn(email, codeOf(secret))).visitor.cookie).not.toBeNull();
  });

  test("a code opens once: not the one that proved it, nor the one that signed in, even sent eight times at once", async () => {
    const { email, secret } = await protectedPerson();
    expect(reasonOf((await signIn(email, codeOf(secret))).answer)).toBe("code");
    wait(STEP_MS);
    const code = codeOf(secret);
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn(email, code)));
    expect(tries.filter(({ visitor }) => visitor.cookie !== null)).toHaveLength(1);
    expect(reasonOf((await signIn(email, code)).answer)).toBe("code");
    wait(STEP_MS);
    expect((await signIn(email, codeOf(secret))).visitor.cookie).not.toBeNull();
  });

  test("each recovery code opens once, however it is typed, and is kept as a hash", async () => {
    const { id, email, codes, visitor } = await protectedPerson();
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = ""] = codes;
    expect(first).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
    const kept = await on.db.selectFrom("recovery_codes").selectAll().where("user_id", "=", id).execute();
    expect(kept).toHaveLength(10);
    for (const code of codes) expect(JSON.stringify(kept)).not.toContain(code.slice(0, 5));
    expect((await signIn(email, first.toUpperCase().replace("-", " "))).visitor.cookie).not.toBeNull();
    expect(reasonOf((await signIn(email, first)).answer)).toBe("code");
    expect((await signIn(email, second)).visitor.cookie).not.toBeNull();
    expect(resultOf(await visitor.query("twoStep.state"))).toMatchObject({ recoveryCodesLeft: 8 });
  });

  test("new recovery codes end the old ones", async () => {
    const { email, codes, visitor } = await protectedPerson();
    const renewed = resultOf(await visitor.mutate("twoStep.remakeRecoveryCodes", PROVEN)) as string[];
    expect(reasonOf((await signIn(email, codes[0])).answer)).toBe("code");
    expect((await signIn(email, renewed[0])).visitor.cookie).not.toBeNull();
  });

  test("another person's recovery code opens nothing", async () => {
    const [one, other] = [await protectedPerson(), await protectedPerson()];
    expect(reasonOf((await signIn(one.email, other.codes[0])).answer)).toBe("code");
  });

  test("taken away with the password, the password alone opens again", async () => {
    const { email, visitor } = await protectedPerson();
    const wrong = await visitor.mutate("twoStep.remove", { currentPassword: "pas-le-bon-mot" });
    expect(reasonOf(wrong)).toBe("credentials");
    expect((await signIn(email)).visitor.cookie).toBeNull();
    await visitor.mutate("twoStep.remove", PROVEN);
    expect((await signIn(email)).visitor.cookie).not.toBeNull();
  });

  test("one that is on is not replaced without being taken away first", async () => {
    const { visitor, secret } = await protectedPerson();
    expect(reasonOf(await visitor.mutate("twoStep.start", PROVEN))).toBe("two-step-on");
    wait(STEP_MS);
    expect(reasonOf(await visitor.mutate("twoStep.confirm", { code: codeOf(secret) }))).toBe("two-step-on");
  });

  test("an administrator takes it away for who lost it: sessions close, and the record says who did it", async () => {
    const lost = await protectedPerson();
    const { visitor, id } = await signedIn([
      { role: "administrator", scopeKind: "organisation", scopeId: organisationId },
    ]);
    const listed = resultOf(await visitor.query("users.list")) as { id: string; twoStep: boolean }[];
    expect(listed.find((user) => user.id === lost.id)?.twoStep).toBe(true);
    await visitor.mutate("users.resetTwoStep", { userId: lost.id });
    expect(appCodeOf(await lost.visitor.query("account.sessions"))).toBe("UNAUTHENTICATED");
    expect((await signIn(lost.email)).visitor.cookie).not.toBeNull();
    const entry = await on.db
      .selectFrom("audit")
      .select(["action", "user_id"])
      .where("noun_id", "=", lost.id)
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({ action: "two-step-reset", user_id: id });
    expect((await verifyAuditChain(on.reader)).flaws).toEqual([]);
  });

  test("codes that are tried count as sign-ins that are tried", async () => {
    const { email } = await protectedPerson();
    const strict = await startWeb(on.opened);
    try {
      const visitor = new Visitor(strict);
      const codes: unknown[] = [];
      for (let n = 0; n < 12; n++)
        codes.push(
          appCodeOf(await visitor.mutate("session.signIn", { email, password: PASSWORD, code: "000000" })),
        );
      expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => "INVALID"));
      expect(codes.slice(10)).toEqual(["TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS"]);
    } finally {
      await strict.stop();
    }
  });
});
