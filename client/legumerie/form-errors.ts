import type * as z from "zod/mini";
import { fieldIssueSentence } from "../../shared/field-issues.ts";
import type { LegumerieIssue } from "../../shared/legumerie/issues.ts";
import { legumerieSentence } from "../../shared/legumerie/issues.ts";
import type { Locale } from "../../shared/locales.ts";

/** The sentence under each refused field, by its path: `inputs.0.grams`. */
export type PathErrors = Readonly<Record<string, string>>;

type Schema<Output> = {
  safeParse: (input: unknown) => z.core.util.SafeParseResult<Output>;
};

/** What was typed, read by the schema the server uses too; what is missing is « à remplir ». */
export function readTyped<Output>(
  schema: Schema<Output>,
  typed: unknown,
  locale: Locale,
): { ok: true; value: Output } | { ok: false; errors: PathErrors } {
  const result = schema.safeParse(typed);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of result.error.issues) {
    const missing = valueAt(typed, path) === null;
    errors[path.join(".")] ??= fieldIssueSentence(missing ? "required" : message, locale);
  }
  return { ok: false, errors };
}

/** The sentences of what the server refused, by path. */
export function refusals(issues: readonly LegumerieIssue[], locale: Locale): PathErrors {
  return Object.fromEntries(issues.map((issue) => [issue.field, legumerieSentence(issue, locale)]));
}

function valueAt(typed: unknown, path: readonly PropertyKey[]): unknown {
  let value = typed;
  for (const key of path) value = value === null ? null : Reflect.get(Object(value), key);
  return value ?? null;
}
