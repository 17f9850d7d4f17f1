import { beforeAll, expect, test } from "vitest";
import { readCapacities, removeCapacity, saveCapacity } from "../../../server/actions/legumerie-capacity.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aCapacity } from "../../support/ledger.ts";
import { actionContext, seedOrganisation, seedSupplier } from "../../support/seed.ts";

describeOnEngines("the capacities a workshop says", (on) => {
  beforeAll(async () => {
    await seedOrganisation(on.db);
  });

  test("are kept by the day they hold from, said anew, taken out, each in its record", async () => {
    const ctx = actionContext(on);
    const legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE" })).id;
    const other = (await seedSupplier(on.db, { kind: "LEGUMERIE" })).id;
    const closures = [{ from: "2026-12-21", to: "2026-12-31", why: "inventaire" }];
    const later = aCapacity({ validFrom: "2026-11-02", closures, schoolCalendar: false });
    await saveCapacity(ctx, other, aCapacity());
    await saveCapacity(ctx, legumerieId, aCapacity());
    expect(await saveCapacity(ctx, legumerieId, later)).toEqual({ saved: true, id: "2026-11-02" });
    expect((await readCapacities(on.reader, legumerieId)).capacities).toEqual([later, aCapacity()]);

    await saveCapacity(ctx, legumerieId, { ...later, gramsPerDay: 900_000, weekdays: [5, 1] });
    await saveCapacity(ctx, legumerieId, { ...later, gramsPerDay: 900_000, weekdays: [1, 5] });
    await removeCapacity(ctx, { legumerieId, validFrom: aCapacity().validFrom });
    await removeCapacity(ctx, { legumerieId, validFrom: aCapacity().validFrom });
    const { capacities } = await readCapacities(on.reader, legumerieId);
    expect(capacities).toEqual([{ ...later, gramsPerDay: 900_000, weekdays: [1, 5] }]);
    expect((await readCapacities(on.reader, other)).capacities).toEqual([aCapacity()]);
    const record = await on.db
      .selectFrom("audit")
      .select("action")
      .where("stream", "=", legumerieId)
      .orderBy("seq")
      .execute();
    expect(record.map(({ action }) => action)).toEqual(["created", "created", "updated", "deleted"]);
  });

  test("are refused whole when a closure ends before it starts", async () => {
    const ctx = actionContext(on);
    const legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE" })).id;
    const closures = [{ from: "2026-12-21", to: "2026-12-20", why: null }];
    expect(await saveCapacity(ctx, legumerieId, aCapacity({ closures }))).toMatchObject({ saved: false });
    expect((await readCapacities(on.reader, legumerieId)).capacities).toEqual([]);
  });
});
