import type { Kysely } from "kysely";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { SupplierKind } from "../../shared/supplier-kinds.ts";
import type { Database } from "../database.ts";

/** Who a row of figures is about. */
export interface FigureSupplier {
  id: Id;
  name: string;
  kind: SupplierKind;
}

/** Names of the suppliers the canteens bought from in these months (null: no bound), by id. */
export async function listFigureSuppliers(
  db: Kysely<Database>,
  asked: { canteenIds: readonly Id[]; fromMonth: IsoMonth | null; toMonth: IsoMonth | null },
): Promise<FigureSupplier[]> {
  const { canteenIds, fromMonth, toMonth } = asked;
  if (canteenIds.length === 0) return [];
  let bought = db
    .selectFrom("cells")
    .select("supplier_id")
    .where("canteen_id", "in", [...canteenIds]);
  if (fromMonth !== null) bought = bought.where("month", ">=", fromMonth);
  if (toMonth !== null) bought = bought.where("month", "<=", toMonth);
  const rows = await db
    .selectFrom("suppliers")
    .select(["id", "name", "kind"])
    .where("id", "in", bought)
    .orderBy("id")
    .execute();
  return rows.map(({ id, name, kind }) => ({ id, name, kind: kind as SupplierKind }));
}
