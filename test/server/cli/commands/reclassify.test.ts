import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../../db/database.ts";
import type { OpenedDatabase } from "../../../../db/open.ts";
import { openDatabase } from "../../../../db/open.ts";
import { saveOrder } from "../../../../server/actions/save-order.ts";
import { COMMANDS } from "../../../../server/cli/commands.ts";
import { runCli } from "../../../../server/cli/run-cli.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../../support/seed.ts";
import { installIn } from "../../../support/test-database.ts";

let folder: string;
let opened: OpenedDatabase<Database>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-reclassify-"));
  await installIn(folder);
  opened = await openDatabase<Database>({ url: join(folder, "bonnepart.sqlite") });
  const { db } = opened;
  const { organisationId } = await seedOrganisation(db);
  const supplier = await seedSupplier(db, { kind: "WHOLESALER" });
  for (const cents of [1_000, 2_500]) {
    const { id } = await seedCanteen(db, { organisationId });
    const line = anOrderLine({ intermediaries: null, producerId: null, amountHtCents: cents });
    const priced = { ...line, unitPriceHtE4: null, quantityMilli: null, receivedMilli: null };
    const order = anOrder({ supplierId: supplier.id, lines: [priced] });
    expect(await saveOrder(actionContext(opened), id, order)).toMatchObject({ saved: true });
  }
  // As if the verdicts came from an older rule: nothing but the rule changed.
  await db.updateTable("suppliers").set({ kind: "PRODUCER" }).where("id", "=", supplier.id).execute();
});
afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true });
});

async function run(...words: string[]): Promise<{ code: number; out: string }> {
  const out: string[] = [];
  const host = { env: { DATA_DIR: folder }, print: (line: string) => out.push(line), note: () => undefined };
  return { code: await runCli({ ...host, commands: COMMANDS }, words), out: out.join("\n") };
}

test("stale verdicts of every canteen are made anew, told with their amounts, and check agrees again", async () => {
  expect((await run("check")).code).toBe(1);
  const { code, out } = await run("reclassify", "--json");
  expect(code).toBe(0);
  const moved = JSON.parse(out);
  expect(moved.lines).toBe(2);
  expect(moved.moves).toContainEqual({
    fact: "short",
    from: "unknown",
    to: "confirmed",
    lines: 2,
    amountCents: 3_500,
  });
  expect((await run("check")).code).toBe(0);
});

test("a second time nothing moves", async () => {
  expect((await run("reclassify")).out.split("\n")).toEqual([
    "0 lignes ont un autre verdict ou un autre motif.",
    "0 lines have another verdict or another reason.",
  ]);
});
