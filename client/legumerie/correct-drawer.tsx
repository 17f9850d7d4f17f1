import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { formatKg } from "../../shared/format/measures.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { newId } from "../../shared/ids.ts";
import type { CorrectionPart } from "../../shared/legumerie/corrections.ts";
import { correctionSchema } from "../../shared/legumerie/corrections.ts";
import { massBalance } from "../../shared/legumerie/mass-balance.ts";
import { useTRPC } from "../trpc.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import { BalanceNote } from "./balance-note.tsx";
import classes from "./legumerie.module.css";
import { scaledOf } from "./lot-draft.ts";
import { useLedgerSave } from "./use-ledger-save.ts";

/** One weight that may be put right. Grams as they stand. */
export interface CorrectablePart {
  part: CorrectionPart;
  batchId: string | null;
  subjectId: string;
  label: string;
  grams: number;
}

interface CorrectDrawerProps {
  legumerieId: string;
  /** What may be corrected together; null: closed. */
  parts: readonly CorrectablePart[] | null;
  onClose: () => void;
}

/** Weights put right by an entry of their own: what was written stays. */
export function CorrectDrawer({ legumerieId, parts, onClose }: CorrectDrawerProps): React.ReactNode {
  const { t } = useLingui();
  return (
    <SideDrawer title={t`Corriger des pesées`} size="xl" opened={parts !== null} onClose={onClose}>
      {parts !== null && <CorrectForm legumerieId={legumerieId} parts={parts} onSaved={onClose} />}
    </SideDrawer>
  );
}

function CorrectForm({
  legumerieId,
  parts,
  onSaved,
}: {
  legumerieId: string;
  parts: readonly CorrectablePart[];
  onSaved: () => void;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [id] = useState(newId);
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState(() =>
    parts.map(({ grams }) => formatEntry({ value: grams, decimals: 3 }, "fr")),
  );
  const save = useMutation(useTRPC().legumerieLedger.correct.mutationOptions());
  const { errors, submit } = useLedgerSave(correctionSchema, onSaved);
  const changed = parts.flatMap((part, index) => {
    const grams = scaledOf(typed[index] ?? "", 3);
    return grams === null || grams === part.grams ? [] : [{ ...part, index, grams: grams - part.grams }];
  });
  const gramsOf = (wanted: CorrectionPart) =>
    parts.flatMap(({ part, grams }, index) =>
      part === wanted ? [{ grams: scaledOf(typed[index] ?? "", 3) ?? grams }] : [],
    );
  const refused = changed.map((_, at) => errors[`lines.${at}.grams`]);
  return (
    <form
      noValidate
      className={classes.touch}
      onSubmit={(event) => {
        event.preventDefault();
        const lines = changed.map(({ part, batchId, subjectId, grams }) => ({
          part,
          batchId,
          subjectId,
          grams,
        }));
        submit(
          { id, reason: reason.trim() === "" ? null : reason, lines },
          { mutate: (correction, options) => save.mutate({ legumerieId, correction }, options) },
        );
      }}
    >
      <p>
        <Trans>
          Tapez le poids juste. L'ancien reste écrit, la correction s'ajoute avec sa raison et sa date.
        </Trans>
      </p>
      <div className={classes.fields}>
        {parts.map((part, index) => {
          const stands = formatKg(part.grams, locale);
          const at = changed.findIndex((line) => line.index === index);
          return (
            <NumberField
              key={`${part.part} ${part.subjectId}`}
              label={part.label}
              description={t`Écrit : ${stands}`}
              decimals={3}
              unit="kg"
              value={typed[index] ?? ""}
              onChange={(text) => setTyped((now) => now.map((old, one) => (one === index ? text : old)))}
              error={at === -1 ? undefined : refused[at]}
            />
          );
        })}
      </div>
      {parts.some(({ batchId }) => batchId !== null) && (
        <BalanceNote
          balance={massBalance({
            inputs: gramsOf("INPUT"),
            outputs: gramsOf("OUTPUT").map(({ grams }) => ({ netGrams: grams })),
            losses: gramsOf("LOSS"),
          })}
        />
      )}
      <TextInput
        label={t`Raison de la correction`}
        required
        placeholder={t`tare oubliée`}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errors.reason}
      />
      {errors.balance !== undefined && (
        <Alert color="red" role="alert">
          {errors.balance}
        </Alert>
      )}
      <Button type="submit" size="md" loading={save.isPending} disabled={changed.length === 0}>
        <Trans>Enregistrer la correction</Trans>
      </Button>
    </form>
  );
}
