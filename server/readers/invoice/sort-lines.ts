import type { InvoiceIssue } from "../../../shared/invoice-issues.ts";
import type { InvoiceLine } from "../../../shared/invoices.ts";
import type { DraftLine, InvoiceDraft } from "./draft.ts";

export interface SortedLines {
  lines: InvoiceLine[];
  details: InvoiceLine[];
  /** Those of the draft, with the place of each line after sorting. */
  issues: InvoiceIssue[];
}

/**
 * Parts the lines that add up to BT-106 from the others. The file says it (`GROUP`, `INFORMATION`); where lines stand
 * in one another without a word, a group whose parts add up to it gives way to its parts, any other keeps its amount
 * and its parts are information.
 */
export function sortLines({ lines, issues }: InvoiceDraft): SortedLines {
  const counts = countingLines(lines);
  const places = new Map<number, string>();
  const sorted: SortedLines = { lines: [], details: [], issues: [] };
  lines.forEach(({ line }, index) => {
    const list = counts.has(index) ? "lines" : "details";
    places.set(index, `${list}[${sorted[list].length}]`);
    sorted[list].push(line);
  });
  sorted.issues = issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^lines\[(\d+)\]/, (whole, index) => places.get(Number(index)) ?? whole),
  }));
  return sorted;
}

function countingLines(lines: readonly DraftLine[]): Set<number> {
  const partsOf = new Map<string, number[]>();
  lines.forEach(({ line: { parentId } }, index) => {
    if (parentId === null) return;
    const parts = partsOf.get(parentId);
    if (parts === undefined) partsOf.set(parentId, [index]);
    else parts.push(index);
  });
  const counts = new Set<number>();
  const seen = new Set<number>();
  const ids = new Set(lines.map(({ line }) => line.id));
  const open = lines.flatMap(({ line: { parentId } }, index) =>
    parentId === null || !ids.has(parentId) ? [{ index, within: true }] : [],
  );
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { index, within } = next;
    const entry = lines[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    const parts = entry.line.id === "" ? [] : (partsOf.get(entry.line.id) ?? []);
    const isGroup = entry.role === "GROUP" || (entry.role === null && isSumOf(lines, entry, parts));
    if (within && !isGroup && entry.role !== "INFORMATION") counts.add(index);
    for (const part of parts)
      open.push({ index: part, within: within && (isGroup || saysItCounts(lines[part])) });
  }
  // What is left stands in a ring of parents: each line counts for itself.
  lines.forEach(({ role }, index) => {
    if (!seen.has(index) && role !== "INFORMATION" && role !== "GROUP") counts.add(index);
  });
  return counts;
}

function saysItCounts(part: DraftLine | undefined): boolean {
  return part?.role === "DETAIL";
}

function isSumOf(lines: readonly DraftLine[], { line }: DraftLine, parts: readonly number[]): boolean {
  if (parts.length === 0) return false;
  const amounts = parts.map((part) => lines[part]?.line.netCents ?? null);
  if (amounts.every((amount) => amount === null)) return false;
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  return line.netCents === null || line.netCents === sum;
}
