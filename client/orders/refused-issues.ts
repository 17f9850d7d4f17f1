import type { OrderIssue } from "../../shared/orders.ts";
import type { Header } from "./order-header.ts";
import { DATE_FIELDS } from "./order-header.ts";

/** The order as the server refused it, beside what is on screen. */
export interface SinceRefusal {
  sent: Header;
  shown: Header;
  /** No line changed. */
  sameLines: boolean;
}

/** What the server refused and nobody has mended yet. */
export function standingIssues(
  issues: readonly OrderIssue[],
  { sent, shown, sameLines }: SinceRefusal,
): readonly OrderIssue[] {
  return issues.filter((issue) => {
    const dates = datesOf(issue);
    return dates.length === 0 ? sameLines : dates.every((field) => sent[field] === shown[field]);
  });
}

/** Each issue once: this page may find by itself what the server refused. */
export function withIssues(
  found: readonly OrderIssue[],
  refused: readonly OrderIssue[],
): readonly OrderIssue[] {
  const isFound = ({ line, field, code }: OrderIssue) =>
    found.some((issue) => issue.line === line && issue.field === field && issue.code === code);
  const others = refused.filter((issue) => !isFound(issue));
  return others.length === 0 ? found : [...found, ...others];
}

/** The dates of the strip that an issue is about. */
function datesOf({ field, code }: OrderIssue): (typeof DATE_FIELDS)[number][] {
  const isPair = code === "DELIVERED_BEFORE_ORDERED" || code === "INVOICED_BEFORE_ORDERED";
  const isDate = DATE_FIELDS.some((date) => date === field);
  return DATE_FIELDS.filter((date) => date === field || (isDate && isPair && date === "orderedOn"));
}
