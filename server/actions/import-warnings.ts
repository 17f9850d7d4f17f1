import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listLocalDefinitions } from "../../db/queries/local-definitions.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportWarning } from "../../shared/imports.ts";
import type { DatedLocalDefinition } from "../../shared/local-definitions.ts";
import { localDefinitionOn } from "../../shared/local-definitions.ts";
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import type { ImportPlan } from "./import-plan.ts";

/** Rows whose « local » cannot be compared with the organisation's, or is not the same. */
export async function localWarnings(
  db: Kysely<Database>,
  plan: ImportPlan,
  { organisationId }: { organisationId: Id },
): Promise<ImportWarning[]> {
  const local = plan.canteens.flatMap((canteen) => canteen.rows).filter((row) => row.local);
  if (local.length === 0) return [];
  const definitions = await listLocalDefinitions(db, organisationId);
  const dated = local.map((row) => ({ row, definition: localDefinitionOn(definitions, row.date) }));
  const counts: ImportWarning[] = [
    { code: "NO_LOCAL_DEFINITION", count: dated.filter(({ definition }) => definition === null).length },
    {
      code: "OTHER_LOCAL_DEFINITION",
      count: dated.filter(({ row, definition }) => definition !== null && differs(row, definition)).length,
    },
  ];
  return counts.filter(({ count }) => count > 0);
}

/** A file that does not say its definition, or its radius, differs in nothing. */
function differs({ localScope, localRadiusM }: PurchaseRow, definition: DatedLocalDefinition): boolean {
  if (localScope === null) return false;
  if (localScope !== definition.scope) return true;
  return localRadiusM !== null && localRadiusM !== definition.radiusM;
}
