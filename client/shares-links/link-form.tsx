import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { yearOf } from "../../shared/calendar.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { newId } from "../../shared/ids.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import type { SharesLinkInput } from "../../shared/shares-links.ts";
import { sharesLinkInputSchema } from "../../shared/shares-links.ts";
import type { FieldErrors } from "../form-issues.ts";
import { readForm } from "../form-issues.ts";
import { readToday } from "../today.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import classes from "./shares-links.module.css";
import { aYearLater } from "./validity.ts";

export interface LinkFormProps {
  year: number;
  busy: boolean;
  onSubmit: (link: { id: string; input: SharesLinkInput }) => void;
  onCancel: () => void;
}

const YEARS_OFFERED = 5;

/** What a public page is for, of which year, until when, and who else may show it. */
export function LinkForm({ year: first, busy, onSubmit, onCancel }: LinkFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [today] = useState(readToday);
  const [id] = useState(newId);
  const [label, setLabel] = useState("");
  const [year, setYear] = useState(first);
  const [until, setUntil] = useState(() => formatDateShort(aYearLater(today), "fr"));
  const [indexed, setIndexed] = useState(false);
  const [sites, setSites] = useState("");
  const [errors, setErrors] = useState<FieldErrors>({});
  const form = useFocusFirstError(errors);
  const years = Array.from({ length: YEARS_OFFERED }, (_, index) => String(yearOf(today) - index));
  function submit(event: React.FormEvent): void {
    event.preventDefault();
    const date = parseDate(until, { today });
    const typed = {
      label,
      year,
      expiresOn: date.ok ? date.value : until,
      indexed,
      embedSites: sites.split(/\s+/).filter((site) => site !== ""),
    };
    const reading = readForm(sharesLinkInputSchema, typed, locale);
    const past: FieldErrors = date.ok && date.value < today ? { expiresOn: t`Cette date est passée.` } : {};
    setErrors(reading.ok ? past : { ...past, ...reading.errors });
    if (reading.ok && date.ok && date.value >= today) onSubmit({ id, input: reading.value });
  }
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Stack>
        <TextInput
          label={t`Libellé`}
          description={t`Pour vous y retrouver : « Site de la mairie », « Affiche du réfectoire ».`}
          required
          data-autofocus
          value={label}
          error={errors.label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`Année`}
          value={String(year)}
          data={years.includes(String(year)) ? years : [String(year), ...years]}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
        />
        <DateField
          label={t`En ligne jusqu'au`}
          required
          context={{ today }}
          value={until}
          error={errors.expiresOn}
          onChange={setUntil}
        />
        <Checkbox
          label={t`Les moteurs de recherche peuvent la trouver`}
          checked={indexed}
          onChange={(event) => setIndexed(event.currentTarget.checked)}
        />
        <Textarea
          label={t`Sites qui peuvent l'afficher dans une de leurs pages`}
          description={t`Un par ligne, par exemple https://www.college.example. Laissez vide pour aucun.`}
          autosize
          minRows={2}
          value={sites}
          error={errors.embedSites}
          onChange={(event) => setSites(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onCancel}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" loading={busy}>
            <Trans>Mettre en ligne</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  );
}
