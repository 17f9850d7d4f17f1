import { expect, test } from "vitest";
import { CHUNK } from "../../db/chunks.ts";
import { executeForIds, executePrepared } from "../../db/prepared.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
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

  test("about ids asks for each once, and is made once for 3 of them and for 4", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const ids: Id[] = [];
    for (const name of ["A", "B", "C", "D", "E"])
      ids.push((await seedCanteen(on.db, { organisationId, name: `Cuisine ${name}` })).id);
    let builds = 0;
    const named = async (some: readonly Id[], organisation = organisationId) => {
      const rows = await executeForIds(on.reader, {
        name: "canteens by id of a test",
        ids: some,
        asked: { organisation },
        build: (chunk, asked) => {
          builds++;
          return on.reader
            .selectFrom("canteens")
            .select("name")
            .where("id", "in", chunk)
            .where("organisation_id", "=", asked.organisation)
            .orderBy("name");
        },
      });
      return rows.map(({ name }) => name.at(-1)).join("");
    };
    expect(await named(ids.slice(0, 3))).toBe("ABC");
    expect(await named(ids.slice(1))).toBe("BCDE");
    expect(await named([...ids.slice(2), ...ids.slice(2)])).toBe("CDE");
    expect(builds).toBe(1);
    expect(await named(ids)).toBe("ABCDE");
    expect(await named(ids.slice(0, 1))).toBe("A");
    expect(builds).toBe(3);
    expect(await named(ids, newId())).toBe("");
    expect(await named([])).toBe("");
    const strangers = Array.from({ length: CHUNK }, () => newId());
    expect(await named([...strangers, ...ids.slice(3)])).toBe("DE");
  });
});
