import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { listCanteenSirets } from "../../../db/queries/canteens.ts";
import { listOrganisations } from "../../../db/queries/organisations.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { keepDroppedFile } from "../../../server/actions/drop-import.ts";
import type { ImportOrder } from "../../../server/actions/import-purchases.ts";
import { importPurchases } from "../../../server/actions/import-purchases.ts";
import { findLiveImport } from "../../../server/actions/live-imports.ts";
import { readCanteenDashboard } from "../../../server/actions/read-figures.ts";
import { readImportRun } from "../../../server/actions/read-import-runs.ts";
import { startImport } from "../../../server/actions/run-import.ts";
import { undoImport } from "../../../server/actions/undo-import.ts";
import { readEnvironment } from "../../../server/cli/environment.ts";
import { openInstallation } from "../../../server/cli/installation.ts";
import { readPurchaseFileAside } from "../../../server/readers/read-aside.ts";
import { newId } from "../../../shared/ids.ts";
import { quantile } from "../../support/figures.ts";
import { seedPerson } from "../../support/people.ts";

/**
 * One import in this process, as the command does it: how long each part takes. With --dashboard, as the server does
 * it, and how long a dashboard takes to come, asked for every 20 ms, before and meanwhile. With --undo, it is then
 * checked and undone.
 */
const PAUSE_MS = 20;
const QUIET_MS = 2_000;

const [path = "", ...flags] = process.argv.slice(2);
const { context, close } = await openInstallation(readEnvironment(process.env, { terminal: true }));
const ctx = context();
const [organisation] = await listOrganisations(ctx.reader);
if (organisation === undefined) throw new Error("the data folder has no organisation");
const canteens = await listCanteenSirets(ctx.reader, organisation.id);
const watched = flags.includes("--dashboard") ? canteens[0]?.id : undefined;
const quiet = watched === undefined ? null : await watchDashboard(watched, sleep(QUIET_MS));

const start = performance.now();
const bytes = await readFile(path);
const importing = watched === undefined ? importAll() : importForPage(watched);
const busy = watched === undefined ? null : await watchDashboard(watched, importing);
const { read_ms, importId, created } = await importing;
const import_ms = performance.now() - start;

const undone = flags.includes("--undo") && importId !== null ? await checkAndUndo(importId) : {};
console.log(JSON.stringify({ import_ms, read_ms, created, dashboard: { quiet, busy }, ...undone }));
await close();

async function importAll(): Promise<{ read_ms: number; importId: string | null; created: number }> {
  const options = {
    today: ctx.today,
    mode: "forgiving",
    canteens: canteens.map(({ id, siret }) => ({ id, siret })),
    chosen: null,
    create: true,
  } as const;
  const organisationId = organisation?.id ?? "";
  const file = await readPurchaseFileAside(bytes, options, { maxBytes: Number.POSITIVE_INFINITY });
  const read_ms = performance.now() - start;
  const order: ImportOrder = {
    importId: newId(),
    organisationId,
    bytes,
    fileName: basename(path),
    file,
    canteens,
    duplicates: "skip",
    allOrNothing: true,
    creation: { organisationId, commune: null },
  };
  const report = await importPurchases(ctx, order);
  return { read_ms, importId: report.importId, created: report.created };
}

/** What a page's « Importer » starts, to its end. */
async function importForPage(
  canteenId: string,
): Promise<{ read_ms: null; importId: string; created: number }> {
  const { id: userId } = await seedPerson(ctx.db, {
    grants: [{ role: "manager", scopeKind: "canteen", scopeId: canteenId }],
  });
  const person = { ...ctx, userId };
  const { fileId } = await keepDroppedFile(person, { name: basename(path), content: bytes });
  const importId = newId();
  const choices = { mode: "forgiving", duplicates: "skip", repeats: "keep" } as const;
  await startImport(person, { canteenId, importId, fileId, ...choices, exceptions: [] }, (bug) => {
    throw bug;
  });
  await findLiveImport(importId)?.ended;
  const { state, report } = await readImportRun(person, { canteenId, id: importId });
  if (state !== "DONE" || report === null) throw new Error(`the import is ${state}`);
  return { read_ms: null, importId, created: report.created };
}

/** 50th and 95th percentile and the longest, in milliseconds, of a dashboard asked for again and again until then. */
async function watchDashboard(
  canteenId: string,
  until: Promise<unknown>,
): Promise<Record<string, number | null>> {
  let over = false;
  const end = until.finally(() => {
    over = true;
  });
  const times: number[] = [];
  while (!over) {
    const asked = performance.now();
    await readCanteenDashboard(ctx.reader, canteenId, {
      range: { fromMonth: "2025-01", toMonth: "2025-12" },
      basis: "value",
      today: ctx.today,
    });
    times.push(performance.now() - asked);
    await sleep(PAUSE_MS);
  }
  await end;
  return {
    asked: times.length,
    p50_ms: quantile(times, 0.5),
    p95_ms: quantile(times, 0.95),
    max_ms: Math.max(...times),
  };
}

async function checkAndUndo(id: string): Promise<Record<string, unknown>> {
  const checkStart = performance.now();
  const check = await checkCube(ctx.reader);
  const check_ms = performance.now() - checkStart;
  const canteenId = (await listCanteenSirets(ctx.reader, organisation?.id ?? ""))[0]?.id ?? "";
  const undoStart = performance.now();
  await undoImport(ctx, { importId: id, canteenId, writable: null });
  const undo_ms = performance.now() - undoStart;
  return {
    check_ms,
    undo_ms,
    differences: check.differences.length,
    stale_verdicts: check.staleVerdicts.length,
  };
}
