import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { listFlaws } from "../../../db/integrity.ts";
import { keepLineTexts, listLineNames } from "../../../db/queries/line-texts.ts";
import { searchKey } from "../../../shared/normalise.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("names of lines", (on) => {
  const canteenIds: string[] = [];
  const keep = (at: number, ...names: string[]) =>
    keepLineTexts(
      on.db,
      names.map((name) => ({ canteen_id: canteenIds[at] ?? "", search: searchKey(name) })),
    );

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    for (const name of ["Arras", "Lens"])
      canteenIds.push((await seedCanteen(on.db, { organisationId, name })).id);
    await keep(0, "Carottes râpées 2 kg", "Œufs plein air", "Lait entier", "Carottes râpées 2 kg");
    await keep(1, "Carottes râpées 2 kg", "Pommes Ariane");
    await keep(1, ...Array.from({ length: 70 }, (_, at) => `Fromage affiné ${at}`));
  });

  test.each([
    ["rapees carot", ["carottes rapees 2 kg"]],
    ["ŒUFS", ["oeufs plein air"]],
    ["kg ra", ["carottes rapees 2 kg"]],
    ["affine 69", ["fromage affine 69"]],
    ["carottes pommes", []],
    ["fromage", null],
    ["", null],
  ])("« %s » finds each once, in whatever canteen, and nothing when they are too many", async (text, found) => {
    const names = await listLineNames(on.reader, text);
    expect(names?.toSorted() ?? null).toEqual(on.engine === "sqlite" ? found : null);
  });

  test("are found as soon as they are kept", async ({ skip }) => {
    if (on.engine === "postgres") return skip("it has an index of each canteen's names");
    await keep(0, "Carottes fanes");
    expect(await listLineNames(on.reader, "fanes")).toEqual(["carottes fanes"]);
    await sql`insert into _line_words (_line_words) values ('integrity-check')`.execute(on.db);
    expect(await listFlaws(on.reader, "sqlite")).toEqual([]);
    await sql`delete from _line_names where search = 'carottes fanes'`.execute(on.db);
    expect(await listFlaws(on.reader, "sqlite")).toEqual(["_line_names lacks 1 names of line_texts"]);
  });
});
