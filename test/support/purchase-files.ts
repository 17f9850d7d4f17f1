import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteenSirets } from "../../db/queries/canteens.ts";
import type { ActionContext } from "../../server/action-context.ts";
import type { ImportOrder } from "../../server/actions/import-purchases.ts";
import { importPurchases } from "../../server/actions/import-purchases.ts";
import { readPurchaseFile } from "../../server/readers/purchase-file.ts";
import { isSiret } from "../../shared/identifiers.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { ImportReport } from "../../shared/imports.ts";
import { PURCHASE_COLUMNS } from "../../shared/purchase-file/columns.ts";
import { TODAY } from "./seed.ts";

/** A file of this folder's fixtures. */
export function purchaseFixture(name: string): Promise<Uint8Array> {
  return readFile(join(import.meta.dirname, "../fixtures/purchase-files", name));
}

/** The 12-column file of these rows. */
export function purchaseCsv(rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode([PURCHASE_COLUMNS.join(","), ...rows, ""].join("\n"));
}

/** How bytes are read and written; `chosen`: the SIRET of the only canteen wanted. */
export type ImportGiven = Partial<ImportOrder> & {
  organisationId: Id;
  create?: boolean;
  chosen?: string | null;
};

/** Reads bytes and says how they are to be written: as the command line does, unless said otherwise. */
export async function importOrder(
  db: Kysely<Database>,
  bytes: Uint8Array,
  given: ImportGiven,
): Promise<ImportOrder> {
  const { create = false, chosen = null, ...order } = given;
  const canteens = await listCanteenSirets(db, given.organisationId);
  return {
    importId: newId(),
    bytes,
    fileName: "achats.csv",
    file: await readPurchaseFile(bytes, { today: TODAY, mode: "forgiving", canteens, chosen, create }),
    canteens,
    duplicates: "skip",
    allOrNothing: false,
    creation: create ? { organisationId: given.organisationId, commune: "62041" } : null,
    ...order,
  };
}

/** Reads and imports bytes. */
export async function importBytes(
  ctx: ActionContext,
  bytes: Uint8Array,
  given: ImportGiven,
): Promise<ImportReport> {
  return importPurchases(ctx, await importOrder(ctx.db, bytes, given));
}

/** The `number`-th SIRET, key right. */
export function siretNumber(number: number): string {
  const start = String(2_100_000_000_000 + number);
  const found = Array.from({ length: 10 }, (_, key) => `${start}${key}`).find(isSiret);
  if (found === undefined) throw new Error("a key always exists");
  return found;
}
