import { expect, test } from "vitest";
import { executePrepared } from "../../db/prepared.ts";
import type { Id } from "../../shared/ids.ts";
import { describeOnEngines } from "../support/engines.ts";
import { seedCanteen, seedOrganisation } from "../support/seed.ts";

describeOnEngines("a prepared question", (on) => {
  let made = 0;

  function canteensOf(ids: readonly Id[], commune?: string) {
    return executePrepared(on.reader, {
      name: "canteens of a test",
      asked: { ids, commune, active: 1 },
      build: (asked) => {
        made++;
        let query = on.reader
          .selectFrom("canteens")
          .select(["id", "name"])
          .where("active", "=", asked.active)
          .where("central_kitchen_id", "is", null)
          .orderBy("name");
        if (asked.ids.length > 0) query = query.where("id", "in", [...asked.ids]);
        return asked.commune === undefined ? query : query.where("commune", "=", asked.commune);
      },
    });
  }

  test("answers for its own values, and is made once for each shape of them", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const arras = await seedCanteen(on.db, { organisationId, name: "Arras" });
    const lens = await seedCanteen(on.db, { organisationId, name: "Lens", commune: "62498" });
    const named = async (ids: readonly Id[], commune?: string) =>
      (await canteensOf(ids, commune)).map(({ name }) => name);
    made = 0;
    expect(await named([arras.id])).toEqual(["Arras"]);
    expect(await named([lens.id])).toEqual(["Lens"]);
    expect(made).toBe(1);
    expect(await named([lens.id, arras.id])).toEqual(["Arras", "Lens"]);
    expect(await named([lens.id, arras.id], "62498")).toEqual(["Lens"]);
    expect(await named([], "62498")).toEqual(["Lens"]);
    expect(await named([], "62041")).toEqual(await named([arras.id]));
    expect(made).toBe(4);
  });
});
