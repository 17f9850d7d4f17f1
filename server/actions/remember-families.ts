import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { ArticleCode } from "../../db/queries/article-codes.ts";
import { listArticleCodes, listCodedFamilies, saveArticleCodes } from "../../db/queries/article-codes.ts";
import { listBoughtFamilies } from "../../db/queries/article-memory.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportWarning } from "../../shared/imports.ts";
import { codeKey } from "../../shared/invoices/aliases.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { Correction } from "../../shared/purchase-file/issues.ts";
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import type { ImportPlan } from "./import-plan.ts";
import { plannedSupplierKey } from "./import-plan.ts";

/**
 * A file without families says none: each row takes the one that its canteen's last purchase under the supplier's own
 * code had, else that the catalogue gives that code, else that of the last purchase of the same description, from the
 * same supplier if it can be. Changes the rows to write; answers how many, as a warning.
 */
export async function rememberFamilies(
  db: Kysely<Database>,
  plan: ImportPlan,
  { corrections }: PurchaseFile,
): Promise<ImportWarning[]> {
  if (!corrections.some(isAssumedFamily)) return [];
  let count = 0;
  for (const { canteenId, isNew, rows } of plan.canteens) {
    if (isNew) continue;
    const supplierIds = [...plan.suppliers.values()].map(({ id }) => id);
    const familyOf = await readFamilies(db, canteenId, supplierIds);
    for (const row of rows) {
      const family = familyOf(row, plan.suppliers.get(plannedSupplierKey(row))?.id);
      if (family === undefined) continue;
      row.family = family;
      count++;
    }
  }
  return count === 0 ? [] : [{ code: "FAMILY_REMEMBERED", count }];
}

/** Keeps under which words each code of the file was bought: the next file may call the article otherwise. */
export async function rememberCodes(db: Kysely<Database>, plan: ImportPlan, now: IsoInstant): Promise<void> {
  for (const { canteenId, rows } of plan.canteens) {
    const codes = new Map<string, ArticleCode>();
    for (const row of rows) {
      const code = codeKey(row.details?.articleCode ?? null);
      const supplierId = code === null ? undefined : plan.suppliers.get(plannedSupplierKey(row))?.id;
      if (code === null || supplierId === undefined) continue;
      codes.set(`${supplierId}/${code}`, { supplierId, code, search: searchKey(row.description) });
    }
    await saveArticleCodes(db, { canteenId, now }, [...codes.values()]);
  }
}

/** What was corrected, without the families that were remembered rather than assumed. */
export function correctionsBeside(
  corrections: readonly Correction[],
  warnings: readonly ImportWarning[],
): Correction[] {
  const remembered = warnings.find(({ code }) => code === "FAMILY_REMEMBERED")?.count ?? 0;
  return corrections
    .map((one) => (isAssumedFamily(one) ? { ...one, count: one.count - remembered } : one))
    .filter(({ count }) => count > 0);
}

function isAssumedFamily({ code }: Correction): boolean {
  return code === "FAMILY_ASSUMED";
}

async function readFamilies(
  db: Kysely<Database>,
  canteenId: Id,
  supplierIds: readonly Id[],
): Promise<(row: PurchaseRow, supplierId: Id | undefined) => Family | undefined> {
  const own = new Map<string, Family>();
  const anyones = new Map<string, Family>();
  for (const { supplierId, search, family } of await listBoughtFamilies(db, canteenId)) {
    own.set(`${supplierId}/${search}`, family);
    anyones.set(search, family);
  }
  const coded = new Map<string, Family>();
  for (const { supplierId, code, family } of await listCodedFamilies(db, supplierIds))
    coded.set(`${supplierId}/${codeKey(code)}`, family as Family);
  for (const { supplierId, code, search } of await listArticleCodes(db, canteenId)) {
    const family = own.get(`${supplierId}/${search}`);
    if (family !== undefined) coded.set(`${supplierId}/${code}`, family);
  }
  return ({ description, details }, supplierId) => {
    const code = codeKey(details?.articleCode ?? null);
    const known = code === null ? undefined : coded.get(`${supplierId}/${code}`);
    if (known !== undefined) return known;
    const search = searchKey(description);
    return own.get(`${supplierId}/${search}`) ?? anyones.get(search);
  };
}
