import type * as z from "zod/mini";
import type { FieldIssue } from "../shared/field-issues.ts";
import { fieldIssueSentence } from "../shared/field-issues.ts";
import type { Locale } from "../shared/locales.ts";

/** The sentence under each refused field, by the field's name, and by its whole path (`lots.0.amount`) inside a list. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What a form holds once its schema has read it, or the sentence of each refused field. */
export type FormReading<Output> = { ok: true; value: Output } | { ok: false; errors: FieldErrors };

/** Reads what was typed through the schema that the server uses too. */
export function readForm<Output>(
  schema: z.core.$ZodType<Output> & { safeParse: (input: unknown) => z.core.util.SafeParseResult<Output> },
  input: unknown,
  locale: Locale,
): FormReading<Output> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? "");
    const sentence = fieldIssueSentence(issue.message, locale);
    errors[field] ??= sentence;
    errors[issue.path.join(".")] ??= sentence;
  }
  return { ok: false, errors };
}

/** The sentences of the fields that the server refused. */
export function serverErrors(issues: readonly FieldIssue[], locale: Locale): FieldErrors {
  return Object.fromEntries(issues.map((issue) => [issue.field, fieldIssueSentence(issue.code, locale)]));
}
