import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listDamage } from "../../server/backups/facts.ts";

/** Ids of what was acknowledged. */
export interface Kept {
  orders: Set<string>;
  imports: Set<string>;
}

/** A line for each damage, and each order or import that is not whole exactly when it was acknowledged. SQLite, in a snapshot. */
export async function listWrong(
  db: Kysely<Database>,
  { kept, lines, rows }: { kept: Kept; lines: number; rows: number },
): Promise<string[]> {
  return [
    ...(await listDamage({ db, engine: "sqlite" })),
    ...compare(await countLines(db, "order_id"), { kept: kept.orders, whole: lines }),
    ...compare(await countLines(db, "import_id"), { kept: kept.imports, whole: rows }),
  ];
}

/** Lines by the order that was saved, or by the import that brought them. */
async function countLines(
  db: Kysely<Database>,
  by: "order_id" | "import_id",
): Promise<ReadonlyMap<string | null, number>> {
  const rows = await db
    .selectFrom("order_lines")
    .innerJoin("orders", (join) =>
      join
        .onRef("orders.canteen_id", "=", "order_lines.canteen_id")
        .onRef("orders.id", "=", "order_lines.order_id"),
    )
    .where("orders.import_id", by === "order_id" ? "is" : "is not", null)
    .groupBy(by === "order_id" ? "order_lines.order_id" : "orders.import_id")
    .select(by === "order_id" ? "order_lines.order_id as id" : "orders.import_id as id")
    .select(({ fn }) => fn.countAll<number>().as("lines"))
    .execute();
  return new Map(rows.map(({ id, lines }) => [id, lines]));
}

function compare(
  found: ReadonlyMap<string | null, number>,
  { kept, whole }: { kept: ReadonlySet<string>; whole: number },
): string[] {
  return [
    ...[...kept].filter((id) => !found.has(id)).map((id) => `${id} was acknowledged and is gone`),
    ...[...found.keys()]
      .filter((id) => id === null || !kept.has(id))
      .map((id) => `${id} was refused and is there`),
    ...[...found].filter(([, lines]) => lines !== whole).map(([id]) => `${id} is there in part`),
  ];
}
