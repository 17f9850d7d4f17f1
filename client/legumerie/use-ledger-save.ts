import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { LegumerieIssue } from "../../shared/legumerie/issues.ts";
import { useLocale } from "../ui/locale.ts";
import { showDoneToast } from "../ui/toasts.tsx";
import type { PathErrors } from "./form-errors.ts";
import { readTyped, refusals } from "./form-errors.ts";

type Outcome = { saved: true; id: string } | { saved: false; issues: LegumerieIssue[] };

/** Reads what was typed, sends it, and shows what is refused; `onSaved` once it is in the ledger. */
export function useLedgerSave<Typed>(
  schema: Parameters<typeof readTyped<Typed>>[0],
  onSaved: () => void,
): {
  errors: PathErrors;
  submit: (
    typed: unknown,
    save: { mutate: (value: Typed, options: { onSuccess: (outcome: Outcome) => void }) => void },
  ) => void;
} {
  const { t } = useLingui();
  const locale = useLocale();
  const queryClient = useQueryClient();
  const [errors, setErrors] = useState<PathErrors>({});

  async function finish(outcome: Outcome): Promise<void> {
    if (!outcome.saved) return setErrors(refusals(outcome.issues, locale));
    showDoneToast(t`Enregistré`);
    onSaved();
    await queryClient.invalidateQueries();
  }
  return {
    errors,
    submit: (typed, save) => {
      const reading = readTyped<Typed>(schema, typed, locale);
      setErrors(reading.ok ? {} : reading.errors);
      if (reading.ok) save.mutate(reading.value, { onSuccess: (outcome) => void finish(outcome) });
    },
  };
}
