import { columnNamed, findHeader, NEEDED_COLUMNS } from "../purchase-file/columns.ts";
import type { TableRow } from "../purchase-file/interpret.ts";
import type { StateFormat } from "./inspection.ts";

/**
 * Which of the State's formats the table is, and where its header stands: every needed column is named, once, and no
 * column is of another kind of file; null: none of them.
 */
export function findStateFormat(rows: readonly TableRow[]): { format: StateFormat; row: TableRow } | null {
  const index = findHeader(rows.map((row) => row.cells));
  const row = index === null ? undefined : rows[index];
  if (row === undefined) return null;
  const names = row.cells.map(columnNamed).filter((name) => name !== null);
  const has = new Set<string>(names);
  if (has.size < names.length || NEEDED_COLUMNS.some((column) => !has.has(column))) return null;
  if (has.has("caracteristique_label1") || has.has("caracteristique_france"))
    return { format: "tracking", row };
  if (has.has("caracteristiques")) return { format: "older", row };
  if (!has.has("categories_egalim") && !has.has("origine")) return null;
  if (has.has("cantine_id") && !has.has("siret")) return { format: "achats_id", row };
  return { format: has.has("definition_local_km") ? "achats_siret" : "without-km", row };
}
