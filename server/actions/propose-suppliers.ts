import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listSupplierNames } from "../../db/queries/suppliers.ts";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import type { SupplierProposal } from "../../shared/table-mapping/questions.ts";
import { proposeMerges } from "../../shared/table-mapping/supplier-merge.ts";
import { wordKey } from "../../shared/table-mapping/supplier-names.ts";
import type { ImportPlan } from "./import-plan.ts";
import { plannedSupplierKey } from "./import-plan.ts";

/** Suppliers that the plan would create and that may be somebody known; those the mapping answers are not asked again. */
export async function proposeSuppliers(
  db: Kysely<Database>,
  plan: ImportPlan,
  mapping: TableMapping | null,
): Promise<SupplierProposal[]> {
  const answered = new Set(
    Object.entries(mapping?.suppliers ?? {}).flatMap(([text, choice]) =>
      "name" in choice ? [wordKey(text), wordKey(choice.name)] : [wordKey(text)],
    ),
  );
  const rows = new Map<string, number>();
  for (const row of plan.canteens.flatMap((canteen) => canteen.rows)) {
    const key = plannedSupplierKey(row);
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  const news = [...plan.suppliers].flatMap(([key, { name, siret, isNew }]) =>
    isNew && !answered.has(wordKey(name)) ? [{ id: null, name, siret, rows: rows.get(key) ?? 0 }] : [],
  );
  return news.length === 0 ? [] : proposeMerges(news, await listSupplierNames(db));
}
