import { beforeAll, expect, test } from "vitest";
import { updateUserDisabled } from "../../../db/queries/users.ts";
import { purge } from "../../../server/actions/purge.ts";
import { instantAfter } from "../../../server/security/session-token.ts";
import { ERASED_NAME } from "../../../shared/account.ts";
import { newId } from "../../../shared/ids.ts";
import type { SessionUser } from "../../../shared/session.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { actionContext, NOW, seedCanteen, seedOrganisation } from "../../support/seed.ts";

const DAY = 24 * 3_600_000;

describeOnEngines("what has been kept for long enough", (on) => {
  let canteenId: string;
  let person: SessionUser;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    person = await seedPerson(on.db, { name: "Zébulon" });
  });

  test("a person is forgotten three years after the account was closed, not a day before", async () => {
    await updateUserDisabled(on.db, { id: person.id, disabled: true, now: NOW });
    const context = actionContext(on, null);
    const retention = { goneYears: 3, draftDays: 0 };
    const nameAfter = async (days: number): Promise<string | undefined> => {
      await purge({ ...context, now: instantAfter(NOW, days * DAY) }, retention);
      const row = await on.db
        .selectFrom("users")
        .select("name")
        .where("id", "=", person.id)
        .executeTakeFirst();
      return row?.name;
    };
    expect(await nameAfter(1_095)).toBe(person.name);
    await purge({ ...context, now: instantAfter(NOW, 9_000 * DAY) }, { goneYears: 0, draftDays: 0 });
    expect(await nameAfter(1_095)).toBe(person.name);
    expect(await nameAfter(1_096)).toBe(ERASED_NAME);
    expect(await nameAfter(1_097)).toBe(ERASED_NAME);
  });

  test("the purge takes drafts of imports that are old enough, links and sessions that are over", async () => {
    const draft = { run_id: newId(), supplier: "", date: "", rows: "[]", row_count: 1, thrown_at: null };
    const old = { ...draft, canteen_id: canteenId, id: newId(), created_at: "2025-11-22T10:00:00.000Z" };
    const recent = { ...old, id: newId(), created_at: "2025-11-22T10:00:00.001Z" };
    await on.db
      .insertInto("import_runs")
      .values({
        canteen_id: canteenId,
        id: draft.run_id,
        file_id: "f",
        file_name: "achats.csv",
        state: "DONE",
        progress: "{}",
        report: null,
        created_by: person.id,
        created_at: NOW,
        updated_at: NOW,
        seen_at: null,
      })
      .execute();
    await on.db.insertInto("import_drafts").values([old, recent]).execute();
    const link = { token_hash: newId(), created_at: NOW, expires_at: NOW };
    await on.db
      .insertInto("invitations")
      .values({ ...link, user_id: person.id })
      .execute();
    const session = {
      token_hash: newId(),
      user_id: person.id,
      created_at: NOW,
      seen_at: NOW,
      expires_at: NOW,
    };
    await on.db.insertInto("sessions").values(session).execute();
    expect(await purge(actionContext(on, null), { goneYears: 3, draftDays: 365 })).toEqual({
      people: 0,
      drafts: 1,
      names: 0,
    });
    const { db } = on;
    expect(await db.selectFrom("import_drafts").select("id").execute()).toEqual([{ id: recent.id }]);
    expect(await db.selectFrom("invitations").select("user_id").execute()).toEqual([]);
    expect(await db.selectFrom("sessions").select("user_id").execute()).toEqual([]);
  });
});
