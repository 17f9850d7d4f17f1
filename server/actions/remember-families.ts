import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listBoughtFamilies } from "../../db/queries/article-memory.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportWarning } from "../../shared/imports.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { Correction } from "../../shared/purchase-file/issues.ts";
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import type { ImportPlan } from "./import-plan.ts";
import { plannedSupplierKey } from "./import-plan.ts";

/**
 * A file without families says none: each row takes the one that its canteen's last purchase of the same description
 * had, from the same supplier if it can be. Changes the rows to write; answers how many, as a warning.
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
    const familyOf = await readFamilies(db, canteenId);
    for (const row of rows) {
      const family = familyOf(row, plan.suppliers.get(plannedSupplierKey(row))?.id);
      if (family === undefined) continue;
      row.family = family;
      count++;
    }
  }
  return count === 0 ? [] : [{ code: "FAMILY_REMEMBERED", count }];
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
): Promise<(row: PurchaseRow, supplierId: Id | undefined) => Family | undefined> {
  const own = new Map<string, Family>();
  const anyones = new Map<string, Family>();
  for (const { supplierId, search, family } of await listBoughtFamilies(db, canteenId)) {
    own.set(`${supplierId}/${search}`, family);
    anyones.set(search, family);
  }
  return ({ description }, supplierId) => {
    const search = searchKey(description);
    return own.get(`${supplierId}/${search}`) ?? anyones.get(search);
  };
}
