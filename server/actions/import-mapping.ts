import { createHash } from "node:crypto";
import { appendAudit } from "../../db/queries/audit.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import type { MappingKey, RememberedMapping } from "../../db/queries/import-mappings.ts";
import {
  countImportMappings,
  deleteImportMapping,
  findImportMapping,
  upsertImportMapping,
} from "../../db/queries/import-mappings.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { AuditNoun } from "../../shared/audit-nouns.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportInspection } from "../../shared/imports.ts";
import type { FileIssueCode } from "../../shared/purchase-file/issues.ts";
import type { TableHead } from "../../shared/table-mapping/inspect-table.ts";
import {
  detectedHeaderRow,
  fingerprintOfHead,
  inspectTable,
  withMapping,
} from "../../shared/table-mapping/inspect-table.ts";
import { INSPECTED_ROWS } from "../../shared/table-mapping/inspection.ts";
import type { MissingField, TableMapping } from "../../shared/table-mapping/mapping.ts";
import { isColumn, missingFields } from "../../shared/table-mapping/mapping.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { readHeadAside } from "../readers/read-head-aside.ts";
import { findDropped } from "./find-dropped.ts";
import { hashOf } from "./hash-file.ts";
import { saveRecord } from "./save-record.ts";

const NOUN = "import-mappings" satisfies AuditNoun;

/** A dropped file, seen from one canteen. */
interface DroppedKey {
  canteenId: Id;
  /** SHA-256, hex. */
  fileId: string;
}

/**
 * What a dropped file is: the State's, of a source that was mapped before, or new, with the mapping it suggests.
 * NOT_FOUND when the file, or the canteen, is not there.
 */
export async function inspectDropped(
  ctx: ActionContext,
  {
    canteenId,
    fileId,
    sheet,
    headerRow,
  }: DroppedKey & { sheet: number | null; headerRow?: number | null | undefined },
): Promise<ImportInspection> {
  const { organisationId, bytes, fileName } = await openDropped(ctx, { canteenId, fileId });
  const found = await readHeadAside(bytes, { rows: INSPECTED_ROWS, wanted: null });
  const asked =
    sheet === null || !found.ok ? found : await readHeadAside(bytes, { rows: INSPECTED_ROWS, wanted: sheet });
  if (!found.ok) return { ok: false, fileName, code: found.code };
  if (!asked.ok) return { ok: false, fileName, code: asked.code };
  const table = inspectTable(asked.head, headerRow);
  const isAsFound = sheet === null && headerRow === undefined;
  const key = keyOf(organisationId, found.head);
  const remembered = isAsFound ? await findImportMapping(ctx.reader, key) : undefined;
  const inspected =
    remembered === undefined
      ? table
      : withMapping(table, adaptMapping(remembered, { head: found.head, bytes }));
  return {
    ok: true,
    fileName,
    table: inspected,
    missing: missingFields(inspected.mapping),
    sourceName: remembered?.name ?? null,
  };
}

/**
 * Keeps how the file, and every later one of the same columns, is read by the organisation. Answers what the mapping
 * still lacks. NOT_FOUND when the file, or the canteen, is not there; INVALID when the file cannot be read at all.
 */
export async function saveMapping(
  ctx: ActionContext,
  { mapping, name, ...dropped }: DroppedKey & { mapping: TableMapping; name: string | null },
): Promise<{ missing: MissingField[] }> {
  const { organisationId, bytes } = await openDropped(ctx, dropped);
  await keepMapping(ctx, { organisationId, bytes, fileId: dropped.fileId, mapping, name });
  return { missing: missingFields(mapping) };
}

/** Keeps a mapping for files like these bytes. INVALID, with the reason, when they cannot be read at all. */
export async function keepMapping(
  ctx: ActionContext,
  given: {
    organisationId: Id;
    bytes: Uint8Array;
    fileId: string;
    mapping: TableMapping;
    name: string | null;
  },
): Promise<void> {
  const { organisationId, bytes, fileId, mapping, name } = given;
  const found = await readHeadAside(bytes, { rows: INSPECTED_ROWS, wanted: null });
  if (!found.ok) throw new AppError("INVALID", { reason: found.code satisfies FileIssueCode });
  const { head } = found;
  // The sheet that is found is not kept by its name: next month it is called November.
  const isFoundSheet = mapping.sheet?.index === head.sheet;
  const key = keyOf(organisationId, head);
  const kept = {
    mapping: isFoundSheet ? { ...mapping, sheet: null } : mapping,
    headerRow: detectedHeaderRow(head.rows),
    fileId,
    updatedAt: ctx.now,
  };
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.fingerprint);
    const before = await findImportMapping(trx, key);
    await saveRecord(trx, ctx, {
      stream: organisationId,
      noun: NOUN,
      id: key.fingerprint,
      before: before && auditedMapping(before),
      after: auditedMapping({ ...kept, name: name ?? before?.name ?? null }),
      write: () => upsertImportMapping(trx, key, { ...kept, name, updatedBy: ctx.userId }),
    });
  });
}

/** What the audit keeps of a mapping: which column each field was read from, to be read by people, and all of it. */
function auditedMapping({ name, mapping, headerRow, fileId }: RememberedMapping): Record<string, unknown> {
  const columns = Object.entries(mapping.columns).map(
    ([target, source]) => `${target} = ${isColumn(source) ? source.column : source.constant}`,
  );
  return { name, columns, sha256: fileId, mapping: { ...mapping, foundHeaderRow: headerRow } };
}

/** Forgets how files like this one are read. NOT_FOUND when the file, or the canteen, is not there. */
export async function forgetMapping(ctx: ActionContext, dropped: DroppedKey): Promise<void> {
  const { organisationId, bytes } = await openDropped(ctx, dropped);
  const found = await readHeadAside(bytes, { rows: INSPECTED_ROWS, wanted: null });
  if (!found.ok) return;
  const key = keyOf(organisationId, found.head);
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.fingerprint);
    const before = await findImportMapping(trx, key);
    if (before === undefined) return;
    await deleteImportMapping(trx, key);
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: NOUN,
      nounId: key.fingerprint,
      action: "deleted",
      before: auditedMapping(before),
      after: null,
    });
  });
}

/** How the organisation reads files like this one; null: it never mapped one. */
export async function rememberedMapping(
  ctx: ActionContext,
  { organisationId, bytes }: { organisationId: Id; bytes: Uint8Array },
): Promise<TableMapping | null> {
  if ((await countImportMappings(ctx.reader, organisationId)) === 0) return null;
  const found = await readHeadAside(bytes, { rows: INSPECTED_ROWS, wanted: null });
  if (!found.ok) return null;
  const { head } = found;
  const remembered = await findImportMapping(ctx.reader, keyOf(organisationId, head));
  return remembered === undefined ? null : adaptMapping(remembered, { head, bytes });
}

/** The same mapping where this file has its header and its sheet; a date chosen once was that file's alone. */
function adaptMapping(
  { mapping, headerRow, fileId: madeFor }: RememberedMapping,
  { head, bytes }: { head: TableHead; bytes: Uint8Array },
): TableMapping {
  const now = detectedHeaderRow(head.rows);
  const moved = now === null || headerRow === null ? 0 : now - headerRow;
  const name = head.sheets.find(({ index }) => index === head.sheet)?.name ?? "";
  const found = head.kind === "csv" ? null : { name, index: head.sheet };
  const columns = { ...mapping.columns };
  if (columns.date !== undefined && !isColumn(columns.date) && hashOf({ bytes }) !== madeFor)
    delete columns.date;
  return {
    ...mapping,
    columns,
    sheet: mapping.sheet ?? found,
    headerRow: mapping.headerRow === null ? null : Math.max(1, mapping.headerRow + moved),
  };
}

function keyOf(organisationId: Id, head: TableHead): MappingKey {
  return { organisationId, fingerprint: createHash("sha256").update(fingerprintOfHead(head)).digest("hex") };
}

async function openDropped(
  ctx: ActionContext,
  { canteenId, fileId }: DroppedKey,
): Promise<{ organisationId: Id; bytes: Uint8Array; fileName: string }> {
  const dropped = await findDropped(ctx, { canteenId, fileId });
  const canteen = await findCanteen(ctx.reader, canteenId);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  const { organisationId } = canteen;
  return { organisationId, bytes: new Uint8Array(dropped.content), fileName: dropped.name };
}
