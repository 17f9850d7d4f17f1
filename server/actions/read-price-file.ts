import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { MappingKey } from "../../db/queries/import-mappings.ts";
import { findImportMapping, upsertImportMapping } from "../../db/queries/import-mappings.ts";
import { listOffersOfSupplier } from "../../db/queries/offers.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { PriceListLine } from "../../shared/price-lists.ts";
import { MAX_PRICE_LINES } from "../../shared/price-lists.ts";
import type { FileIssueCode } from "../../shared/purchase-file/issues.ts";
import type { TableHead } from "../../shared/table-mapping/inspect-table.ts";
import {
  detectedHeaderRow,
  fingerprintOfHead,
  inspectTable,
  withMapping,
} from "../../shared/table-mapping/inspect-table.ts";
import type { TableInspection } from "../../shared/table-mapping/inspection.ts";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import type { PriceRows } from "../../shared/table-mapping/price-rows.ts";
import { isPriceMapping, priceMapping, readPriceRows } from "../../shared/table-mapping/price-rows.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { readHeadAside } from "../readers/read-head-aside.ts";
import { findDropped } from "./find-dropped.ts";

/** Titles and blank rows stand between the articles. */
const READ_ROWS = MAX_PRICE_LINES * 2;
/** Of a longer text only the start would be read: it is refused instead. */
const MAX_TEXT_BYTES = 524_288;
const ZIP = "PK";

/** A dropped file, seen from one canteen. */
export interface DroppedPriceFile {
  canteenId: Id;
  fileId: string;
}

export type PriceFileInspection =
  | { ok: true; fileName: string; table: TableInspection; complete: boolean }
  | { ok: false; fileName: string; code: FileIssueCode };

/** What a dropped price list is, with the mapping its source had last time, else the one that it suggests. */
export async function inspectPriceFile(
  ctx: ActionContext,
  { organisationId, ...dropped }: DroppedPriceFile & { organisationId: Id },
): Promise<PriceFileInspection> {
  const { name, content } = await findDropped(ctx, dropped);
  const found = await readPriceTable(new Uint8Array(content), null);
  if (!found.ok) return { ok: false, fileName: name, code: found.code };
  const table = inspectTable(found.head);
  const kept = await findImportMapping(ctx.reader, keyOf(organisationId, found.head));
  const mapping =
    kept === undefined ? priceMapping(table) : movedTo(kept.mapping, found.head, kept.headerRow);
  const shown =
    kept === undefined
      ? { ...withMapping(table, mapping), source: "guessed" as const }
      : withMapping(table, mapping);
  return { ok: true, fileName: name, table: shown, complete: isPriceMapping(mapping) };
}

/** The prices of a dropped file by this mapping, each with the supplier's article it is. INVALID: no table, or no prices. */
export async function readPriceFile(
  ctx: ActionContext,
  { supplierId, mapping, ...dropped }: DroppedPriceFile & { supplierId: Id; mapping: TableMapping },
): Promise<PriceRows & { head: TableHead }> {
  if (!isPriceMapping(mapping)) throw new AppError("INVALID", { reason: "MAPPING_INCOMPLETE" });
  const { content } = await findDropped(ctx, dropped);
  const found = await readPriceTable(new Uint8Array(content), mapping.sheet?.index ?? null);
  if (!found.ok) throw new AppError("INVALID", { reason: found.code });
  const read = readPriceRows(found.head.rows, mapping);
  return { ...read, lines: await withOffers(ctx.reader, supplierId, read.lines), head: found.head };
}

/** Remembers how this source's lists are read, apart from its purchases. */
export async function rememberPriceMapping(
  db: Kysely<Database>,
  ctx: ActionContext,
  given: { organisationId: Id; head: TableHead; fileId: string; mapping: TableMapping; name: string },
): Promise<void> {
  const { organisationId, head, fileId, mapping, name } = given;
  await upsertImportMapping(db, keyOf(organisationId, head), {
    name,
    mapping,
    headerRow: detectedHeaderRow(head.rows),
    fileId,
    updatedAt: ctx.now,
    updatedBy: ctx.userId,
  });
}

async function readPriceTable(
  bytes: Uint8Array,
  sheet: number | null,
): Promise<{ ok: true; head: TableHead } | { ok: false; code: FileIssueCode }> {
  const isText = String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0) !== ZIP;
  if (isText && bytes.length > MAX_TEXT_BYTES) return { ok: false, code: "FILE_TOO_LARGE" };
  return await readHeadAside(bytes, { rows: READ_ROWS, wanted: sheet });
}

/** The same mapping where this file has its header. */
function movedTo(mapping: TableMapping, head: TableHead, before: number | null): TableMapping {
  const now = detectedHeaderRow(head.rows);
  const moved = now === null || before === null ? 0 : now - before;
  return {
    ...mapping,
    headerRow: mapping.headerRow === null ? null : Math.max(1, mapping.headerRow + moved),
  };
}

/** Purchases and prices of one supplier may have the same columns, and are not read alike. */
function keyOf(organisationId: Id, head: TableHead): MappingKey {
  const fingerprint = createHash("sha256")
    .update(`price list ${fingerprintOfHead(head)}`)
    .digest("hex");
  return { organisationId, fingerprint };
}

/** By item number, else by name; two articles of one name are none. */
async function withOffers(
  db: Kysely<Database>,
  supplierId: Id,
  lines: readonly PriceListLine[],
): Promise<PriceListLine[]> {
  const offers = (await listOffersOfSupplier(db, supplierId)).filter(({ active }) => active);
  const byCode = groupBy(offers, ({ code }) => searchKey(code ?? ""));
  const byName = groupBy(offers, ({ name }) => searchKey(name));
  return lines.map((line) => {
    const coded = line.code === null ? [] : (byCode.get(searchKey(line.code)) ?? []);
    const named = byName.get(searchKey(line.name)) ?? [];
    const [only, other] = coded.length > 0 ? coded : named;
    return { ...line, offerId: only !== undefined && other === undefined ? only.id : null };
  });
}
