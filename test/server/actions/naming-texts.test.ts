import { expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { erasePerson } from "../../../server/actions/erase-user.ts";
import { listNamingTexts } from "../../../server/actions/naming-texts.ts";
import { ERASED_NAME } from "../../../shared/account.ts";
import { FREE_TEXT_PLACES } from "../../../shared/free-texts.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { actionContext } from "../../support/seed.ts";
import { writeEverywhere } from "../../support/texts-everywhere.ts";

const NAME = "Prune Quetsche";
const [OURS, THEIRS] = ["chez nous", "ailleurs"];

describeOnEngines("what people wrote of somebody", (on) => {
  /** Cells of every table that hold this text. */
  async function countCells(text: string): Promise<number> {
    let cells = 0;
    for (const { name } of await on.db.introspection.getTables())
      for (const row of await on.db
        .selectFrom(name as keyof Database)
        .selectAll()
        .execute())
        if (name !== "audit")
          cells += Object.values(row).filter((cell) => String(cell).includes(text)).length;
    return cells;
  }

  test("is found in every place of their organisation, and cleared there and nowhere else", async () => {
    const organisationId = await writeEverywhere(on, `${NAME} ${OURS}.pdf`);
    await writeEverywhere(on, `${NAME} ${THEIRS}.pdf`);
    const administrator: Grant = {
      role: "administrator",
      scopeKind: "organisation",
      scopeId: organisationId,
    };
    await seedPerson(on.db, { name: "Ana", grants: [administrator] });
    const { id: userId } = await seedPerson(on.db, { name: NAME, grants: [administrator] });
    const person = { organisationId, userId };
    const found = await listNamingTexts(actionContext(on), person);
    // The proofs of suppliers, whose directory all share, are found whoever brought them.
    const ofThem = found.filter(({ text }) => text.includes(THEIRS));
    expect(ofThem.map(({ place }) => place)).toEqual(["PROOF_FILE"]);
    const ours = found.filter((text) => !ofThem.includes(text));
    expect(ours.map(({ place }) => place)).toEqual(FREE_TEXT_PLACES);
    expect(ours.filter(({ whole }) => !whole)).toEqual([]);

    const [cells, theirs] = [await countCells(`${NAME} ${OURS}`), await countCells(`${NAME} ${THEIRS}`)];
    expect(cells).toBeGreaterThan(FREE_TEXT_PLACES.length);
    await erasePerson(actionContext(on), person, ours);
    expect(await countCells(`${NAME} ${OURS}`)).toBe(0);
    expect(await countCells(`${ERASED_NAME} ${OURS}`)).toBe(cells);
    expect(await countCells(`${NAME} ${THEIRS}`)).toBe(theirs);
  });
});
