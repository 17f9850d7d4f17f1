import type { UnknownWord } from "../table-mapping/questions.ts";
import type { TargetField } from "../table-mapping/targets.ts";
import type { Correction, CorrectionCode, FileIssue, FileIssueCode } from "./issues.ts";
import { CORRECTIONS } from "./issues.ts";

/** `strict`: what the State's platform would not take as written is refused. */
export const READING_MODES = ["forgiving", "strict"] as const;
export type ReadingMode = (typeof READING_MODES)[number];

/** Different examples kept of one kind of correction. */
export const CORRECTION_EXAMPLES = 5;
/** Issues kept of one file; more are counted, not kept. */
export const MAX_ISSUES = 100_000;
/** Different unknown words kept of one file: nobody answers more. */
export const MAX_UNKNOWN_WORDS = 500;

/** Where something is said of the file. */
export interface Where {
  row: number | null;
  column: string | null;
  /** What the column stands for; null or absent: the column's own name says it. */
  field?: TargetField | null;
}

/** Gathers what is wrong in a file and what was read although it was written otherwise. */
export interface Notes {
  readonly mode: ReadingMode;
  readonly issues: FileIssue[];
  /** All of them, kept or not. */
  issueCount(): number;
  /** How often anything at all was noted. */
  said(): number;
  corrections(): Correction[];
  unknownWords(): UnknownWord[];
  refuse(where: Where, value: string, why: { code: FileIssueCode; suggestion?: string | null }): void;
  /** Notes the correction, or refuses it when the mode is strict and the platform would. */
  correct(where: Where, value: string, made: { code: CorrectionCode; result: string }): void;
  /** Counts a word that no list knows, so that it can be answered once for all its rows. */
  wonder(where: Where, text: string, suggestion: string | null): void;
}

/** Empty notes of one reading. */
export function takeNotes(mode: ReadingMode): Notes {
  const issues: FileIssue[] = [];
  const corrections = new Map<string, Correction>();
  const words = new Map<string, UnknownWord>();
  let issueCount = 0;
  let said = 0;

  function refuse(
    { row, column }: Where,
    value: string,
    { code, suggestion = null }: { code: FileIssueCode; suggestion?: string | null },
  ): void {
    said += 1;
    issueCount += 1;
    if (issues.length < MAX_ISSUES) issues.push({ row, column, value: shorten(value), code, suggestion });
  }

  function wonder({ field }: Where, text: string, suggestion: string | null): void {
    if (field === undefined || field === null || text.length > 300) return;
    said += 1;
    const key = `${field}/${text}`;
    const known = words.get(key);
    if (known !== undefined) known.rows += 1;
    else if (words.size < MAX_UNKNOWN_WORDS) words.set(key, { field, text, rows: 1, suggestion });
  }

  return {
    mode,
    issues,
    issueCount: () => issueCount,
    said: () => said,
    corrections: () => [...corrections.values()],
    unknownWords: () => [...words.values()],
    refuse,
    wonder,
    correct({ row, column }, value, { code, result }) {
      said += 1;
      const refusal = CORRECTIONS[code];
      if (mode === "strict" && refusal !== null) {
        refuse({ row, column }, value, { code: refusal, suggestion: result === "" ? null : result });
        return;
      }
      const key = `${code}/${column}`;
      const kept = corrections.get(key) ?? { code, column, count: 0, examples: [] };
      corrections.set(key, kept);
      kept.count += 1;
      if (kept.examples.length < CORRECTION_EXAMPLES && kept.examples.every((each) => each.value !== value))
        kept.examples.push({ row, value: shorten(value), result: shorten(result) });
    },
  };
}

/** A cell of a hostile file may hold 64 KiB: nobody needs more than its start to find it. */
function shorten(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}
