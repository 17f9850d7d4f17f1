import type { ExpressionBuilder, Kysely } from "kysely";
import type { Id } from "../../shared/ids.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { executeMany } from "../execute-many.ts";
import type { OrderLinesTable } from "../tables/order-lines.ts";
import type { OrdersTable } from "../tables/orders.ts";
import { keepLineTexts } from "./line-texts.ts";

/** A stored line with the dates of its order, all a verdict needs. */
export type DatedLine = OrderLinesTable & Pick<OrdersTable, "ordered_on" | "delivered_on" | "invoiced_on">;

/** Which lines a change of the catalogue or of a definition touches. */
export type LineSubject =
  | { kind: "supplier"; id: Id }
  | { kind: "product"; id: Id }
  | { kind: "canteen"; id: Id }
  | { kind: "organisation"; id: Id };

/** The verdict columns of a line. */
export type VerdictColumns = Pick<
  OrderLinesTable,
  "strict_category" | "declared_category" | "marks" | "verdict_id"
>;

/** Lines of one order, in their order. */
export function listOrderLines(
  db: Kysely<Database>,
  key: { canteenId: Id; orderId: Id },
): Promise<OrderLinesTable[]> {
  return db
    .selectFrom("order_lines")
    .selectAll()
    .where("canteen_id", "=", key.canteenId)
    .where("order_id", "=", key.orderId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** Adds new lines. */
export async function insertOrderLines(
  db: Kysely<Database>,
  rows: readonly OrderLinesTable[],
): Promise<void> {
  await executeMany(db, {
    name: "insert order_lines",
    rows,
    columns: ["canteen_id", "id", ...COLUMNS],
    statement: (some) => db.insertInto("order_lines").values(some),
  });
  await keepLineTexts(db, rows);
}

/**
 * Writes lines whole: new ones are added, those with a known id replaced. False: one of the ids is a line of another
 * order of the canteen, which stays as it is; the transaction must then be given up.
 */
export async function upsertOrderLines(
  db: Kysely<Database>,
  rows: readonly OrderLinesTable[],
): Promise<boolean> {
  const written = await executeMany(db, {
    name: "upsert order_lines",
    rows,
    columns: ["canteen_id", "id", ...COLUMNS],
    every: true,
    statement: (some) =>
      db
        .insertInto("order_lines")
        .values(some)
        .onConflict((conflict) =>
          conflict
            .columns(["canteen_id", "id"])
            .doUpdateSet(everyColumn)
            .whereRef("order_lines.order_id", "=", "excluded.order_id"),
        ),
  });
  await keepLineTexts(db, rows);
  return written === rows.length;
}

/** Removes lines of one canteen. */
export async function deleteOrderLines(
  db: Kysely<Database>,
  key: { canteenId: Id; lineIds: readonly Id[] },
): Promise<void> {
  for (const chunk of chunksOf(key.lineIds, CHUNK)) {
    await db
      .deleteFrom("order_lines")
      .where("canteen_id", "=", key.canteenId)
      .where("id", "in", [...chunk])
      .execute();
  }
}

/** Gives lines of one canteen the same verdict. */
export async function setVerdict(
  db: Kysely<Database>,
  key: { canteenId: Id; lineIds: readonly Id[] },
  verdict: VerdictColumns,
): Promise<void> {
  for (const chunk of chunksOf(key.lineIds, CHUNK)) {
    await db
      .updateTable("order_lines")
      .set(verdict)
      .where("canteen_id", "=", key.canteenId)
      .where("id", "in", [...chunk])
      .execute();
  }
}

/** Says of lines of one canteen that their supplier is the same on their days: the bits of shared/social-marks.ts. */
export async function setSocial(
  db: Kysely<Database>,
  key: { canteenId: Id; lineIds: readonly Id[] },
  social: number,
): Promise<void> {
  for (const chunk of chunksOf(key.lineIds, CHUNK)) {
    await db
      .updateTable("order_lines")
      .set({ social })
      .where("canteen_id", "=", key.canteenId)
      .where("id", "in", [...chunk])
      .execute();
  }
}

/** The next canteen, by id, in which the subject has lines; null: the first. Undefined: there is no other. */
export async function findSubjectCanteen(
  db: Kysely<Database>,
  subject: LineSubject,
  after: Id | null,
): Promise<Id | undefined> {
  const from = after ?? "";
  switch (subject.kind) {
    case "supplier": {
      const sold = await db
        .selectFrom("orders")
        .innerJoin("order_lines", (join) =>
          join
            .onRef("order_lines.canteen_id", "=", "orders.canteen_id")
            .onRef("order_lines.order_id", "=", "orders.id"),
        )
        .where("orders.supplier_id", "=", subject.id)
        .where("orders.canteen_id", ">", from)
        .select("orders.canteen_id as id")
        .orderBy("orders.canteen_id")
        .limit(1)
        .executeTakeFirst();
      const grown = await firstCanteen(db, from).where("producer_id", "=", subject.id).executeTakeFirst();
      return [sold?.id, grown?.id].filter((id) => id !== undefined).sort()[0];
    }
    case "product":
      return (await firstCanteen(db, from).where("product_id", "=", subject.id).executeTakeFirst())?.id;
    case "canteen":
      return after === null ? subject.id : undefined;
    case "organisation": {
      const canteen = await db
        .selectFrom("canteens")
        .select("id")
        .where("organisation_id", "=", subject.id)
        .where("id", ">", from)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom("order_lines").select("order_lines.id").whereRef("canteen_id", "=", "canteens.id"),
          ),
        )
        .orderBy("id")
        .limit(1)
        .executeTakeFirst();
      return canteen?.id;
    }
  }
}

function firstCanteen(db: Kysely<Database>, after: Id) {
  return db
    .selectFrom("order_lines")
    .select("canteen_id as id")
    .where("canteen_id", ">", after)
    .orderBy("canteen_id")
    .limit(1);
}

/** The next `limit` lines of a subject in a canteen, by id, after a line (null: from the first), with their order's dates. */
export async function listSubjectLines(
  db: Kysely<Database>,
  subject: LineSubject,
  page: { canteenId: Id; after: Id | null; limit: number },
): Promise<DatedLine[]> {
  switch (subject.kind) {
    case "supplier":
      return mergedPage(
        [
          await datedLines(db, page).where("orders.supplier_id", "=", subject.id).execute(),
          await datedLines(db, page)
            .where("order_lines.producer_id", "=", subject.id)
            .where("orders.supplier_id", "!=", subject.id)
            .execute(),
        ],
        page.limit,
      );
    case "product":
      return await datedLines(db, page).where("order_lines.product_id", "=", subject.id).execute();
    case "canteen":
    case "organisation":
      return await datedLines(db, page).execute();
  }
}

/** Of one canteen: a list of canteens and a place in it would be looked through from its start at each page. */
function datedLines(
  db: Kysely<Database>,
  { canteenId, after, limit }: { canteenId: Id; after: Id | null; limit: number },
) {
  return db
    .selectFrom("order_lines")
    .innerJoin("orders", (join) =>
      join
        .onRef("orders.canteen_id", "=", "order_lines.canteen_id")
        .onRef("orders.id", "=", "order_lines.order_id"),
    )
    .selectAll("order_lines")
    .select(["orders.ordered_on", "orders.delivered_on", "orders.invoiced_on"])
    .where("order_lines.canteen_id", "=", canteenId)
    .$if(after !== null, (query) => query.where("order_lines.id", ">", after ?? ""))
    .orderBy("order_lines.id")
    .limit(limit);
}

/** Each list is in order and long enough: their first lines together are the page. */
function mergedPage(lists: readonly DatedLine[][], limit: number): DatedLine[] {
  return lists
    .flat()
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .slice(0, limit);
}

const COLUMNS = [
  "order_id",
  "supplier_id",
  "position",
  "product_id",
  "offer_id",
  "description",
  "search",
  "family",
  "quantity_milli",
  "unit",
  "received_milli",
  "refusal_reason",
  "refusal_note",
  "unit_grams",
  "unit_price_ht_e4",
  "amount_ht_cents",
  "vat_bp",
  "weight_grams",
  "producer_id",
  "origin_communes",
  "origin",
  "intermediaries",
  "claims",
  "organic_stage",
  "certified_share_bp",
  "claimed_short",
  "claimed_local",
  "counted_on",
  "date_kind",
  "month",
  "counted",
  "strict_category",
  "declared_category",
  "marks",
  "verdict_id",
  "social",
] as const satisfies readonly (keyof OrderLinesTable)[];

/** Every column but the key takes the new row's value. */
function everyColumn(
  eb: ExpressionBuilder<Database & { excluded: OrderLinesTable }, "order_lines" | "excluded">,
) {
  return Object.fromEntries(COLUMNS.map((column) => [column, eb.ref(`excluded.${column}`)]));
}
