import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, NativeSelect, Stack } from "@mantine/core";
import { useState } from "react";
import { yearOf } from "../../shared/calendar.ts";
import { fieldIssueSentence } from "../../shared/field-issues.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { newId } from "../../shared/ids.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import { BASES, BASIS_LABELS, INDICATOR_LABELS, INDICATORS } from "../../shared/indicators/indicators.ts";
import { targetInputSchema } from "../../shared/targets.ts";
import type { FieldErrors } from "../form-issues.ts";
import { readForm, serverErrors } from "../form-issues.ts";
import { readToday } from "../today.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { OwnTarget } from "./target-data.ts";
import type { TargetOwnerChoice } from "./use-owners.ts";
import type { TargetWrites } from "./use-target-writes.ts";

const YEARS_AHEAD = 10;

export interface TargetFormProps {
  /** Null: a new one. */
  target: OwnTarget | null;
  owners: readonly TargetOwnerChoice[];
  writes: TargetWrites;
  onDone: () => void;
}

/** Whose target, on what, which year, how much. */
export function TargetForm({ target, owners, writes, onDone }: TargetFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const thisYear = yearOf(readToday());
  const [id] = useState(() => target?.id ?? newId());
  const [ownerKey, setOwnerKey] = useState(
    () =>
      owners.find((owner) => owner.canteenId === (target?.canteenId ?? null))?.key ?? owners[0]?.key ?? "",
  );
  const [indicator, setIndicator] = useState<Indicator>(target?.indicator ?? "SHORT_OR_LOCAL");
  const [basis, setBasis] = useState<Basis>(target?.basis ?? "value");
  const [year, setYear] = useState(target?.year ?? thisYear);
  const [shareText, setShareText] = useState(() =>
    target === null ? "" : formatEntry({ value: target.shareBp, decimals: 2 }, locale),
  );
  const [shareBp, setShareBp] = useState<number | null>(target?.shareBp ?? null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const owner = owners.find(({ key }) => key === ownerKey);

  async function save(): Promise<void> {
    if (shareText.trim() === "") return setErrors({ shareBp: fieldIssueSentence("required", locale) });
    const reading = readForm(targetInputSchema, { indicator, basis, year, shareBp }, locale);
    if (!reading.ok) return setErrors(reading.errors);
    if (owner === undefined) return;
    const result = await writes.save(owner.canteenId, { id, input: reading.value });
    if (result.saved) onDone();
    else setErrors(serverErrors(result.issues, locale));
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <NativeSelect
          label={t`Pour`}
          value={ownerKey}
          disabled={target !== null}
          data={owners.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(event) => setOwnerKey(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`Indicateur`}
          value={indicator}
          error={errors.indicator}
          data={INDICATORS.map((one) => ({ value: one, label: INDICATOR_LABELS[one][locale] }))}
          onChange={(event) =>
            setIndicator(INDICATORS.find((one) => one === event.currentTarget.value) ?? indicator)
          }
        />
        <NativeSelect
          label={t`Base de calcul`}
          value={basis}
          data={BASES.map((one) => ({ value: one, label: BASIS_LABELS[one][locale] }))}
          onChange={(event) => setBasis(BASES.find((one) => one === event.currentTarget.value) ?? basis)}
        />
        <NativeSelect
          label={t`Année`}
          value={String(year)}
          data={yearsAround(thisYear, year)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
        />
        <NumberField
          label={t`Part à atteindre`}
          value={shareText}
          onChange={(text, scaled) => {
            setShareText(text);
            setShareBp(scaled);
          }}
          decimals={2}
          unit="%"
          required
          error={errors.shareBp}
          data-autofocus
        />
        {owner === undefined && (
          <Alert color="red">
            <Trans>Vous ne pouvez fixer d'objectif pour aucune cantine.</Trans>
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Fermer</Trans>
          </Button>
          <Button type="submit" loading={writes.pending}>
            <Trans>Enregistrer</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function yearsAround(thisYear: number, chosen: number): string[] {
  const years = Array.from({ length: YEARS_AHEAD + 4 }, (_, index) => thisYear - 3 + index);
  return [...new Set([...years, chosen])].toSorted((a, b) => a - b).map(String);
}
