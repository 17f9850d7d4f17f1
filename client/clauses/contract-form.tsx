import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Contract } from "../../shared/contracts.ts";
import {
  CONTRACT_KIND_LABELS,
  CONTRACT_KINDS,
  CONTRACT_PROCEDURE_LABELS,
  CONTRACT_PROCEDURES,
  contractInputSchema,
} from "../../shared/contracts.ts";
import { readToday } from "../today.ts";
import { useTRPCClient } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
import classes from "./clauses.module.css";
import { draftOf, newLot, typedContract } from "./contract-draft.ts";
import { LotFields } from "./lot-fields.tsx";

interface ContractFormProps {
  id: string;
  /** Null: a new one. */
  contract: Contract | null;
  onSaved: (id: string) => void;
}

/** A contract with its lots, their clauses and employers, saved whole. */
export function ContractForm({ id, contract, onSaved }: ContractFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const client = useTRPCClient();
  const [today] = useState(readToday);
  const [draft, setDraft] = useState(() => draftOf(contract, locale));
  const { errors, busy, submit } = useRecordSave({
    schema: contractInputSchema,
    save: (input) => client.clauses.save.mutate({ id, input }),
    onSaved: (saved) => onSaved(saved.id),
  });
  const form = useFocusFirstError(errors);
  const change = (part: Partial<typeof draft>): void => setDraft((now) => ({ ...now, ...part }));
  const context = { today };
  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(typedContract(draft, today));
      }}
    >
      <div className={classes.fields}>
        <TextInput
          label={t`Numéro du marché`}
          required
          value={draft.number}
          error={errors.number}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <TextInput
          label={t`Objet`}
          required
          value={draft.subject}
          error={errors.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
        <NativeSelect
          label={t`Nature`}
          value={draft.kind}
          data={CONTRACT_KINDS.map((value) => ({ value, label: CONTRACT_KIND_LABELS[value][locale] }))}
          onChange={(event) => {
            const kind = CONTRACT_KINDS.find((one) => one === event.currentTarget.value);
            if (kind !== undefined) change({ kind });
          }}
        />
        <NativeSelect
          label={t`Procédure`}
          value={draft.procedure ?? ""}
          data={[
            { value: "", label: t`non précisée` },
            ...CONTRACT_PROCEDURES.map((value) => ({
              value,
              label: CONTRACT_PROCEDURE_LABELS[value][locale],
            })),
          ]}
          onChange={(event) =>
            change({
              procedure: CONTRACT_PROCEDURES.find((one) => one === event.currentTarget.value) ?? null,
            })
          }
        />
        <DateField
          label={t`Début`}
          required
          context={context}
          value={draft.startsOn}
          error={errors.startsOn}
          onChange={(startsOn) => change({ startsOn })}
        />
        <DateField
          label={t`Fin`}
          required
          context={context}
          value={draft.endsOn}
          error={errors.endsOn}
          onChange={(endsOn) => change({ endsOn })}
        />
      </div>
      {draft.lots.map((lot, index) => (
        <LotFields
          key={lot.id}
          lot={lot}
          only={draft.lots.length === 1}
          today={today}
          path={`lots.${index}`}
          errors={errors}
          onChange={(changed) =>
            setDraft((now) => ({
              ...now,
              lots: now.lots.map((one) => (one.id === lot.id ? { ...one, ...changed } : one)),
            }))
          }
          onRemove={() => setDraft((now) => ({ ...now, lots: now.lots.filter((one) => one.id !== lot.id) }))}
        />
      ))}
      {errors.lots !== undefined && (
        <Text c="red" role="alert">
          {Object.keys(errors).some((key) => key.startsWith("lots.")) ? (
            <Trans>Une case des lots est à corriger ci-dessus.</Trans>
          ) : (
            errors.lots
          )}
        </Text>
      )}
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => setDraft((now) => ({ ...now, lots: [...now.lots, newLot()] }))}
        >
          <Trans>Ajouter un lot</Trans>
        </Button>
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer le marché</Trans>
        </Button>
      </div>
    </form>
  );
}
