import { expect, test } from "vitest";
import { keepDroppedFile } from "../../../server/actions/drop-import.ts";
import { forgetMapping, saveMapping } from "../../../server/actions/import-mapping.ts";
import { emptyMapping } from "../../../shared/table-mapping/mapping.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("how a source is read", (on) => {
  test("is on record: who changed it, and from what; the same again leaves no trace", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const canteenId = (await seedCanteen(on.db, { organisationId })).id;
    const ctx = actionContext(on, (await seedPerson(on.db, {})).id);
    const content = Buffer.from("Le jour;Le produit;Chez qui;Combien\n01/10/2026;Noix;Verger;4,00");
    const { fileId } = await keepDroppedFile(ctx, { name: "relevé.csv", content });
    const first = { ...emptyMapping(), columns: { date: { column: "Le jour", index: 0 } } };
    const second = { ...first, columns: { prix_ht: { column: "Combien", index: 3 } } };
    for (const mapping of [first, first, second])
      await saveMapping(ctx, { canteenId, fileId, mapping, name: null });
    for (let time = 0; time < 2; time++) await forgetMapping(ctx, { canteenId, fileId });
    const entries = await on.db
      .selectFrom("audit")
      .select(["action", "user_id", "before", "after"])
      .where("stream", "=", organisationId)
      .where("noun", "=", "import-mappings")
      .orderBy("seq")
      .execute();
    expect(entries.map(({ action }) => action)).toEqual(["created", "updated", "deleted"]);
    expect(entries.every(({ user_id }) => user_id === ctx.userId)).toBe(true);
    expect(entries[1]?.before).toContain("date = Le jour");
    expect(entries[1]?.after).toContain("prix_ht = Combien");
  });
});
