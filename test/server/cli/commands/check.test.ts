import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../../db/database.ts";
import { MIGRATIONS } from "../../../../db/migrations/list.ts";
import { migrate } from "../../../../db/migrator.ts";
import type { OpenedDatabase } from "../../../../db/open.ts";
import { openDatabase } from "../../../../db/open.ts";
import { readCubeState } from "../../../../db/queries/cube-state.ts";
import { COMMANDS } from "../../../../server/cli/commands.ts";
import { runCli } from "../../../../server/cli/run-cli.ts";
import { seedRightsWorld } from "../../../support/rights-world.ts";
import { NOW } from "../../../support/seed.ts";

let folder: string;
let opened: OpenedDatabase<Database>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-check-"));
  opened = await openDatabase<Database>({ url: join(folder, "bonnepart.sqlite") });
  await migrate(opened, { migrations: MIGRATIONS, now: NOW });
  await seedRightsWorld(opened);
});
afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true });
});

async function check(): Promise<{ code: number; out: string }> {
  const out: string[] = [];
  const host = { env: { DATA_DIR: folder }, print: (line: string) => out.push(line), note: () => undefined };
  const code = await runCli({ ...host, commands: COMMANDS }, ["check", "--json"]);
  return { code, out: out.join("\n") };
}

test("exits with 0 when every cell is what its lines give, and /health says so", async () => {
  const { code, out } = await check();
  expect([code, JSON.parse(out)]).toMatchObject([
    0,
    { equal: true, lines: 2, differences: [], staleVerdicts: [] },
  ]);
  expect(await readCubeState(opened.reader)).toMatchObject({ lines: 2, equal: true });
});

test("exits with 1 when a row of the record is altered", async () => {
  const row = await opened.db.selectFrom("audit").selectAll().orderBy("stream").executeTakeFirstOrThrow();
  const here = opened.db.updateTable("audit").where("stream", "=", row.stream).where("seq", "=", row.seq);
  await here.set({ action: "altered" }).execute();
  const { code, out } = await check();
  await here.set({ action: row.action }).execute();
  expect([code, JSON.parse(out)]).toMatchObject([
    1,
    { equal: true, audit: { flaws: [{ stream: row.stream, seq: row.seq, flaw: "content" }] } },
  ]);
});

test("exits with 1 when one cell is a cent away, shows it, and /health says so", async () => {
  await opened.db
    .updateTable("cells")
    .set((eb) => ({ amount_cents: eb("amount_cents", "+", 1) }))
    .where("canteen_id", "=", opened.db.selectFrom("cells").select("canteen_id").limit(1))
    .execute();
  const { code, out } = await check();
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    differences: [{ kept: { amountCents: 2_001 }, computed: { amountCents: 2_000 } }],
  });
  expect(await readCubeState(opened.reader)).toMatchObject({ equal: false });
});
