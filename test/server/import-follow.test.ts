import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { ENGINES } from "../../db/engine.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { keepDroppedFile } from "../../server/actions/drop-import.ts";
import type { Canteen } from "../../shared/canteens.ts";
import { newId } from "../../shared/ids.ts";
import type { ImportRun } from "../../shared/import-runs.ts";
import { followImport } from "../support/follow-import.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { purchaseCsv, siretNumber } from "../support/purchase-files.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../support/seed.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";
import type { TestWeb } from "../support/web.ts";
import { resultOf, startWeb, Visitor } from "../support/web.ts";

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
let web: TestWeb;
let canteen: Canteen;
let neighbour: Canteen;

describe.each(ENGINES)("on %s", (engine) => {
  beforeAll(async () => {
    database = await createTestDatabase(engine);
    opened = await openDatabase<Database>({ url: database.url });
    web = await startWeb(opened);
    const { organisationId } = await seedOrganisation(opened.db);
    canteen = await seedCanteen(opened.db, { organisationId, siret: siretNumber(31) });
    neighbour = await seedCanteen(opened.db, { organisationId, siret: siretNumber(32) });
  });
  afterAll(async () => {
    await web.stop();
    await opened.close();
    await database.remove();
  });

  interface Manager {
    visitor: Visitor;
    userId: string;
  }

  async function managerOf({ id }: Canteen): Promise<Manager> {
    const person = await seedPerson(opened.db, {
      grants: [{ role: "manager", scopeKind: "canteen", scopeId: id }],
    });
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email: person.email, password: PASSWORD });
    return { visitor, userId: person.id };
  }

  /** Starts an import long enough to be followed. */
  async function startLong({ visitor, userId }: Manager): Promise<{ canteenId: string; importId: string }> {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `${canteen.siret},Pommes ${row},Verger,2025-03-01,1,FRUITS_ET_LEGUMES,,,,,,`,
    );
    const content = Buffer.from(purchaseCsv(rows));
    const { fileId } = await keepDroppedFile(actionContext(opened, userId), { name: "achats.csv", content });
    const key = { canteenId: canteen.id, importId: newId() };
    resultOf(await visitor.mutate("importRuns.start", { ...key, fileId }));
    return key;
  }

  test("an import is followed by events that are not held back by compression, to its end", async () => {
    const owner = await managerOf(canteen);
    const { visitor: manager } = owner;
    const key = await startLong(owner);
    const states: string[] = [];
    let seen: Promise<unknown> | null = null;
    await followImport(web, manager.cookie, key, ({ state }) => {
      states.push(state);
      seen ??= manager.query("importRuns.list", { canteenId: canteen.id }).then(resultOf);
    });
    expect(states[0]).toBe("RUNNING");
    expect(states.at(-1)).toBe("DONE");
    expect(states.length).toBeGreaterThan(2);
    // The first event came while the import was on its way.
    expect(await seen).toMatchObject([{ id: key.importId, state: "RUNNING" }]);
  });

  test("nobody follows, cancels or reads an import of a canteen that is not theirs", async () => {
    const owner = await managerOf(canteen);
    const { visitor: manager } = owner;
    const key = await startLong(owner);
    const { visitor: stranger } = await managerOf(neighbour);
    const heard: ImportRun[] = [];
    for (const canteenId of [canteen.id, neighbour.id])
      await followImport(web, stranger.cookie, { ...key, canteenId }, (run) => heard.push(run));
    expect(heard).toEqual([]);
    expect((await stranger.mutate("importRuns.cancel", key)).status).toBe(404);
    expect((await stranger.mutate("importRuns.cancel", { ...key, canteenId: neighbour.id })).status).toBe(
      404,
    );
    expect((await manager.mutate("importRuns.cancel", key)).status).toBe(200);
  });
});
