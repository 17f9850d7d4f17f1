import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { CriterionResult } from "../../shared/accessibility.ts";
import { accessibilityState } from "../../shared/accessibility.ts";

/** One row of rgaa.csv. */
export interface Criterion {
  /** « 10.11 ». */
  criterion: string;
  title: string;
  result: CriterionResult;
  /** `file#title` of a test; empty: looked at by a person, or not applicable. */
  test: string;
  /** What was found, when and where; or why it is not applicable. */
  finding: string;
}

export const ROOT = join(import.meta.dirname, "../..");

export function readCriteria(): Criterion[] {
  const text = readFileSync(join(import.meta.dirname, "rgaa.csv"), "utf8");
  return Papa.parse<Criterion>(text, { header: true, skipEmptyLines: true }).data;
}

/** The files that the pages are made of, by path: written by `node test/accessibility/write-statement.ts`. */
export function statementFiles(criteria: readonly Criterion[]): Record<string, string> {
  const counts = { C: 0, NC: 0, NA: 0 };
  for (const { result } of criteria) counts[result] += 1;
  const dates = criteria.map(({ finding }) => /^\d{4}-\d{2}-\d{2}/.exec(finding)?.[0] ?? "").toSorted();
  const state = { state: accessibilityState(counts), counts, date: dates.at(-1) ?? "" };
  const findings = criteria.map(({ criterion, title, result, finding }) => ({
    criterion,
    title,
    result,
    finding: finding.replace(/^\d{4}-\d{2}-\d{2}, /, ""),
  }));
  return {
    "client/accessibility-state.ts": [
      'import type { AccessibilityState, CriterionCounts } from "../shared/accessibility.ts";',
      "",
      "/** Written from test/accessibility/rgaa.csv. */",
      "export const ACCESSIBILITY: { state: AccessibilityState; counts: CriterionCounts; date: string } =",
      `  ${JSON.stringify(state)};`,
      "",
    ].join("\n"),
    "client/accessibility/findings.ts": [
      'import type { CriterionResult } from "../../shared/accessibility.ts";',
      "",
      "interface CriterionFinding {",
      "  criterion: string;",
      "  title: string;",
      "  result: CriterionResult;",
      "  finding: string;",
      "}",
      "",
      "/** Written from test/accessibility/rgaa.csv. */",
      "export const CRITERION_FINDINGS: readonly CriterionFinding[] = JSON.parse(`",
      ...findings.map(
        (one, index) =>
          `${index === 0 ? "[" : ","}${JSON.stringify(one).replaceAll("\\", "\\\\").replaceAll("`", "\\`")}`,
      ),
      "]`);",
      "",
    ].join("\n"),
  };
}
