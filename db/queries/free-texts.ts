import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { FreeTextKey, FreeTextPlace } from "../../shared/free-texts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";

interface Place {
  table: keyof Database & string;
  /** Null: the name of the file itself. */
  column: string | null;
  key: string;
  /** What says whose it is; null: the directory of suppliers, which all share. */
  owner: "canteen_id" | "organisation_id" | "measure_id" | "legumerie_id" | null;
  /** The column with the SHA-256 of the file whose name the text is. */
  file?: string;
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
  REQUEST_ANSWER: { table: "legumerie_requests", column: "answer", key: "id", owner: "canteen_id" },
  DELIVERY_REFUSAL: {
    table: "legumerie_delivery_details",
    column: "refusal_note",
    key: "delivery_id",
    owner: "canteen_id",
  },
  DELIVERY_REPLACED: {
    table: "legumerie_delivery_details",
    column: "replaced",
    key: "delivery_id",
    owner: "canteen_id",
  },
  DELIVERY_SENT_BACK: { table: "legumerie_refusals", column: "note", key: "id", owner: "canteen_id" },
  WORKSHOP_NOTICE: { table: "legumerie_notices", column: "words", key: "id", owner: "canteen_id" },
  LEDGER_CORRECTION: { table: "legumerie_corrections", column: "reason", key: "id", owner: "legumerie_id" },
  CLAUSE_REASON: { table: "clauses", column: "agreed_reason", key: "id", owner: "organisation_id" },
  CLAUSE_FACILITATOR: { table: "clauses", column: "facilitator", key: "id", owner: "organisation_id" },
  SHARE_LABEL: { table: "shares_links", column: "label", key: "id", owner: "organisation_id" },
  PROOF_FILE: { table: "certificates", column: null, key: "id", owner: null, file: "file_id" },
  INVOICE_FILE: {
    table: "invoices",
    column: "file_name",
    key: "id",
    owner: "canteen_id",
    file: "file_id",
  },
  DROPPED_FILE: {
    table: "import_runs",
    column: "file_name",
    key: "id",
    owner: "canteen_id",
    file: "file_id",
  },
  IMPORTED_FILE: {
    table: "imports",
    column: "file_name",
    key: "id",
    owner: "organisation_id",
    file: "file_sha256",
  },
  HOURS_FILE: {
    table: "clause_hour_imports",
    column: "file_name",
    key: "id",
    owner: "organisation_id",
    file: "sha256",
  },
};

/** Every text that people of the organisation wrote there, by canteen and id; empty ones are left out. */
export async function listFreeTexts(
  db: Kysely<Database>,
  { place, organisationId }: { place: FreeTextPlace; organisationId: Id },
): Promise<(FreeTextKey & { text: string })[]> {
  const { table, column, key, owner, file } = PLACES[place];
  const ofRow = (name: string) => sql.ref<string>(`${table}.${name}`);
  const text = column === null ? sql.ref<string>("files.name") : ofRow(column);
  const canteen = owner === "canteen_id" ? ofRow("canteen_id") : sql<string | null>`null`;
  const rows = await db
    .selectFrom(table)
    .$if(column === null, (query) =>
      query.innerJoin("files", (join) => join.on("files.id", "=", ofRow(file ?? "") as never)),
    )
    .select([text.as("text"), ofRow(key).as("id"), canteen.as("canteen")])
    .where(text, "is not", null)
    .where(text, "<>", "")
    .$if(owner !== null, (query) =>
      query.where(ofRow(owner ?? ""), "in", ownersOf(db, { owner, organisationId }) as never),
    )
    .orderBy("canteen")
    .orderBy("id")
    .execute();
  return rows.map(({ text: written, id, canteen: canteenId }) => ({ place, canteenId, id, text: written }));
}

/** Ids of that column which are the organisation's; a workshop is of those that it delivers to. */
function ownersOf(
  db: Kysely<Database>,
  { owner, organisationId }: { owner: Place["owner"]; organisationId: Id },
) {
  const canteens = db.selectFrom("canteens").select("id").where("organisation_id", "=", organisationId);
  switch (owner) {
    case "canteen_id":
      return canteens;
    case "measure_id":
      return db.selectFrom("measures").select("id").where("organisation_id", "=", organisationId);
    case "legumerie_id":
      return db
        .selectFrom("legumerie_deliveries")
        .select("legumerie_id as id")
        .where("canteen_id", "in", canteens);
    case "organisation_id":
    case null:
      return [organisationId];
  }
}

/** Writes the text anew, and the name of a file beside its content too; nothing else of the row changes. */
export async function updateFreeText(
  db: Kysely<Database>,
  { place, canteenId, id, text }: FreeTextKey & { text: string },
): Promise<void> {
  const { table, column, key, owner, file } = PLACES[place];
  const { ref } = db.dynamic;
  if (file !== undefined)
    await db
      .updateTable("files")
      .set({ name: text })
      .where(
        "id",
        "in",
        db
          .selectFrom(table)
          .select(ref<never>(file))
          .where(ref<never>(key), "=", id as never) as never,
      )
      .execute();
  if (column === null) return;
  await db
    .updateTable(table)
    .set({ [column]: text } as never)
    .where(ref<never>(key), "=", id as never)
    .$if(owner === "canteen_id", (query) => query.where(ref<never>("canteen_id"), "=", canteenId as never))
    .execute();
}
