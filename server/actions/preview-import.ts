import { listLikeLines } from "../../db/queries/imports.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportPreview, PreviewRow } from "../../shared/imports.ts";
import { PREVIEW_DUPLICATES, PREVIEW_ISSUES, PREVIEW_ROWS } from "../../shared/imports.ts";
import { columnNamed } from "../../shared/purchase-file/columns.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { PurchaseRow, RefusedRow } from "../../shared/purchase-file/purchase-row.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import { classifyLine } from "../../shared/surroundings.ts";
import type { LikeLine, LikelyDuplicate } from "../../shared/table-mapping/questions.ts";
import type { ActionContext } from "../action-context.ts";
import type { DroppedReading } from "./drop-import.ts";
import { readDroppedFile } from "./drop-import.ts";
import { supplierName } from "./find-duplicates.ts";
import { lineOfPurchase } from "./import-orders.ts";
import type { ImportPlan } from "./import-plan.ts";
import { plannedSupplierKey } from "./import-plan.ts";
import { dryRunImport } from "./import-purchases.ts";
import { proposeSuppliers } from "./propose-suppliers.ts";
import { sourcesOfArticles } from "./remember-articles.ts";
import { loadSurroundings } from "./surroundings.ts";

/** A reading to be looked at before it is imported. */
export interface PreviewReading extends DroppedReading {
  /** Which of the likely duplicates are told, from 0; the first when not given. */
  duplicatesPage?: number;
}

/** What importing a dropped file would do, and its first rows with the verdict each would get. */
export async function previewImport(ctx: ActionContext, reading: PreviewReading): Promise<ImportPreview> {
  const order = { ...(await readDroppedFile(ctx, reading)), importId: "", allOrNothing: false };
  const { report, plan } = await dryRunImport(ctx, order);
  return {
    ...report,
    issues: report.issues.slice(0, PREVIEW_ISSUES),
    fileName: order.fileName,
    unknownWords: order.file.unknownWords,
    skippedRows: order.file.skipped,
    supplierProposals: await proposeSuppliers(ctx.reader, plan, order.mapping ?? null),
    likelyDuplicates: await likelyDuplicates(ctx, plan, reading.duplicatesPage ?? 0),
    rows: await previewRows(ctx, { file: order.file, plan, canteenId: reading.canteenId }),
  };
}

/** A page of them in the order of the file, each beside what it resembles. */
async function likelyDuplicates(
  ctx: ActionContext,
  { canteens }: ImportPlan,
  page: number,
): Promise<LikelyDuplicate[]> {
  const shown = canteens
    .flatMap(({ canteenId, duplicates, likeness, repeats }) => [
      ...duplicates.map((row) => ({ row, first: null, canteenId, lineId: likeness.get(row) ?? null })),
      ...repeats.map(({ row, first }) => ({ row, first, canteenId, lineId: null })),
    ])
    .sort((one, other) => one.row.row - other.row.row)
    .slice(page * PREVIEW_DUPLICATES, (page + 1) * PREVIEW_DUPLICATES);
  const likes = new Map<Id, LikeLine>();
  for (const canteenId of new Set(shown.map((one) => one.canteenId))) {
    const own = shown.filter((one) => one.canteenId === canteenId);
    const lineIds = own.flatMap(({ lineId }) => lineId ?? []);
    for (const [id, like] of await listLikeLines(ctx.reader, { canteenId, lineIds })) likes.set(id, like);
  }
  return shown.map(({ row, first, lineId }) => ({
    row: row.row,
    repeats: first?.row ?? null,
    description: row.description,
    supplier: supplierName(row),
    date: row.date,
    amountHtCents: row.amountHtCents,
    like: likes.get(lineId ?? "") ?? null,
  }));
}

async function previewRows(
  ctx: ActionContext,
  { file, plan, canteenId }: { file: PurchaseFile; plan: ImportPlan; canteenId: Id },
): Promise<PreviewRow[]> {
  const first = [...file.rows.slice(0, PREVIEW_ROWS), ...file.refused.slice(0, PREVIEW_ROWS)]
    .sort((one, other) => one.row - other.row)
    .slice(0, PREVIEW_ROWS);
  const duplicates = new Set(
    plan.canteens.flatMap((canteen) => [...canteen.duplicates, ...canteen.repeats.map(({ row }) => row)]),
  );
  const surroundings = await surroundingsOf(ctx, plan, canteenId);
  return first.map((row) =>
    "cells" in row
      ? refusedRow(row, file.header)
      : goodRow(row, { plan, surroundings, duplicate: duplicates.has(row) }),
  );
}

/** A supplier about to be created has a name and no proof. */
async function surroundingsOf(ctx: ActionContext, plan: ImportPlan, canteenId: Id): Promise<Surroundings> {
  const planned = [...plan.suppliers.values()];
  const known = planned.filter((supplier) => !supplier.isNew).map(({ id }) => id);
  const sources = sourcesOfArticles(plan);
  const wanted = { ...sources, supplierIds: [...known, ...sources.supplierIds] };
  const surroundings = await loadSurroundings(ctx.reader, canteenId, wanted);
  const suppliers = new Map(surroundings.suppliers);
  for (const { id, name, isNew } of planned)
    if (isNew)
      suppliers.set(id, {
        id,
        name,
        isProducer: false,
        productionCommune: null,
        ownPosition: null,
        certificates: [],
      });
  return { ...surroundings, suppliers };
}

function goodRow(
  row: PurchaseRow,
  { plan, surroundings, duplicate }: { plan: ImportPlan; surroundings: Surroundings; duplicate: boolean },
): PreviewRow {
  const planned = plan.suppliers.get(plannedSupplierKey(row));
  const supplier = planned?.name ?? supplierName(row);
  const supplierId = planned?.id ?? "";
  const article = plan.canteens.map(({ articles }) => articles.get(row)).find((one) => one !== undefined);
  const item = {
    line: lineOfPurchase(row, "", article),
    supplierId,
    date: row.date,
    dateKind: "invoice" as const,
  };
  return {
    row: row.row,
    state: duplicate ? "duplicate" : "created",
    description: row.description,
    supplier,
    date: row.date,
    family: row.family,
    amountHtCents: row.amountHtCents,
    verdict: classifyLine(item, surroundings),
  };
}

function refusedRow({ row, cells, texts }: RefusedRow, header: readonly string[]): PreviewRow {
  const at = header.findIndex((cell) => columnNamed(cell) === "description");
  return {
    row,
    state: "refused",
    description: (texts.description ?? cells[at] ?? "").slice(0, 200),
    supplier: null,
    date: null,
    family: null,
    amountHtCents: null,
    verdict: null,
  };
}
