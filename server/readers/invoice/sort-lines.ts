import type { InvoiceIssue } from "../../../shared/invoice-issues.ts";
import type { InvoiceLine } from "../../../shared/invoices.ts";
import type { DraftLine, InvoiceDraft } from "./draft.ts";

export interface SortedLines {
  lines: InvoiceLine[];
  details: InvoiceLine[];
  /** Those of the draft, with the place of each line after sorting. */
  issues: InvoiceIssue[];
}

/** Parts the lines that add up to BT-106 from the others: titles of groups, parts of a bundle, information. */
export function sortLines({ lines, issues, totals }: InvoiceDraft): SortedLines {
  const counts = countingLines(lines, totals.linesCents);
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

/** Whether a line with these parts is a mere title, whose parts count in its place. */
type IsTitle = (entry: DraftLine, parts: readonly number[]) => boolean;

/**
 * The first of these readings that adds up to the declared total, else the first: as the file says (`GROUP`), where it
 * says nothing a line that its parts add up to is a title; every line with parts is a title; none is.
 */
function countingLines(lines: readonly DraftLine[], declared: number | null): Set<number> {
  const isSaid: IsTitle = (entry, parts) =>
    entry.role === "GROUP" || (entry.role === null && isSumOf(lines, entry, parts));
  const said = count(lines, { isTitle: isSaid, partsCount: true });
  if (declared === null || lines.every(({ line }) => line.parentId === null)) return said;
  const others = [
    () => count(lines, { isTitle: (_, parts) => parts.length > 0, partsCount: false }),
    () => count(lines, { isTitle: () => false, partsCount: false }),
  ];
  if (sumOf(lines, said) === declared) return said;
  return others.map((other) => other()).find((counts) => sumOf(lines, counts) === declared) ?? said;
}

/** `partsCount`: a part that calls itself DETAIL counts although the line above it counts too. */
function count(
  lines: readonly DraftLine[],
  { isTitle, partsCount }: { isTitle: IsTitle; partsCount: boolean },
): Set<number> {
  const partsOf = groupParts(lines);
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
    const title = isTitle(entry, parts);
    if (within && !title && entry.role !== "INFORMATION") counts.add(index);
    for (const part of parts)
      open.push({ index: part, within: within && (title || (partsCount && lines[part]?.role === "DETAIL")) });
  }
  // What is left stands in a ring of parents: each line counts for itself.
  lines.forEach(({ role }, index) => {
    if (!seen.has(index) && role !== "INFORMATION" && role !== "GROUP") counts.add(index);
  });
  return counts;
}

function groupParts(lines: readonly DraftLine[]): Map<string, number[]> {
  const partsOf = new Map<string, number[]>();
  lines.forEach(({ line: { parentId } }, index) => {
    if (parentId === null) return;
    const parts = partsOf.get(parentId);
    if (parts === undefined) partsOf.set(parentId, [index]);
    else parts.push(index);
  });
  return partsOf;
}

function sumOf(lines: readonly DraftLine[], indexes: Iterable<number>): number {
  let sum = 0;
  for (const index of indexes) sum += lines[index]?.line.netCents ?? 0;
  return sum;
}

function isSumOf(lines: readonly DraftLine[], { line }: DraftLine, parts: readonly number[]): boolean {
  if (parts.every((part) => (lines[part]?.line.netCents ?? null) === null)) return false;
  return line.netCents === null || line.netCents === sumOf(lines, parts);
}
