import type { Kysely } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { LegumerieNotice, NoticeKind } from "../../shared/legumerie/notices.ts";
import type { Cut } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";

/** A notice with the names of what it is about. */
export interface ListedNotice extends LegumerieNotice {
  legumerieName: string;
  productName: string;
  productNameEn: string;
}

export async function insertNotices(
  db: Kysely<Database>,
  notices: readonly (LegumerieNotice & { createdAt: IsoInstant })[],
): Promise<void> {
  if (notices.length === 0) return;
  await db
    .insertInto("legumerie_notices")
    .values(
      notices.map((notice) => ({
        canteen_id: notice.canteenId,
        id: notice.id,
        legumerie_id: notice.legumerieId,
        kind: notice.kind,
        day: notice.day,
        product_id: notice.productId,
        cut: notice.cut,
        grams: notice.grams,
        reason: notice.reason,
        words: notice.words,
        out_of_area: notice.outOfArea ? 1 : 0,
        order_id: notice.orderId,
        read_on: notice.readOn,
        created_at: notice.createdAt,
      })),
    )
    .execute();
}

/** Notices to the canteen: those not read yet first, then the latest; at most `limit`. */
export async function listNotices(
  db: Kysely<Database>,
  { canteenId, limit }: { canteenId: Id; limit: number },
): Promise<ListedNotice[]> {
  const rows = await db
    .selectFrom("legumerie_notices as notices")
    .innerJoin("suppliers", "suppliers.id", "notices.legumerie_id")
    .innerJoin("products", "products.id", "notices.product_id")
    .selectAll("notices")
    .select([
      "suppliers.name as legumerie_name",
      "products.name as product_name",
      "products.name_en as product_name_en",
    ])
    .where("notices.canteen_id", "=", canteenId)
    .orderBy((eb) => eb.case().when("notices.read_on", "is", null).then(0).else(1).end())
    .orderBy("notices.day", "desc")
    .orderBy("notices.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    canteenId: row.canteen_id,
    id: row.id,
    legumerieId: row.legumerie_id,
    kind: row.kind as NoticeKind,
    day: row.day,
    productId: row.product_id,
    cut: row.cut as Cut,
    grams: row.grams,
    reason: row.reason,
    words: row.words,
    outOfArea: row.out_of_area === 1,
    orderId: row.order_id,
    readOn: row.read_on,
    legumerieName: row.legumerie_name,
    productName: row.product_name,
    productNameEn: row.product_name_en,
  }));
}

/** Says that the canteen has read these; those read before keep their day. Returns how many were not read yet. */
export async function markNoticesRead(
  db: Kysely<Database>,
  { canteenId, ids, on }: { canteenId: Id; ids: readonly Id[]; on: IsoDate },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("legumerie_notices")
    .set({ read_on: on })
    .where("canteen_id", "=", canteenId)
    .where("id", "in", [...ids])
    .where("read_on", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
