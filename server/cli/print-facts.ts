import { formatEuros } from "../../shared/format/money.ts";
import type { Facts } from "../backups/facts.ts";

/** What was copied and proven, a line in each language. */
export function describeFacts({ tables, sums, figures, audit, files }: Facts): string[] {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const [fr, en] = [formatEuros(sums.amountCents, "fr"), formatEuros(sums.amountCents, "en")];
  return [
    `${tables.length} tables, ${rows} rangées, ${sums.lines} lignes d'achat (${fr}), ${figures.length} années de cantine, ${audit.rows} modifications, ${files.length} documents.`,
    `${tables.length} tables, ${rows} rows, ${sums.lines} purchase lines (${en}), ${figures.length} canteen years, ${audit.rows} changes, ${files.length} documents.`,
  ];
}
