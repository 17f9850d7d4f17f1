import type { FieldIssue } from "./field-issues.ts";
import type { Id } from "./ids.ts";
import type { Moved } from "./moves.ts";

/** Kept, with what it moved among the caller's canteens (null: no line was concerned), or refused field by field. */
export type SaveResult =
  | { saved: true; id: Id; moved: Moved | null }
  | { saved: false; issues: FieldIssue[] };
