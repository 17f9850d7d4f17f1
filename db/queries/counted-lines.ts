import type { Kysely } from "kysely";
import type { FigureFilter } from "../../shared/figure-filter.ts";
import type { Id } from "../../shared/ids.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { Database } from "../database.ts";
import type { OrderLinesTable } from "../tables/order-lines.ts";

/** The lines of a canteen that count in these months, whole: food, of orders neither draft nor deleted; by id. */
export function listCountedLines(
  db: Kysely<Database>,
  canteenId: Id,
  { range, filter }: { range: MonthRange; filter: FigureFilter },
): Promise<OrderLinesTable[]> {
  const { family, supplier } = filter;
  return (
    db
      .selectFrom("order_lines")
      .selectAll()
      .where("canteen_id", "=", canteenId)
      .where("counted", "=", 1)
      // By days, which are indexed: no day is written after the 31st.
      .where("counted_on", ">=", `${range.fromMonth}-01`)
      .where("counted_on", "<=", `${range.toMonth}-31`)
      .$if(family !== undefined, (qb) => qb.where("family", "=", family ?? ""))
      .$if(supplier !== undefined, (qb) => qb.where("supplier_id", "=", supplier ?? ""))
      .orderBy("id")
      .execute()
  );
}
