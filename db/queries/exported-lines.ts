import type { Kysely } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";

/** A counted line with what an export says of it. */
export interface ExportedLine {
  id: Id;
  description: string;
  supplier_name: string;
  counted_on: IsoDate;
  /** HT, cents, signed. */
  amount_ht_cents: number;
  family: string | null;
  declared_category: string;
  /** Bit set, see shared/marks.ts. */
  marks: number;
  verdict_id: string;
}

/** Counted lines of a canteen's civil year by day then id, `limit` after the cursor; null: from the first. */
export function listExportedLines(
  db: Kysely<Database>,
  { canteenId, year }: { canteenId: Id; year: number },
  page: { after: Pick<ExportedLine, "id" | "counted_on"> | null; limit: number },
): Promise<ExportedLine[]> {
  let query = db
    .selectFrom("order_lines")
    .innerJoin("suppliers", "suppliers.id", "order_lines.supplier_id")
    .select([
      "order_lines.id",
      "order_lines.description",
      "suppliers.name as supplier_name",
      "order_lines.counted_on",
      "order_lines.amount_ht_cents",
      "order_lines.family",
      "order_lines.declared_category",
      "order_lines.marks",
      "order_lines.verdict_id",
    ])
    .where("order_lines.canteen_id", "=", canteenId)
    .where("order_lines.counted", "=", 1)
    .where("order_lines.counted_on", ">=", `${year}-01-01`)
    .where("order_lines.counted_on", "<=", `${year}-12-31`);
  const { after } = page;
  if (after !== null)
    query = query.where((eb) =>
      eb.or([
        eb("order_lines.counted_on", ">", after.counted_on),
        eb.and([eb("order_lines.counted_on", "=", after.counted_on), eb("order_lines.id", ">", after.id)]),
      ]),
    );
  return query.orderBy("order_lines.counted_on").orderBy("order_lines.id").limit(page.limit).execute();
}
