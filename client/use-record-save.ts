import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FieldIssue } from "../shared/field-issues.ts";
import type { FieldErrors } from "./form-issues.ts";
import { readForm, serverErrors } from "./form-issues.ts";
import { useLocale } from "./ui/locale.ts";

type Refused = { saved: false; issues: FieldIssue[] };

export interface RecordSave<Output, Saved extends { saved: true }> {
  /** The schema that the server reads the record with. */
  schema: Parameters<typeof readForm<Output>>[0];
  save(input: Output): Promise<Saved | Refused>;
  /** Every figure and list has been asked anew. */
  onSaved(result: Saved): void;
}

/** Saves what a form holds; what the schema or the server refuses is told field by field. */
export function useRecordSave<Output, Saved extends { saved: true }>(
  record: RecordSave<Output, Saved>,
): {
  errors: FieldErrors;
  /** What the server refused last; empty: nothing. */
  refused: readonly FieldIssue[];
  busy: boolean;
  submit(typed: unknown): void;
} {
  const queryClient = useQueryClient();
  const locale = useLocale();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refused, setRefused] = useState<readonly FieldIssue[]>([]);
  const save = useMutation({
    mutationFn: (input: Output) => record.save(input),
    onSuccess: async (result) => {
      if (!result.saved) {
        setErrors(serverErrors(result.issues, locale));
        setRefused(result.issues);
        return;
      }
      await queryClient.invalidateQueries();
      record.onSaved(result);
    },
  });
  function submit(typed: unknown): void {
    const reading = readForm(record.schema, typed, locale);
    setErrors(reading.ok ? {} : reading.errors);
    setRefused([]);
    if (reading.ok) save.mutate(reading.value);
  }
  return { errors, refused, busy: save.isPending, submit };
}
