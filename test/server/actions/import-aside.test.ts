import { beforeAll, expect, test } from "vitest";
import { urlOfDatabase } from "../../../db/open.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { keepDroppedFile } from "../../../server/actions/drop-import.ts";
import { writeImportAside } from "../../../server/actions/import-aside.ts";
import { findLiveImport, ImportStopped } from "../../../server/actions/live-imports.ts";
import { cancelImport, readImportRun } from "../../../server/actions/read-import-runs.ts";
import { startImport } from "../../../server/actions/run-import.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { ImportStart } from "../../../server/actions/write-import.ts";
import type { Canteen } from "../../../shared/canteens.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { importToEnd } from "../../support/import-to-end.ts";
import { seedPerson } from "../../support/people.ts";
import { purchaseCsv, siretNumber } from "../../support/purchase-files.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

const ROWS = 3_500;

describeOnEngines("an import of thousands of rows", (on) => {
  let canteen: Canteen;
  let userId: Id;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteen = await seedCanteen(on.db, { organisationId, siret: siretNumber(800) });
    const grant = { role: "manager", scopeKind: "canteen", scopeId: canteen.id } as const;
    userId = (await seedPerson(on.db, { grants: [grant] })).id;
  });

  /** Its second row is refused. */
  async function aLongFile(year: number): Promise<ImportStart> {
    const rows = Array.from({ length: ROWS }, (_, row) => {
      const day = String(1 + (row % 28)).padStart(2, "0");
      const price = row === 1 ? "gratuit" : "1";
      return `${canteen.siret},Pommes Jonagold de catégorie I calibre 70-80 en plateaux de bois consignés lot ${row},Verger,${year}-03-${day},${price},FRUITS_ET_LEGUMES,,,,,,`;
    });
    const content = Buffer.from(purchaseCsv(rows));
    expect(content.length).toBeGreaterThan(400_000);
    const { fileId } = await keepDroppedFile(actionContext(on, userId), { name: "achats.csv", content });
    const choices = {
      mode: "forgiving",
      duplicates: "skip",
      repeats: "keep",
      exceptions: [] as number[],
    } as const;
    return { canteenId: canteen.id, importId: newId(), fileId, ...choices };
  }

  function linesWritten(): Promise<number> {
    return on.db
      .selectFrom("order_lines")
      .where("canteen_id", "=", canteen.id)
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
      .then(({ count }) => count);
  }

  async function untilWriting({ importId }: ImportStart): Promise<void> {
    while (findLiveImport(importId)?.progress.phase !== "writing")
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  const unheard = (error: unknown) => {
    throw error;
  };

  test("is given up in its middle, and leaves nothing; an order saved meanwhile is kept", async () => {
    const start = await aLongFile(2024);
    const ctx = actionContext(on, userId);
    const { id: supplierId } = await seedSupplier(on.db);
    await startImport(ctx, start, unheard);
    await untilWriting(start);
    const saving = saveOrder(ctx, canteen.id, anOrder({ supplierId }));
    const key = { canteenId: canteen.id, id: start.importId };
    await cancelImport(ctx, key);
    expect(await saving).toMatchObject({ saved: true });
    await findLiveImport(start.importId)?.ended;
    expect((await readImportRun(ctx, key)).state).toBe("CANCELLED");
    expect(await linesWritten()).toBe(1);
  });

  test("is written whole by a thread, with the draft of what it refused, and the cube is its lines", async () => {
    const before = await linesWritten();
    const start = await aLongFile(2025);
    const report = await importToEnd(actionContext(on, userId), start);
    expect(report).toMatchObject({ created: ROWS - 1 });
    expect((await linesWritten()) - before).toBe(ROWS - 1);
    const drafts = await on.db
      .selectFrom("import_drafts")
      .where("run_id", "=", start.importId)
      .selectAll()
      .execute();
    expect(drafts).toHaveLength(1);
    expect((await checkCube(on.reader)).differences).toEqual([]);
  });

  test("refuses in its thread as it would here, and stops before it begins when nobody wants it any more", async () => {
    const start = { ...(await aLongFile(2023)), fileId: "0".repeat(64) };
    const { now, today } = actionContext(on);
    const aside = { url: urlOfDatabase(on.db) ?? "", now, today, userId, start };
    const listening = { signal: new AbortController().signal, onProgress: () => undefined };
    await expect(writeImportAside(aside, listening)).rejects.toThrow("NOT_FOUND");
    const stopped = AbortSignal.abort(new ImportStopped("server"));
    const whole: ImportStart = { ...(await aLongFile(2022)), importId: newId() };
    const outcome = writeImportAside({ ...aside, start: whole }, { ...listening, signal: stopped });
    await expect(outcome).rejects.toMatchObject({ name: "ImportStopped", by: "server" });
  });

  test("ends as FAILED when what its thread is to read is gone", async () => {
    const start = await aLongFile(2021);
    const ctx = actionContext(on, userId);
    const bugs: unknown[] = [];
    const run = startImport(ctx, start, (bug) => bugs.push(bug));
    while (findLiveImport(start.importId) === undefined)
      await new Promise((resolve) => setImmediate(resolve));
    // Long before the thread has started.
    await on.db.deleteFrom("file_uploads").where("file_id", "=", start.fileId).execute();
    await on.db.deleteFrom("files").where("id", "=", start.fileId).execute();
    await run;
    await findLiveImport(start.importId)?.ended;
    const { state } = await readImportRun(ctx, { canteenId: canteen.id, id: start.importId });
    expect([state, bugs.length]).toEqual(["FAILED", 1]);
  });
});
