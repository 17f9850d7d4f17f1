import type { Kysely } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import type { OrderLinesTable } from "../tables/order-lines.ts";

const COLUMNS = [
  "canteen_id",
  "id",
  "order_id",
  "supplier_id",
  "producer_id",
  "product_id",
  "offer_id",
  "description",
  "family",
  "claims",
  "organic_stage",
  "certified_share_bp",
  "counted_on",
  "date_kind",
  "amount_ht_cents",
] as const satisfies readonly (keyof OrderLinesTable)[];

/** All that a proof may change of a line, and where it stands. */
export type ClaimedLineRow = Pick<OrderLinesTable, (typeof COLUMNS)[number]>;

/**
 * Lines of one canteen that count, claim a category and are dated in these days (both included), latest first.
 * `partnerId` null: whoever sold or produced them.
 */
export function listClaimedLines(
  db: Kysely<Database>,
  { canteenId, from, to, partnerId }: { canteenId: Id; from: IsoDate; to: IsoDate; partnerId: Id | null },
): Promise<ClaimedLineRow[]> {
  return db
    .selectFrom("order_lines")
    .select([...COLUMNS])
    .where("canteen_id", "=", canteenId)
    .where("counted_on", ">=", from)
    .where("counted_on", "<=", to)
    .where("counted", "=", 1)
    .where("claims", "!=", "[]")
    .$if(partnerId !== null, (query) =>
      query.where((eb) =>
        eb.or([eb("supplier_id", "=", partnerId ?? ""), eb("producer_id", "=", partnerId ?? "")]),
      ),
    )
    .orderBy("counted_on", "desc")
    .orderBy("id")
    .execute();
}

/** Who sold or produced anything that counts for these canteens in these days, by id. */
export async function listPartnerIds(
  db: Kysely<Database>,
  { canteenIds, from, to }: { canteenIds: readonly Id[]; from: IsoDate; to: IsoDate },
): Promise<Id[]> {
  const found = new Set<Id>();
  for (const chunk of chunksOf(canteenIds, CHUNK)) {
    const rows = await db
      .selectFrom("order_lines")
      .select(["supplier_id", "producer_id"])
      .distinct()
      .where("canteen_id", "in", [...chunk])
      .where("counted_on", ">=", from)
      .where("counted_on", "<=", to)
      .where("counted", "=", 1)
      .execute();
    for (const row of rows) {
      found.add(row.supplier_id);
      if (row.producer_id !== null) found.add(row.producer_id);
    }
  }
  return [...found].sort();
}
