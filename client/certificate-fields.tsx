import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import type { Certificate } from "../shared/certificates.ts";
import { SCHEME_LABELS } from "../shared/certificates.ts";
import type { IsoDate } from "../shared/facts.ts";
import { SCHEMES } from "../shared/facts.ts";
import { FAMILIES, FAMILY_SHORT_LABELS } from "../shared/families.ts";
import { formatDateShort } from "../shared/format/dates.ts";
import type { Id } from "../shared/ids.ts";
import { parseDate } from "../shared/parsing/dates.ts";
import classes from "./certificate-fields.module.css";
import type { FieldErrors } from "./form-issues.ts";
import { DateField } from "./ui/date-field.tsx";
import { useLocale } from "./ui/locale.ts";

/** A proof as it is being typed. */
export interface CertificateDraft {
  scheme: Certificate["scheme"];
  number: string;
  controlBody: string;
  families: readonly string[];
  offerIds: readonly Id[];
  validFrom: string;
  validTo: string;
}

/** What the fields show of a proof on file; null: a new one. */
export function draftOf(certificate: Certificate | null): CertificateDraft {
  return {
    scheme: certificate?.scheme ?? "BIO",
    number: certificate?.number ?? "",
    controlBody: certificate?.controlBody ?? "",
    families: certificate?.families ?? [],
    offerIds: certificate?.offerIds ?? [],
    validFrom: shownDate(certificate?.validFrom ?? null),
    validTo: shownDate(certificate?.validTo ?? null),
  };
}

/** The draft as the schema of a proof takes it; what is no date stays as typed, to be refused. */
export function typedCertificate(draft: CertificateDraft, given: { fileId: string | null; today: IsoDate }) {
  const read = (text: string): string => {
    const reading = parseDate(text, { today: given.today });
    return reading.ok ? reading.value : text;
  };
  return {
    scheme: draft.scheme,
    number: draft.number,
    controlBody: draft.controlBody.trim() === "" ? null : draft.controlBody,
    families: FAMILIES.filter((family) => draft.families.includes(family)),
    offerIds: [...draft.offerIds],
    validFrom: read(draft.validFrom),
    validTo: draft.validTo.trim() === "" ? null : read(draft.validTo),
    fileId: given.fileId,
  };
}

/** « 05/11/2026 », as a person types it; empty: none. */
export function shownDate(date: IsoDate | null): string {
  return date === null ? "" : formatDateShort(date, "fr");
}

export interface CertificateFieldsProps {
  draft: CertificateDraft;
  onChange: (change: Partial<CertificateDraft>) => void;
  errors: FieldErrors;
  today: IsoDate;
  /** The holder's articles: what a proof may be narrowed to. */
  offers: readonly { id: Id; name: string }[];
}

/** What one proof is, from when to when, and what it covers. */
export function CertificateFields(props: CertificateFieldsProps): React.ReactNode {
  const { draft, onChange, errors, today, offers } = props;
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <Stack>
      <NativeSelect
        label={t`Ce qu'elle prouve`}
        value={draft.scheme}
        data={SCHEMES.map((value) => ({ value, label: SCHEME_LABELS[value][locale] }))}
        onChange={(event) => {
          const scheme = SCHEMES.find((value) => value === event.currentTarget.value);
          if (scheme !== undefined) onChange({ scheme });
        }}
      />
      <TextInput
        label={t`Numéro du certificat`}
        required
        value={draft.number}
        error={errors.number}
        onChange={(event) => onChange({ number: event.currentTarget.value })}
      />
      <TextInput
        label={t`Organisme certificateur`}
        description={t`Son code, par exemple FR-BIO-01 ; vide s'il n'y en a pas.`}
        value={draft.controlBody}
        error={errors.controlBody}
        onChange={(event) => onChange({ controlBody: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <DateField
          label={t`Valide depuis le`}
          required
          context={{ today }}
          value={draft.validFrom}
          error={errors.validFrom}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <DateField
          label={t`Jusqu'au`}
          context={{ today }}
          description={t`Vide : sans fin.`}
          value={draft.validTo}
          error={errors.validTo}
          onChange={(validTo) => onChange({ validTo })}
        />
      </Group>
      <Checkbox.Group
        label={t`Familles de produits couvertes`}
        description={t`Aucune cochée : toutes.`}
        value={[...draft.families]}
        onChange={(families) => onChange({ families })}
      >
        <Stack gap="xs" mt="xs">
          {FAMILIES.map((family) => (
            <Checkbox key={family} value={family} label={FAMILY_SHORT_LABELS[family][locale]} />
          ))}
        </Stack>
      </Checkbox.Group>
      {offers.length > 0 && (
        <details className={classes.articles} open={draft.offerIds.length > 0}>
          <summary>
            <Trans>Seulement certains articles</Trans>
          </summary>
          <Checkbox.Group
            label={t`Articles couverts`}
            description={t`Aucun coché : tous ceux des familles.`}
            value={[...draft.offerIds]}
            error={errors.offerIds}
            onChange={(offerIds) => onChange({ offerIds })}
          >
            <Stack gap="xs" mt="xs">
              {offers.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} />
              ))}
            </Stack>
          </Checkbox.Group>
        </details>
      )}
    </Stack>
  );
}
