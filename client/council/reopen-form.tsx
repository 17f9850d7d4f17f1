import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { reopenReportSchema } from "../../shared/council-report.ts";
import type { Semester } from "../../shared/semesters.ts";
import type { FieldErrors } from "../form-issues.ts";
import { readForm } from "../form-issues.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";

/** Why a report that was published is made anew. */
export function ReopenForm({
  semester,
  onSaved,
}: {
  semester: Semester;
  onSaved: () => void;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<FieldErrors>({});
  const reopen = useMutation(
    trpc.council.reopen.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries(trpc.council.pathFilter());
        onSaved();
      },
    }),
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const reading = readForm(reopenReportSchema, { semester, reason }, locale);
        setErrors(reading.ok ? {} : reading.errors);
        if (reading.ok) reopen.mutate(reading.value);
      }}
    >
      <Stack>
        <Text>
          <Trans>
            Le rapport prendra les chiffres d'aujourd'hui. Celui qui a été publié reste dans l'historique,
            avec votre raison.
          </Trans>
        </Text>
        <Textarea
          label={t`Raison`}
          required
          autosize
          data-autofocus
          value={reason}
          error={errors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" loading={reopen.isPending}>
          <Trans>Rouvrir</Trans>
        </Button>
      </Stack>
    </form>
  );
}
