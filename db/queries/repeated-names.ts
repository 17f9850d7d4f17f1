import type { Kysely } from "kysely";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";

/** What is kept as it was told repeats the name of whoever signed it or carried a measure. */
const TELLING = [
  { table: "council_reports", column: "content", json: true },
  { table: "proof_requests", column: "letter", json: false },
] as const;

/** Replaces a name that stands alone in a text of what was kept, or on a line of it. */
export async function replaceRepeatedName(
  db: Kysely<Database>,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { ref } = db.dynamic;
  for (const { table, column, json } of TELLING) {
    const rows = await db
      .selectFrom(table)
      .select(["id", ref<never>(column)])
      .execute();
    for (const row of rows) {
      const { id, ...kept } = row as { id: string } & Record<string, string>;
      const before = kept[column] ?? "";
      const read = json ? fromJsonText<unknown>(before) : before;
      const told = withoutName(read, { from, to });
      const after = json ? toJsonText(told) : String(told);
      if (after !== before)
        await db
          .updateTable(table)
          .set({ [column]: after })
          .where("id", "=", id)
          .execute();
    }
  }
}

function withoutName(value: unknown, names: { from: string; to: string }): unknown {
  if (typeof value === "string")
    return value
      .split("\n")
      .map((line) => (line.trim() === names.from ? names.to : line))
      .join("\n");
  if (Array.isArray(value)) return value.map((item) => withoutName(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutName(item, names)]));
}
