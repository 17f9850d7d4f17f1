import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { findJob } from "../../../db/queries/jobs.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { loadReference } from "../../../server/actions/load-reference.ts";
import { saveLocalDefinition } from "../../../server/actions/save-local-definition.ts";
import { DEMO_ORGANISATION_ID } from "../../../server/demo/accounts.ts";
import { loadDemonstration } from "../../../server/demo/load.ts";
import { actionContext } from "../../support/seed.ts";
import type { TestDatabase } from "../../support/test-database.ts";
import { createTestDatabase } from "../../support/test-database.ts";

describe("a job of tens of thousands of lines", () => {
  let database: TestDatabase;
  let on: OpenedDatabase<Database>;
  beforeAll(async () => {
    database = await createTestDatabase("sqlite");
    on = await openDatabase<Database>({ url: database.url });
    await loadReference(on.db);
    await loadDemonstration(actionContext(on));
  });
  afterAll(async () => {
    await on.close();
    await database.remove();
  });

  test("goes on in a thread: timers of this one run meanwhile, every line moves, the cube follows, all is told", async () => {
    const lines = await on.db
      .selectFrom("order_lines")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(lines.count).toBeGreaterThan(20_000);
    const definition = await on.db
      .selectFrom("local_definitions")
      .select(["id", "valid_from"])
      .where("organisation_id", "=", DEMO_ORGANISATION_ID)
      .orderBy("valid_from")
      .executeTakeFirstOrThrow();
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    const outcome = await saveLocalDefinition(actionContext(on), {
      id: definition.id,
      organisationId: DEMO_ORGANISATION_ID,
      input: { validFrom: definition.valid_from, scope: "COMMUNE", radiusM: null },
    });
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(20);
    const job = await on.db.selectFrom("jobs").select(["id", "finished_at"]).executeTakeFirstOrThrow();
    expect(job.finished_at).not.toBeNull();
    const kept = JSON.parse((await findJob(on.db, job.id))?.outcome ?? "null");
    expect(outcome).toMatchObject({ saved: true, moved: kept });
    expect(kept.lines).toBeGreaterThan(5_000);
    const { differences, staleVerdicts } = await checkCube(on.reader);
    expect({ differences, staleVerdicts }).toEqual({ differences: [], staleVerdicts: [] });
  });
});
