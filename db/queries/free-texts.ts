import type { Kysely } from "kysely";
import type { FreeTextKey, FreeTextPlace } from "../../shared/free-texts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";

interface Place {
  table: keyof Database & string;
  column: string;
  key: string;
  /** What says whose it is. */
  owner: "canteen_id" | "organisation_id" | "measure_id";
}

const PLACES: Readonly<Record<FreeTextPlace, Place>> = {
  ORDER_NOTE: { table: "orders", column: "note", key: "id", owner: "canteen_id" },
  LINE_REFUSAL: { table: "order_lines", column: "refusal_note", key: "id", owner: "canteen_id" },
  DECLARATION_REASON: { table: "declarations", column: "reason", key: "id", owner: "canteen_id" },
  MEASURE_DESCRIPTION: { table: "measures", column: "description", key: "id", owner: "organisation_id" },
  MEASURE_REASON: { table: "measures", column: "reason", key: "id", owner: "organisation_id" },
  MEASURE_COMMENT: { table: "measure_entries", column: "note", key: "id", owner: "measure_id" },
  REPORT_REASON: { table: "council_reports", column: "reason", key: "id", owner: "organisation_id" },
  REQUEST_NOTE: { table: "legumerie_requests", column: "note", key: "id", owner: "canteen_id" },
  DELIVERY_REFUSAL: {
    table: "legumerie_delivery_details",
    column: "refusal_note",
    key: "delivery_id",
    owner: "canteen_id",
  },
};

/** Every text that people of the organisation wrote there, by canteen and id; empty ones are left out. */
export async function listFreeTexts(
  db: Kysely<Database>,
  { place, organisationId }: { place: FreeTextPlace; organisationId: Id },
): Promise<(FreeTextKey & { text: string })[]> {
  const { table, column, key, owner } = PLACES[place];
  const { ref } = db.dynamic;
  const rows = await db
    .selectFrom(table)
    .select([ref<never>(column), ref<never>(key)])
    .$if(owner === "canteen_id", (query) => query.select(ref<never>("canteen_id")))
    .where(ref<never>(column), "is not", null)
    .where(ref<never>(column), "<>", "" as never)
    .where((eb) => {
      if (owner === "organisation_id") return eb(ref<never>(owner), "=", organisationId as never);
      const owners = owner === "canteen_id" ? ("canteens" as const) : ("measures" as const);
      return eb(
        ref<never>(owner),
        "in",
        db.selectFrom(owners).select("id").where("organisation_id", "=", organisationId) as never,
      );
    })
    .$if(owner === "canteen_id", (query) => query.orderBy(ref<never>("canteen_id")))
    .orderBy(ref<never>(key))
    .execute();
  return (rows as unknown as Record<string, string>[]).map((row) => ({
    place,
    canteenId: row.canteen_id ?? null,
    id: row[key] ?? "",
    text: row[column] ?? "",
  }));
}

/** Writes the text anew; nothing else of the row changes. */
export async function updateFreeText(
  db: Kysely<Database>,
  { place, canteenId, id, text }: FreeTextKey & { text: string },
): Promise<void> {
  const { table, column, key, owner } = PLACES[place];
  const { ref } = db.dynamic;
  await db
    .updateTable(table)
    .set({ [column]: text } as never)
    .where(ref<never>(key), "=", id as never)
    .$if(owner === "canteen_id", (query) => query.where(ref<never>("canteen_id"), "=", canteenId as never))
    .execute();
}
