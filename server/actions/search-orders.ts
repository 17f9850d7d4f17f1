import type { Kysely } from "kysely";
import type * as z from "zod/mini";
import type { Database } from "../../db/database.ts";
import { listLineNames } from "../../db/queries/line-texts.ts";
import { listOrders } from "../../db/queries/orders.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { orderListSchema } from "../../shared/orders.ts";

/** One page of a canteen's orders that the filter keeps, latest first, and how many they are in all. */
export async function searchOrders(
  db: Kysely<Database>,
  canteenId: Id,
  asked: z.output<typeof orderListSchema>,
): Promise<Awaited<ReturnType<typeof listOrders>>> {
  const search = searchKey(asked.search) || null;
  const names = search === null ? null : await listLineNames(db, search);
  const page = { offset: asked.page * asked.pageSize, limit: asked.pageSize };
  return await listOrders(db, { ...asked, canteenId, search, names }, page);
}
