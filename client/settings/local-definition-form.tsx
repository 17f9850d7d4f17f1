import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, NativeSelect, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LOCAL_SCOPES } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import type { DatedLocalDefinition } from "../../shared/local-definitions.ts";
import {
  LOCAL_SCOPE_LABELS,
  localDefinitionInputSchema,
  USUAL_RADII_KM,
} from "../../shared/local-definitions.ts";
import type { Moved } from "../../shared/moves.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import { readToday } from "../today.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";

interface LocalDefinitionFormProps {
  id: string;
  /** Null: a new one. */
  definition: DatedLocalDefinition | null;
  onSaved: (moved: Moved | null) => void;
}

export function LocalDefinitionForm({ id, definition, onSaved }: LocalDefinitionFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [today] = useState(readToday);
  const [from, setFrom] = useState(definition === null ? "" : formatDateShort(definition.validFrom, "fr"));
  const [scope, setScope] = useState<DatedLocalDefinition["scope"]>(definition?.scope ?? "KM");
  const [km, setKm] = useState(
    definition === null || definition.radiusM === null
      ? "80"
      : formatEntry({ value: definition.radiusM, decimals: 3 }, locale),
  );
  const client = useTRPCClient();
  const { errors, busy, submit } = useRecordSave({
    schema: localDefinitionInputSchema,
    save: (input) => client.localDefinitions.save.mutate({ id, input }),
    onSaved: (result) => onSaved(result.moved),
  });
  const form = useFocusFirstError(errors);
  const usual = USUAL_RADII_KM.join(", ");
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const date = parseDate(from, { today });
        const radius = parseScaled(km, 3);
        submit({
          validFrom: date.ok ? date.value : from,
          scope,
          radiusM: scope === "KM" ? (radius.ok ? radius.value : Number.NaN) : null,
        });
      }}
    >
      <Stack>
        <DateField
          label={t`À partir du`}
          required
          context={{ today }}
          value={from}
          error={errors.validFrom}
          onChange={(text) => setFrom(text)}
        />
        <NativeSelect
          label={t`Périmètre`}
          value={scope}
          data={LOCAL_SCOPES.map((value) => ({ value, label: LOCAL_SCOPE_LABELS[value][locale] }))}
          onChange={(event) => {
            const chosen = LOCAL_SCOPES.find((value) => value === event.currentTarget.value);
            if (chosen !== undefined) setScope(chosen);
          }}
        />
        {scope === "KM" && (
          <NumberField
            label={t`Distance`}
            description={t`À vol d'oiseau, de la cantine au lieu de production. Usages : ${usual} km.`}
            required
            unit="km"
            decimals={3}
            value={km}
            error={errors.radiusM}
            onChange={(text) => setKm(text)}
          />
        )}
        {scope === "PAT" && <MissingPatNotice />}
        <Text size="sm">
          <Trans>Toutes les lignes de l'organisation datées de cette période sont jugées à nouveau.</Trans>
        </Text>
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </Stack>
    </form>
  );
}

/** A PAT nobody has drawn holds nothing: no line would be local. */
function MissingPatNotice(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.pats.list.queryOptions());
  if (data === undefined || data.length > 0) return null;
  return (
    <Alert
      role="status"
      variant="default"
      icon={<Icon name="alert" />}
      title={t`Aucun PAT n'est encore saisi`}
    >
      <Trans>
        Aucune ligne ne sera locale tant que les communes du PAT manquent. Ajoutez-le dans les réglages, sous
        « Projets alimentaires territoriaux » : les lignes seront alors jugées à nouveau.
      </Trans>
    </Alert>
  );
}
