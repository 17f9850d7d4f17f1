import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Moved } from "../../shared/moves.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import {
  INSERTION_STATUSES,
  LEGAL_FORMS,
  SOCIAL_STATUS_LABELS,
  SOCIAL_STATUS_WORDS,
  SOCIAL_STATUSES,
} from "../../shared/social-statuses.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";
import { supplierStatusInputSchema } from "../../shared/supplier-statuses.ts";
import { shownDate } from "../certificate-fields.tsx";
import { readToday } from "../today.ts";
import { useTRPCClient } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";

interface StatusFormProps {
  id: string;
  supplierId: string;
  /** Null: a new one. */
  status: SupplierStatus | null;
  onSaved: (moved: Moved | null) => void;
}

/** What the supplier is, from when to when, and what proves it; each choice says what it means. */
export function StatusForm({ id, supplierId, status, onSaved }: StatusFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [today] = useState(readToday);
  const [draft, setDraft] = useState(() => ({
    status: status?.status ?? ("ASSOCIATION" as SupplierStatus["status"]),
    reference: status?.reference ?? "",
    validFrom: shownDate(status?.validFrom ?? null),
    validTo: shownDate(status?.validTo ?? null),
  }));
  const change = (part: Partial<typeof draft>): void => setDraft((now) => ({ ...now, ...part }));
  const client = useTRPCClient();
  const { errors, busy, submit } = useRecordSave({
    schema: supplierStatusInputSchema,
    save: (input) => client.supplierStatuses.save.mutate({ id, supplierId, input }),
    onSaved: (result) => onSaved(result.moved),
  });
  const form = useFocusFirstError(errors);
  const choice = (value: SupplierStatus["status"]) => ({ value, label: SOCIAL_STATUS_LABELS[value][locale] });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({
          status: draft.status,
          reference: draft.reference.trim() === "" ? null : draft.reference,
          validFrom: typedDate(draft.validFrom, today),
          validTo: typedDate(draft.validTo, today),
        });
      }}
    >
      <Stack>
        <NativeSelect
          label={t`Statut`}
          description={SOCIAL_STATUS_WORDS[draft.status][locale]}
          required
          value={draft.status}
          error={errors.status}
          data={[
            { group: t`Forme juridique`, items: LEGAL_FORMS.map(choice) },
            { group: t`Insertion et handicap`, items: INSERTION_STATUSES.map(choice) },
            { group: t`Agrément, label, charte`, items: (["ESUS", "LABEL", "CHARTER"] as const).map(choice) },
          ]}
          onChange={(event) => {
            const chosen = SOCIAL_STATUSES.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) change({ status: chosen });
          }}
        />
        <Group grow align="flex-start">
          <DateField
            label={t`Depuis le`}
            description={t`Vide : depuis toujours.`}
            context={{ today }}
            value={draft.validFrom}
            error={errors.validFrom}
            onChange={(validFrom) => change({ validFrom })}
          />
          <DateField
            label={t`Jusqu'au`}
            description={t`Vide : sans fin.`}
            context={{ today }}
            value={draft.validTo}
            error={errors.validTo}
            onChange={(validTo) => change({ validTo })}
          />
        </Group>
        <TextInput
          label={t`Ce qui le prouve`}
          description={t`Numéro de l'agrément, de la convention, du registre ou de la délibération ; vide, il reste « déclaré ».`}
          value={draft.reference}
          error={errors.reference}
          onChange={(event) => change({ reference: event.currentTarget.value })}
        />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer le statut</Trans>
        </Button>
      </Stack>
    </form>
  );
}

/** What is no date stays as typed, to be refused. */
function typedDate(text: string, today: string): string | null {
  if (text.trim() === "") return null;
  const reading = parseDate(text, { today });
  return reading.ok ? reading.value : text;
}
