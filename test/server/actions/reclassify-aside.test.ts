import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { saveLocalDefinition } from "../../../server/actions/save-local-definition.ts";
import { DEMO_ORGANISATION_ID } from "../../../server/demo/accounts.ts";
import type { Moved } from "../../../shared/moves.ts";
import { actionContext } from "../../support/seed.ts";
import { installDemonstrationIn } from "../../support/test-database.ts";

describe("a job of tens of thousands of lines", () => {
  let data: string;
  let path: string;
  let on: OpenedDatabase<Database>;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), "bonnepart-aside-"));
    path = join(data, "bonnepart.sqlite");
    await installDemonstrationIn(data);
    on = await openDatabase<Database>({ url: path });
  });
  afterAll(async () => {
    await on.close();
    await rm(data, { recursive: true });
  });

  /** The organisation's first definition of « local », as another. */
  async function defined(scope: "COMMUNE" | "REGION") {
    const { id, valid_from } = await on.db
      .selectFrom("local_definitions")
      .select(["id", "valid_from"])
      .where("organisation_id", "=", DEMO_ORGANISATION_ID)
      .orderBy("valid_from")
      .executeTakeFirstOrThrow();
    const input = { validFrom: valid_from, scope, radiusM: null };
    return { id, organisationId: DEMO_ORGANISATION_ID, input };
  }

  /** What the last job says that moved, once it has ended and the cube is its lines. */
  async function movedByLastJob(): Promise<Moved> {
    const job = await on.db
      .selectFrom("jobs")
      .select(["outcome", "finished_at"])
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    expect(job.finished_at).not.toBeNull();
    const { differences, staleVerdicts } = await checkCube(on.reader);
    expect({ differences, staleVerdicts }).toEqual({ differences: [], staleVerdicts: [] });
    return JSON.parse(job.outcome);
  }

  test("goes on in a thread: timers of this one run meanwhile, every line moves, the cube follows, all is told", async () => {
    const lines = await on.db
      .selectFrom("order_lines")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(lines.count).toBeGreaterThan(20_000);
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    const reported: unknown[] = [];
    const context = { ...actionContext(on), reportBug: (error: unknown) => void reported.push(error) };
    const outcome = await saveLocalDefinition(context, await defined("COMMUNE"));
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(20);
    expect(reported).toEqual([]);
    const moved = await movedByLastJob();
    expect(outcome).toMatchObject({ saved: true, moved });
    expect(moved.lines).toBeGreaterThan(5_000);
  });

  test("is ended here when its thread breaks, which is reported once", async () => {
    const folder = await mkdtemp(join(tmpdir(), "bonnepart-named-"));
    const name = join(folder, "bonnepart.sqlite");
    await symlink(path, name);
    const named = await openDatabase<Database>({ url: name });
    // The thread opens the database by its name, which from now on is a folder's.
    await rm(name);
    await mkdir(name);
    const reported: unknown[] = [];
    const context = { ...actionContext(named), reportBug: (error: unknown) => void reported.push(error) };
    const outcome = await saveLocalDefinition(context, await defined("REGION")).finally(named.close);
    await rm(folder, { recursive: true });
    expect(reported.map(String)).toEqual([expect.stringMatching(/directory|cannot|unable/i)]);
    const moved = await movedByLastJob();
    expect(outcome).toMatchObject({ saved: true, moved });
    expect(moved.lines).toBeGreaterThan(5_000);
  });
});
