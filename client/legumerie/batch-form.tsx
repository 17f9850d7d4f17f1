import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { batchSchema, CUT_LABELS, CUTS } from "../../shared/legumerie.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { BalanceNote } from "./balance-note.tsx";
import type { BatchDraft } from "./batch-draft.ts";
import { batchDraftOf, draftBalance, newBatchDraft, typedBatch } from "./batch-draft.ts";
import { BatchInputs } from "./batch-inputs.tsx";
import { BatchLosses } from "./batch-losses.tsx";
import { BatchOutputs } from "./batch-outputs.tsx";
import classes from "./legumerie.module.css";
import { useLedgerSave } from "./use-ledger-save.ts";
import type { LedgerBatch } from "./workshop.ts";

interface BatchFormProps {
  id: string;
  legumerieId: string;
  /** Null: a new one. */
  batch: LedgerBatch | null;
  /** What a new one starts with; absent: nothing. */
  start?: BatchDraft;
  onSaved: () => void;
}

/** A batch: what goes in, what comes out, what is lost; kept open, or ended when the kilos add up. */
export function BatchForm({ id, legumerieId, batch, start, onSaved }: BatchFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [today] = useState(readToday);
  const [draft, setDraft] = useState(() => start ?? startingDraft(batch, today));
  const save = useMutation(useTRPC().legumerie.saveBatch.mutationOptions());
  const { errors, submit } = useLedgerSave(batchSchema, onSaved);
  const change = (part: Partial<BatchDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const parts = { draft, change, errors, today };

  function send(end: boolean): void {
    submit(typedBatch(draft, { id, today, end }), {
      mutate: (value, options) => save.mutate({ legumerieId, batch: value }, options),
    });
  }
  return (
    <form
      noValidate
      className={classes.touch}
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <div className={classes.fields}>
        <DateField
          label={t`Commencée le`}
          required
          context={{ today }}
          value={draft.started}
          onChange={(started) => change({ started })}
          error={errors.startedOn}
        />
        <NativeSelect
          label={t`Découpe`}
          value={draft.cut}
          data={CUTS.map((value) => ({ value, label: CUT_LABELS[value][locale] }))}
          onChange={(event) =>
            change({ cut: CUTS.find((cut) => cut === event.currentTarget.value) ?? draft.cut })
          }
        />
        <DateField
          label={t`Terminée le`}
          description={t`Vide : aujourd'hui, quand vous terminez.`}
          context={{ today }}
          value={draft.ended}
          onChange={(ended) => change({ ended })}
          error={errors.endedOn}
        />
      </div>
      <BatchInputs {...parts} legumerieId={legumerieId} stored={batch} />
      <BatchOutputs {...parts} />
      <BatchLosses {...parts} />
      <BalanceNote balance={draftBalance(draft)} />
      {errors.balance !== undefined && (
        <Alert color="red" role="alert">
          {errors.balance}
        </Alert>
      )}
      <Group>
        <Button type="submit" size="md" variant="default" loading={save.isPending}>
          <Trans>Garder en cours</Trans>
        </Button>
        <Button type="button" size="md" loading={save.isPending} onClick={() => send(true)}>
          <Trans>Terminer la transformation</Trans>
        </Button>
      </Group>
      <span className={classes.detail}>
        <Trans>Une transformation terminée ne change plus : ses produits peuvent être livrés.</Trans>
      </span>
    </form>
  );
}

function startingDraft(batch: LedgerBatch | null, today: string): BatchDraft {
  if (batch === null) return newBatchDraft(today);
  const names = new Map(batch.products.map(({ id, name }) => [id, name]));
  return batchDraftOf(batch, (productId) => names.get(productId) ?? "");
}
