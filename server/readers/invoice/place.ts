import type { InvoiceIssue } from "../../../shared/invoice-issues.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import { clip, tidy } from "./tidy.ts";
import { findAll, findFirst } from "./walk.ts";
import type { XmlNode } from "./xml-tree.ts";

/** An element being read, with the path of `Invoice` that it fills. */
export interface Place {
  node: XmlNode | null;
  /** `seller`, `lines[3]`; empty for the invoice itself. */
  at: string;
  /** Number of the line, for its issues; null: not of a line. */
  line: string | null;
  /** Where issues are noted. */
  issues: InvoiceIssue[];
}

/** Where a value is taken from, and the field it fills. */
export interface Source {
  path: string;
  field: string;
}

/** The same noting, for an element inside. */
export function within(place: Place, node: XmlNode | null, field?: string): Place {
  return { ...place, node, at: field === undefined ? place.at : pathOf(place, field) };
}

export function pathOf({ at }: Place, field: string): string {
  return at === "" ? field : `${at}.${field}`;
}

/** Notes an issue of a field of the place. */
export function note(
  place: Place,
  field: string,
  issue: Pick<InvoiceIssue, "code" | "severity"> & Partial<InvoiceIssue>,
): void {
  place.issues.push({
    path: pathOf(place, field),
    line: place.line,
    value: null,
    expected: null,
    differenceCents: null,
    ...issue,
  });
}

/** The text at the first such element that has any; null: none. White space becomes single spaces. */
export function textAt(place: Place, { path, field }: Source): string | null {
  for (const node of findAll(place.node, path)) {
    const text = tidy(node.text);
    if (text !== "") return shorten(place, field, text);
  }
  return null;
}

/** The texts of all such elements that have any. */
export function textsAt(place: Place, { path, field }: Source): string[] {
  return findAll(place.node, path)
    .slice(0, INVOICE_LIMITS.entries)
    .map(({ text }) => shorten(place, field, tidy(text)))
    .filter((text) => text !== "");
}

/** The raw text of the first such element, trimmed; for codes and numbers. Null: absent or empty. */
export function rawAt(place: Place, path: string): string | null {
  const text = tidy(findFirst(place.node, path)?.text ?? "");
  return text === "" ? null : clip(text, INVOICE_LIMITS.text);
}

function shorten(place: Place, field: string, text: string): string {
  if (text.length <= INVOICE_LIMITS.text) return text;
  note(place, field, { code: "TEXT_SHORTENED", severity: "warning", value: String(text.length) });
  return clip(text, INVOICE_LIMITS.text);
}
