import { beforeAll, expect, it } from "vitest";
import { toJsonText } from "../../../db/json.ts";
import {
  findImportDraft,
  listImportDrafts,
  setImportDraftsThrown,
} from "../../../db/queries/import-drafts.ts";
import { insertImportRun, setImportRunSeen } from "../../../db/queries/import-runs.ts";
import { listImportsOfCanteen } from "../../../db/queries/imports.ts";
import { findOrder } from "../../../db/queries/orders.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { deleteOrder, restoreOrder } from "../../../server/actions/delete-order.ts";
import { keepDroppedFile } from "../../../server/actions/drop-import.ts";
import {
  cancelImport,
  followImportRun,
  listImportRuns,
  readImportRun,
} from "../../../server/actions/read-import-runs.ts";
import { readFigureLines } from "../../../server/actions/read-lines.ts";
import { startImport } from "../../../server/actions/run-import.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { undoImport } from "../../../server/actions/undo-import.ts";
import type { ImportStart } from "../../../server/actions/write-import.ts";
import type { Canteen } from "../../../shared/canteens.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { ImportRun } from "../../../shared/import-runs.ts";
import { progressBp } from "../../../shared/import-runs.ts";
import type { EngineFixture } from "../../support/engines.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { purchaseCsv, siretNumber } from "../../support/purchase-files.ts";
import {
  actionContext,
  anOrder,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

let last = 700;
/** Who drops and imports. */
let userId: Id;

async function aCanteen(on: EngineFixture): Promise<Canteen> {
  const { organisationId } = await seedOrganisation(on.db);
  return await seedCanteen(on.db, { organisationId, siret: siretNumber(++last) });
}

/** Drops the rows of a canteen's file; a « * » stands for its SIRET. */
async function dropped(on: EngineFixture, canteen: Canteen, rows: readonly string[]): Promise<ImportStart> {
  const bytes = purchaseCsv(rows.map((row) => row.replace("*", canteen.siret ?? "")));
  const content = Buffer.from(bytes);
  const { fileId } = await keepDroppedFile(actionContext(on, userId), { name: "achats.csv", content });
  return {
    canteenId: canteen.id,
    importId: newId(),
    fileId,
    mode: "forgiving",
    duplicates: "skip",
    repeats: "keep",
    exceptions: [],
  };
}

function start(on: EngineFixture, wanted: ImportStart): Promise<ImportRun> {
  return startImport(actionContext(on, userId), wanted, (error) => {
    throw error;
  });
}

async function ended(on: EngineFixture, { canteenId, importId }: ImportStart): Promise<ImportRun[]> {
  const seen: ImportRun[] = [];
  for await (const run of followImportRun(actionContext(on, userId), { canteenId, id: importId }))
    seen.push(run);
  return seen;
}

const GOOD = "*,Pommes,Verger,2025-03-01,10,FRUITS_ET_LEGUMES,BIO,,OUI,,,";
const BAD_DAY = "*,Poires,Verger,2025-02-31,11,FRUITS_ET_LEGUMES,,,,,,";
const BAD_PRICE = "*,Kiwis,Ferme Haute,2025-03-02,douze,FRUITS_ET_LEGUMES,IGP,FRANCE,,OUI,,";
const BAD_FAMILY = "*,Noix,FERME HAUTE,2025-03-02,5,FRUITS_SECS_MAISON,,,,,,";

describeOnEngines("an import that runs by itself", (on) => {
  beforeAll(async () => {
    userId = (await seedPerson(on.db, {})).id;
  });

  it("writes the good rows and keeps the refused ones as drafts, one a supplier and day", async () => {
    const canteen = await aCanteen(on);
    const wanted = await dropped(on, canteen, [GOOD, BAD_DAY, BAD_PRICE, BAD_FAMILY]);
    await start(on, wanted);
    const run = (await ended(on, wanted)).at(-1);
    expect(run).toMatchObject({ state: "DONE", report: { created: 1, refused: 3 }, fileName: "achats.csv" });
    const canteenId = canteen.id;
    expect((await readFigureLines(on.reader, [canteenId], { text: "POMME" })).totals.lines).toBe(1);
    const drafts = await listImportDrafts(on.reader, { canteenId, limit: 10 });
    expect(drafts).toMatchObject([
      { supplier: "Verger", date: "2025-02-31", rowCount: 1, fileName: "achats.csv" },
      { supplier: "Ferme Haute", date: "2025-03-02", rowCount: 2 },
    ]);
    const draft = await findImportDraft(on.reader, { canteenId, id: drafts[1]?.id ?? "" });
    expect(draft?.rows).toMatchObject([
      {
        row: 4,
        texts: { description: "Kiwis", prix_ht: "douze", categories_egalim: "IGP", est_local: "OUI" },
        issues: [{ code: "PRICE_NUMBER", value: "douze" }],
      },
      { row: 5, texts: { famille_produits: "FRUITS_SECS_MAISON" }, issues: [{ code: "FAMILY_UNKNOWN" }] },
    ]);
  });

  it("is one import when it is started twice, and another file's under no such id", async () => {
    const canteen = await aCanteen(on);
    const wanted = await dropped(on, canteen, [GOOD, BAD_DAY]);
    await Promise.all([start(on, wanted), start(on, wanted)]);
    await ended(on, wanted);
    expect(await start(on, wanted)).toMatchObject({ state: "DONE", report: { created: 1 } });
    const imports = await listImportsOfCanteen(on.reader, { canteenId: canteen.id, limit: 10 });
    expect(imports).toHaveLength(1);
    expect(await listImportDrafts(on.reader, { canteenId: canteen.id, limit: 10 })).toHaveLength(1);
    const other = await dropped(on, canteen, [GOOD, BAD_PRICE]);
    await expect(start(on, { ...other, importId: wanted.importId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("keeps drafts of a file of which no row is right, once however often it is read", async () => {
    const canteen = await aCanteen(on);
    const wanted = await dropped(on, canteen, [BAD_DAY, BAD_PRICE]);
    for (const again of [wanted, { ...wanted, importId: newId() }]) {
      await start(on, again);
      expect((await ended(on, again)).at(-1)).toMatchObject({
        state: "DONE",
        report: { importId: null, created: 0, refused: 2 },
      });
      expect(await listImportDrafts(on.reader, { canteenId: canteen.id, limit: 10 })).toHaveLength(2);
    }
    expect(await listImportsOfCanteen(on.reader, { canteenId: canteen.id, limit: 10 })).toEqual([]);
  });

  it("says the first import of the same bytes, and makes no second draft of its rows", async () => {
    const canteen = await aCanteen(on);
    const wanted = await dropped(on, canteen, [GOOD, BAD_DAY]);
    await start(on, wanted);
    await ended(on, wanted);
    const again = { ...wanted, importId: newId() };
    await start(on, again);
    expect((await ended(on, again)).at(-1)).toMatchObject({
      state: "DONE",
      report: { importId: null, earlier: { id: wanted.importId } },
    });
    expect(await listImportDrafts(on.reader, { canteenId: canteen.id, limit: 10 })).toHaveLength(1);
  });

  it("tells how far it is, never back, and leaves nothing when it is given up", async () => {
    const canteen = await aCanteen(on);
    const rows = Array.from({ length: 20_000 }, (_, row) =>
      GOOD.replace("Pommes", `Pommes ${row}`).replace(
        "-01,10",
        `-${String((row % 28) + 1).padStart(2, "0")},10`,
      ),
    );
    const wanted = await dropped(on, canteen, rows);
    const key = { canteenId: canteen.id, id: wanted.importId };
    await start(on, wanted);
    const shares: number[] = [];
    for await (const run of followImportRun(actionContext(on, userId), key)) {
      shares.push(progressBp(run.progress));
      if (run.progress.phase !== "writing") continue;
      expect(await cancelImport(actionContext(on, userId), key)).toMatchObject({
        state: "CANCELLED",
        report: null,
      });
      break;
    }
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(await listImportsOfCanteen(on.reader, { canteenId: canteen.id, limit: 10 })).toEqual([]);
    expect((await cancelImport(actionContext(on, userId), key)).state).toBe("CANCELLED");
  });

  it("is interrupted, and nothing is kept, when the process that wrote it is gone", async () => {
    const canteen = await aCanteen(on);
    const key = { canteenId: canteen.id, id: newId() };
    const context = actionContext(on, userId);
    await insertImportRun(on.db, {
      canteen_id: canteen.id,
      id: key.id,
      file_id: "0".repeat(64),
      file_name: "achats.csv",
      state: "RUNNING",
      progress: toJsonText({ phase: "writing", done: 1, total: 2 }),
      report: null,
      created_by: null,
      created_at: NOW,
      updated_at: NOW,
      seen_at: null,
    });
    const later = { ...context, now: "2026-11-22T10:01:00.000Z" };
    expect(await readImportRun(later, key)).toMatchObject({ state: "INTERRUPTED", report: null });
    const here = (await readImportRun(context, key)).state;
    expect(here).toBe(on.engine === "sqlite" ? "INTERRUPTED" : "RUNNING");
  });

  it("is listed for its canteen until somebody has seen its end", async () => {
    const canteen = await aCanteen(on);
    const wanted = await dropped(on, canteen, [GOOD]);
    await start(on, wanted);
    await ended(on, wanted);
    expect(await listImportRuns(actionContext(on, userId), canteen.id)).toMatchObject([
      { id: wanted.importId },
    ]);
    await setImportRunSeen(on.db, { canteenId: canteen.id, id: wanted.importId }, NOW);
    expect(await listImportRuns(actionContext(on, userId), canteen.id)).toEqual([]);
  });
});

describeOnEngines("refused rows kept as drafts", (on) => {
  beforeAll(async () => {
    userId = (await seedPerson(on.db, {})).id;
  });

  async function oneDraft(): Promise<{ canteenId: string; id: string; importId: string }> {
    const canteen = await aCanteen(on);
    const wanted = await dropped(on, canteen, [GOOD, BAD_PRICE]);
    await start(on, wanted);
    await ended(on, wanted);
    const [draft] = await listImportDrafts(on.reader, { canteenId: canteen.id, limit: 10 });
    return { canteenId: canteen.id, id: draft?.id ?? "", importId: wanted.importId };
  }
  const waiting = async (canteenId: string) =>
    (await listImportDrafts(on.reader, { canteenId, limit: 10 })).length;

  it("are thrown away, and taken back", async () => {
    const { canteenId, id } = await oneDraft();
    expect(await setImportDraftsThrown(on.db, { canteenId, ids: [id] }, NOW)).toBe(1);
    expect(await waiting(canteenId)).toBe(0);
    expect(await setImportDraftsThrown(on.db, { canteenId, ids: [id] }, null)).toBe(1);
    expect(await waiting(canteenId)).toBe(1);
    expect(await setImportDraftsThrown(on.db, { canteenId: newId(), ids: [id] }, NOW)).toBe(0);
  });

  it("are done once the order of their id is saved", async () => {
    const { canteenId, id } = await oneDraft();
    const { id: supplierId } = await seedSupplier(on.db);
    const saved = await saveOrder(actionContext(on, userId), canteenId, anOrder({ id, supplierId }));
    expect(saved).toMatchObject({ saved: true });
    expect(await waiting(canteenId)).toBe(0);
  });

  it("corrected, were it in two saves, are of the import's batch: undoing takes them out; what was edited since stays and is told", async () => {
    const one = await oneDraft();
    const { id: supplierId } = await seedSupplier(on.db);
    const context = actionContext(on, userId);
    const order = anOrder({ id: one.id, supplierId });
    await saveOrder(context, one.canteenId, { ...order, status: "DRAFT" });
    await saveOrder(context, one.canteenId, { ...order, version: 1, note: "Validée" });
    await deleteOrder(context, { canteenId: one.canteenId, orderId: one.id });
    await restoreOrder(context, { canteenId: one.canteenId, orderId: one.id });
    const undo = { canteenId: one.canteenId, importId: one.importId, writable: null };
    expect(await undoImport(context, undo)).toEqual({ undone: true, orders: 2, lines: 2, kept: 0 });
    expect(await findOrder(on.db, { canteenId: one.canteenId, orderId: one.id })).toMatchObject({
      import_id: one.importId,
      deleted_at: NOW,
    });
    const two = await oneDraft();
    const edited = anOrder({ id: two.id, supplierId });
    await saveOrder(context, two.canteenId, edited);
    await saveOrder(context, two.canteenId, { ...edited, version: 1, note: "Revu avec le fournisseur" });
    const again = { canteenId: two.canteenId, importId: two.importId, writable: null };
    expect(await undoImport(context, again)).toEqual({ undone: true, orders: 1, lines: 1, kept: 1 });
    expect(await findOrder(on.db, { canteenId: two.canteenId, orderId: two.id })).toMatchObject({
      deleted_at: null,
      note: "Revu avec le fournisseur",
    });
    expect((await checkCube(on.reader)).differences).toEqual([]);
  });

  it("corrected once their import is undone, are an order like another", async () => {
    const { canteenId, id, importId } = await oneDraft();
    await undoImport(actionContext(on, userId), { canteenId, importId, writable: null });
    const { id: supplierId } = await seedSupplier(on.db);
    await saveOrder(actionContext(on, userId), canteenId, anOrder({ id, supplierId }));
    expect(await findOrder(on.db, { canteenId, orderId: id })).toMatchObject({ import_id: null });
  });

  it("go with their import when it is undone", async () => {
    const { canteenId, importId } = await oneDraft();
    await undoImport(actionContext(on, userId), { canteenId, importId, writable: null });
    expect(await waiting(canteenId)).toBe(0);
  });
});
