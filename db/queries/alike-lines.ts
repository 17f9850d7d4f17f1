import type { Transaction } from "kysely";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { executeMany, executeValues } from "../execute-many.ts";
import type { OrderLinesTable } from "../tables/order-lines.ts";
import { keepLineTexts } from "./line-texts.ts";

/** What lines have in common that are written after one model, and whether it is text; every other column is null. */
const MODEL_COLUMNS = {
  canteen_id: "text",
  supplier_id: "text",
  description: "text",
  search: "text",
  family: "text",
  origin_communes: "text",
  origin: "text",
  claims: "text",
  claimed_short: "bigint",
  claimed_local: "bigint",
  date_kind: "text",
  counted: "bigint",
  strict_category: "text",
  declared_category: "text",
  marks: "bigint",
  verdict_id: "text",
  social: "bigint",
} as const satisfies Partial<Record<keyof OrderLinesTable, "text" | "bigint">>;

const NAMES = Object.keys(MODEL_COLUMNS) as (keyof typeof MODEL_COLUMNS)[];

/** What many lines have in common. */
export type LineModel = { model: number } & Pick<OrderLinesTable, keyof typeof MODEL_COLUMNS>;

/** What a line has of its own: model, id, order, position, amount in cents, day it counts for. */
export const OWN_VALUES = ["model", "id", "order_id", "position", "amount", "day"] as const;

/** New lines on their way in that are alike by the hundred: what they have in common goes to the engine once. */
export interface AlikeLines {
  /** Models under numbers that none has yet. Their verdicts are there when lines are made after them. */
  addModels(models: readonly LineModel[]): Promise<void>;
  /** Lines after models that were added, each by its OWN_VALUES, one line after the other. Their orders are there. */
  addLines(values: readonly (string | number)[]): Promise<void>;
  /** To be called when all are in. */
  close(): Promise<void>;
}

/** Opens a place for models, in the caller's transaction; one at a time. */
export async function openAlikeLines(trx: Transaction<Database>): Promise<AlikeLines> {
  const columns = NAMES.map((name) => `${name} ${MODEL_COLUMNS[name]}`).join(", ");
  await sql.raw(`create temporary table line_models (model integer primary key, ${columns})`).execute(trx);
  return {
    addModels: async (rows) => {
      await keepLineTexts(trx, rows);
      await executeMany(trx, {
        name: "insert line_models",
        rows,
        columns: ["model", ...NAMES],
        every: true,
        statement: (some) => ({
          compile: () =>
            sql`insert into line_models (model, ${sql.raw(NAMES.join(", "))}) values ${sql.join(
              some.map((row) => sql`(${row.model}, ${sql.join(NAMES.map((name) => row[name]))})`),
            )}`.compile(trx),
        }),
      });
    },
    addLines: (values) =>
      executeValues(trx, {
        name: "insert order_lines after models",
        columns: OWN_VALUES,
        values,
        bulk: true,
        statement: (rows) => ({ compile: () => insertAlike(rows).compile(trx) }),
      }),
    close: async () => {
      await sql`drop table line_models`.execute(trx);
    },
  };
}

/** PostgreSQL takes what stands alone in `values` for text. */
function insertAlike(rows: number) {
  const row = sql`(${sql.join(OWN_VALUES.map(() => 0))})`;
  const values = sql.join(Array.from({ length: rows }, () => row));
  return sql`with own (${sql.raw(OWN_VALUES.join(", "))}) as (values ${values})
    insert into order_lines
      (id, order_id, position, amount_ht_cents, counted_on, month, ${sql.raw(NAMES.join(", "))})
    select own.id, own.order_id, cast(own.position as bigint), cast(own.amount as bigint), own.day,
      substr(own.day, 1, 7), ${sql.raw(NAMES.map((name) => `line_models.${name}`).join(", "))}
    from own cross join line_models where line_models.model = cast(own.model as integer)`;
}
