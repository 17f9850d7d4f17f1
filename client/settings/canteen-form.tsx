import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Canteen } from "../../shared/canteens.ts";
import { canteenInputSchema, SECTOR_LABELS, SECTORS } from "../../shared/canteens.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { REGIME_LABELS, REGIMES } from "../../shared/law/targets.ts";
import type { Moved } from "../../shared/moves.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import { CommuneSelect } from "../commune-select.tsx";
import { PositionFields, positionText, readPosition } from "../position-fields.tsx";
import { useTRPCClient } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
import type { ShownCanteen } from "./canteens-section.tsx";

interface CanteenFormProps {
  id: string;
  /** Null: a new one. */
  canteen: ShownCanteen | null;
  canteens: readonly ShownCanteen[];
  onSaved: (moved: Moved | null) => void;
}

export function CanteenForm({ id, canteen, canteens, onSaved }: CanteenFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [draft, setDraft] = useState(() => draftOf(canteen));
  const [position, setPosition] = useState(() => positionText(canteen?.position ?? null, locale));
  const client = useTRPCClient();
  const { errors, busy, submit } = useRecordSave({
    schema: canteenInputSchema,
    save: (input) => client.canteens.save.mutate({ id, input }),
    onSaved: (result) => onSaved(result.moved),
  });
  const form = useFocusFirstError(errors);
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }));
  const kitchens = canteens.filter((other) => other.id !== id && other.centralKitchenId === null);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({
          ...draft,
          uai: draft.uai.trim() === "" ? null : draft.uai,
          mealsPerYear: readMeals(draft.mealsPerYear),
          position: readPosition(position),
        });
      }}
    >
      <Stack>
        <TextInput
          label={t`Nom`}
          required
          value={draft.name}
          error={errors.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t`SIRET`}
          required
          inputMode="numeric"
          value={draft.siret}
          error={errors.siret}
          onChange={(event) => change({ siret: event.currentTarget.value })}
        />
        <TextInput
          label={t`Numéro UAI`}
          description={t`D'un établissement scolaire : 7 chiffres et une lettre.`}
          value={draft.uai}
          error={errors.uai}
          onChange={(event) => change({ uai: event.currentTarget.value })}
        />
        <NativeSelect
          label={t`Secteur`}
          value={draft.sector}
          data={SECTORS.map((value) => ({ value, label: SECTOR_LABELS[value][locale] }))}
          onChange={(event) => {
            const sector = SECTORS.find((value) => value === event.currentTarget.value);
            if (sector !== undefined) change({ sector });
          }}
        />
        <NativeSelect
          label={t`Objectifs légaux à suivre`}
          value={draft.regime}
          data={REGIMES.map((value) => ({ value, label: REGIME_LABELS[value][locale] }))}
          onChange={(event) => {
            const regime = REGIMES.find((value) => value === event.currentTarget.value);
            if (regime !== undefined) change({ regime });
          }}
        />
        <CommuneSelect
          label={t`Commune`}
          required
          code={draft.commune === "" ? null : draft.commune}
          error={errors.commune}
          onChange={(code) => change({ commune: code ?? "" })}
        />
        <PositionFields
          value={position}
          onChange={setPosition}
          description={t`De la cuisine, pour une distance plus sûre que celle de la commune.`}
          error={errors.position}
        />
        <NativeSelect
          label={t`Cuisine centrale`}
          value={draft.centralKitchenId ?? ""}
          error={errors.centralKitchenId}
          data={[
            { value: "", label: t`Cuisine sur place` },
            ...kitchens.map((other) => ({ value: other.id, label: other.name })),
          ]}
          onChange={(event) =>
            change({ centralKitchenId: event.currentTarget.value === "" ? null : event.currentTarget.value })
          }
        />
        <NumberField
          label={t`Repas par an`}
          decimals={0}
          value={draft.mealsPerYear}
          error={errors.mealsPerYear}
          onChange={(mealsPerYear) => change({ mealsPerYear })}
        />
        <Checkbox
          label={t`Ouverte`}
          checked={draft.active}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </Stack>
    </form>
  );
}

type Draft = ReturnType<typeof draftOf>;

function draftOf(canteen: Canteen | null) {
  return {
    name: canteen?.name ?? "",
    siret: canteen?.siret ?? "",
    uai: canteen?.uai ?? "",
    sector: canteen?.sector ?? ("COLLEGE" as Canteen["sector"]),
    regime: canteen?.regime ?? ("hexagone-public" as Canteen["regime"]),
    commune: canteen?.commune ?? "",
    centralKitchenId: canteen?.centralKitchenId ?? null,
    mealsPerYear:
      canteen?.mealsPerYear == null ? "" : formatEntry({ value: canteen.mealsPerYear, decimals: 0 }, "fr"),
    active: canteen?.active ?? true,
  };
}

/** Null while empty; what cannot be read is left for the schema to refuse. */
function readMeals(text: string): number | null {
  if (text.trim() === "") return null;
  const reading = parseScaled(text, 0);
  return reading.ok ? reading.value : Number.NaN;
}
