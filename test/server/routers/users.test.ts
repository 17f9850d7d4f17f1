import { TRPCError } from "@trpc/server";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { verifyAuditChain } from "../../../db/queries/audit.ts";
import { findCredentials } from "../../../db/queries/users.ts";
import { appRouter } from "../../../server/router.ts";
import { verifyPassword } from "../../../server/security/passwords.ts";
import { asRefusal, createCallerFactory } from "../../../server/trpc.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant, Role, ScopeKind } from "../../../shared/permissions.ts";
import type { SessionUser } from "../../../shared/session.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { PASSWORD, seedPerson } from "../../support/people.ts";
import type { RightsWorld } from "../../support/rights-world.ts";
import { seedRightsWorld } from "../../support/rights-world.ts";
import { NOW } from "../../support/seed.ts";

/** What the scope is, a role on it, and its id once the world is seeded. */
type GrantCase = readonly [name: string, role: Role, scopeKind: ScopeKind, scopeId: () => string];

describeOnEngines("users and grants", (on) => {
  const createCaller = createCallerFactory(appRouter);
  let world: RightsWorld;
  let ana: SessionUser;
  let administrator: Grant;

  beforeAll(async () => {
    world = await seedRightsWorld(on);
    administrator = { role: "administrator", scopeKind: "organisation", scopeId: world.own.organisationId };
  });
  beforeEach(async () => {
    ana = await seedPerson(on.db, { name: "Ana", grants: [administrator] });
  });

  const asAna = () => createCaller(appContext(on, { user: ana, grants: [administrator] }));
  const email = (): string => `${newId()}@example.fr`;
  const kitchen = (): Grant => ({ role: "kitchen", scopeKind: "canteen", scopeId: world.own.canteenId });

  async function refusalOf(call: Promise<unknown>): Promise<unknown> {
    const error = await call.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    const refusal = error instanceof TRPCError ? asRefusal(error) : null;
    return refusal === null ? error : { code: refusal.code, ...refusal.details };
  }

  /** An organisation of its own with one administrator, so that « last » means something. */
  async function alone(): Promise<{ caller: ReturnType<typeof asAna>; grantId: string; userId: string }> {
    const id = newId();
    const organisation = {
      id,
      name: "Commune",
      territory_code: null,
      demo: 0,
      shares_order_names: 0,
      created_at: NOW,
    };
    await on.db.insertInto("organisations").values(organisation).execute();
    const grant: Grant = { ...administrator, scopeId: id };
    const user = await seedPerson(on.db, { grants: [grant] });
    const { id: grantId } = await on.db
      .selectFrom("grants")
      .select("id")
      .where("user_id", "=", user.id)
      .executeTakeFirstOrThrow();
    return { caller: createCaller(appContext(on, { user, grants: [grant] })), grantId, userId: user.id };
  }

  test("a new account has no password before its person chose one on the link", async () => {
    const address = email();
    const made = await asAna().users.create({
      name: "Bob",
      email: address.toUpperCase(),
      grants: [kitchen()],
    });
    expect(made.invitation).toMatch(/^[\w-]{43}$/);
    const found = await findCredentials(on.db, address);
    expect(found?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const listed = (await asAna().users.list()).find((user) => user.id === made.userId);
    expect(listed?.invitedUntil).toBe("2026-11-29T10:00:00.000Z");
  });

  test("a given password is never told back, and has at least 12 characters", async () => {
    const input = { name: "Bob", email: email(), grants: [kitchen()] };
    expect(await refusalOf(asAna().users.create({ ...input, password: "onze-lettre" }))).toMatchObject({
      code: "INVALID",
      field: "password",
    });
    expect((await asAna().users.create({ ...input, password: "douze-lettre" })).invitation).toBeNull();
  });

  test("a given password that is tried first is refused, made or replaced", async () => {
    const common = { code: "INVALID", field: "password", reason: "common-password" };
    const input = { name: "Zoé Vanhoutte", email: email(), grants: [kitchen()] };
    const created = asAna().users.create({ ...input, password: "vanhoutte-2026" });
    expect(await refusalOf(created)).toEqual(common);
    const { userId } = await asAna().users.create(input);
    const reset = asAna().users.resetPassword({ userId, password: "zoe-vanhoutte" });
    expect(await refusalOf(reset)).toEqual(common);
  });

  test("an address is taken once, whatever its case", async () => {
    const input = { name: "Bob", email: email(), grants: [kitchen()] };
    await asAna().users.create(input);
    const again = asAna().users.create({ ...input, email: input.email.toUpperCase() });
    expect(await refusalOf(again)).toEqual({ code: "CONFLICT", field: "email", reason: "taken" });
  });

  test("the list shows the organisation's people and nobody else", async () => {
    const ids = (await asAna().users.list()).map((user) => user.id);
    expect(ids).toContain(ana.id);
    expect(ids).not.toContain(world.foreign.userId);
  });

  const refused: readonly GrantCase[] = [
    ["another organisation", "administrator", "organisation", () => world.foreign.organisationId],
    ["a canteen of others", "manager", "canteen", () => world.foreign.canteenId],
    ["a canteen nobody knows", "manager", "canteen", () => world.missing.canteenId],
    ["a territory next door", "official", "territory", () => "DEP-80"],
    ["a territory that holds more than its own", "official", "territory", () => "REG-32"],
    ["a légumerie of others", "legumerie", "legumerie", () => world.foreign.legumerieId],
  ];
  test.each(refused)("an administrator cannot grant on %s", async (_name, role, scopeKind, scopeId) => {
    const grant = { role, scopeKind, scopeId: scopeId() };
    const person = await seedPerson(on.db, { grants: [kitchen()] });
    const granting = asAna().grants.grant({ userId: person.id, grant });
    expect(await refusalOf(granting)).toMatchObject({ code: "FORBIDDEN" });
    const creating = asAna().users.create({ name: "Bob", email: email(), grants: [grant] });
    expect(await refusalOf(creating)).toMatchObject({ code: "FORBIDDEN" });
  });

  const granted: readonly GrantCase[] = [
    ["its own territory", "official", "territory", () => "DEP-62"],
    ["an EPCI inside it", "official", "territory", () => "EPCI-200033579"],
    ["a légumerie inside it", "legumerie", "legumerie", () => world.own.legumerieId],
    ["the whole organisation", "manager", "organisation", () => world.own.organisationId],
  ];
  test.each(granted)("an administrator grants on %s", async (_name, role, scopeKind, scopeId) => {
    const person = await seedPerson(on.db, { grants: [kitchen()] });
    await asAna().grants.grant({ userId: person.id, grant: { role, scopeKind, scopeId: scopeId() } });
    const listed = (await asAna().users.list()).find((user) => user.id === person.id);
    expect(listed?.grants).toContainEqual({ id: expect.any(String), role, scopeKind, scopeId: scopeId() });
  });

  test("a role goes only with the scopes that suit it", async () => {
    const grant = { role: "official", scopeKind: "canteen", scopeId: world.own.canteenId } as const;
    expect(await refusalOf(asAna().grants.grant({ userId: ana.id, grant }))).toMatchObject({
      code: "INVALID",
    });
  });

  test("granting twice is granting once; revoking takes the role back", async () => {
    const person = await seedPerson(on.db, { grants: [kitchen()] });
    const grant: Grant = { role: "manager", scopeKind: "canteen", scopeId: world.own.canteenId };
    const held = async () =>
      (await asAna().users.list())
        .find((user) => user.id === person.id)
        ?.grants.map(({ id, role }) => ({ id, role }));
    await asAna().grants.grant({ userId: person.id, grant });
    await asAna().grants.grant({ userId: person.id, grant });
    const grants = await held();
    expect(grants?.map(({ role }) => role)).toEqual(["kitchen", "manager"]);
    await asAna().grants.revoke({ grantId: grants?.[1]?.id ?? "" });
    expect((await held())?.map(({ role }) => role)).toEqual(["kitchen"]);
    const last = asAna().grants.revoke({ grantId: grants?.[0]?.id ?? "" });
    expect(await refusalOf(last)).toEqual({ code: "CONFLICT", reason: "last-grant" });
  });

  test("the last administrator can be neither disabled nor stripped", async () => {
    const { caller, grantId, userId } = await alone();
    const last = { code: "CONFLICT", reason: "last-administrator" };
    expect(await refusalOf(caller.users.setDisabled({ userId, disabled: true }))).toEqual(last);
    expect(await refusalOf(caller.grants.revoke({ grantId }))).toEqual(last);
  });

  test("a disabled administrator does not count as the one who stays", async () => {
    const { caller, grantId, userId } = await alone();
    const scopeId = (
      await on.db.selectFrom("grants").select("scope_id").where("id", "=", grantId).executeTakeFirst()
    )?.scope_id;
    const second = await seedPerson(on.db, { grants: [{ ...administrator, scopeId: scopeId ?? "" }] });
    await caller.users.setDisabled({ userId: second.id, disabled: true });
    expect(await refusalOf(caller.users.setDisabled({ userId, disabled: true }))).toMatchObject({
      reason: "last-administrator",
    });
    await caller.users.setDisabled({ userId: second.id, disabled: false });
    expect(await refusalOf(caller.users.setDisabled({ userId, disabled: true }))).toBeNull();
  });

  test("two administrators who disable each other at once leave one", async () => {
    const pairs = Array.from({ length: 8 }, async () => {
      const { caller, grantId, userId } = await alone();
      const { scope_id: scopeId } = await on.db
        .selectFrom("grants")
        .select("scope_id")
        .where("id", "=", grantId)
        .executeTakeFirstOrThrow();
      const second = await seedPerson(on.db, { grants: [{ ...administrator, scopeId }] });
      const refusals = await Promise.all([
        refusalOf(caller.users.setDisabled({ userId: second.id, disabled: true })),
        refusalOf(caller.users.setDisabled({ userId, disabled: true })),
      ]);
      return refusals.filter((refusal) => refusal === null).length;
    });
    expect(await Promise.all(pairs)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });

  test("an account that another organisation granted something too is not ours to lock or take over", async () => {
    const abroad: Grant = { role: "kitchen", scopeKind: "canteen", scopeId: world.foreign.canteenId };
    const { id: userId } = await seedPerson(on.db, { grants: [kitchen(), abroad] });
    const shared = { code: "FORBIDDEN", reason: "shared-account" };
    expect(await refusalOf(asAna().users.setDisabled({ userId, disabled: true }))).toEqual(shared);
    expect(await refusalOf(asAna().users.resetPassword({ userId }))).toEqual(shared);
  });

  test("resetting a password ends the sessions of the account", async () => {
    const person = await seedPerson(on.db, { grants: [kitchen()] });
    await on.db
      .insertInto("sessions")
      .values({ token_hash: newId(), user_id: person.id, created_at: NOW, seen_at: NOW, expires_at: "2027" })
      .execute();
    const { invitation } = await asAna().users.resetPassword({ userId: person.id });
    expect(invitation).toMatch(/^[\w-]{43}$/);
    const found = await findCredentials(on.db, person.email);
    expect(await verifyPassword(found?.passwordHash ?? null, PASSWORD)).toBe(false);
    expect(await on.db.selectFrom("sessions").selectAll().where("user_id", "=", person.id).execute()).toEqual(
      [],
    );
  });

  test("each change is on the organisation's record, which holds no name and no address", async () => {
    const address = email();
    const { userId } = await asAna().users.create({ name: "Zébulon", email: address, grants: [kitchen()] });
    await asAna().users.setDisabled({ userId, disabled: true });
    await asAna().users.resetPassword({ userId });
    const { rows } = await asAna().audit.listOfOrganisation({ noun: "users", nounId: userId });
    expect(rows.map(({ action, userName }) => [action, userName])).toEqual([
      ["password-reset", "Ana"],
      ["updated", "Ana"],
      ["created", "Ana"],
    ]);
    const stored = JSON.stringify(await on.db.selectFrom("audit").selectAll().execute());
    expect(stored).not.toContain("Zébulon");
    expect(stored).not.toContain(address);
    expect((await verifyAuditChain(on.reader)).flaws).toEqual([]);
  });
});
