import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Certificate } from "../../shared/certificates.ts";
import { certificateInputSchema, SCHEME_LABELS } from "../../shared/certificates.ts";
import { SCHEMES } from "../../shared/facts.ts";
import { FAMILIES, FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import type { Moved } from "../../shared/moves.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import type { KeptProof } from "../proof-upload.tsx";
import { ProofUpload } from "../proof-upload.tsx";
import { readToday } from "../today.ts";
import { useTRPCClient } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";

interface CertificateFormProps {
  id: string;
  supplierId: string;
  /** Null: a new one. */
  certificate: (Certificate & { file: KeptProof | null }) | null;
  onSaved: (moved: Moved | null) => void;
}

export function CertificateForm({
  id,
  supplierId,
  certificate,
  onSaved,
}: CertificateFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [today] = useState(readToday);
  const [scheme, setScheme] = useState<Certificate["scheme"]>(certificate?.scheme ?? "BIO");
  const [number, setNumber] = useState(certificate?.number ?? "");
  const [controlBody, setControlBody] = useState(certificate?.controlBody ?? "");
  const [families, setFamilies] = useState<readonly string[]>(certificate?.families ?? []);
  const [from, setFrom] = useState(shown(certificate?.validFrom));
  const [to, setTo] = useState(shown(certificate?.validTo));
  const [file, setFile] = useState<KeptProof | null>(certificate?.file ?? null);
  const client = useTRPCClient();
  const { errors, busy, submit } = useRecordSave({
    schema: certificateInputSchema,
    save: (input) => client.certificates.save.mutate({ id, supplierId, input }),
    onSaved: (result) => onSaved(result.moved),
  });
  const form = useFocusFirstError(errors);

  function shown(date: string | null | undefined): string {
    return date ? formatDateShort(date, "fr") : "";
  }
  function read(text: string): string {
    const reading = parseDate(text, { today });
    return reading.ok ? reading.value : text;
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({
          scheme,
          number,
          controlBody: controlBody.trim() === "" ? null : controlBody,
          families: FAMILIES.filter((family) => families.includes(family)),
          validFrom: read(from),
          validTo: to.trim() === "" ? null : read(to),
          fileId: file?.id ?? null,
        });
      }}
    >
      <Stack>
        <NativeSelect
          label={t`Ce qu'elle prouve`}
          value={scheme}
          data={SCHEMES.map((value) => ({ value, label: SCHEME_LABELS[value][locale] }))}
          onChange={(event) => {
            const chosen = SCHEMES.find((value) => value === event.currentTarget.value);
            if (chosen !== undefined) setScheme(chosen);
          }}
        />
        <TextInput
          label={t`Numéro du certificat`}
          required
          value={number}
          error={errors.number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          label={t`Organisme certificateur`}
          description={t`Son code, par exemple FR-BIO-01 ; vide s'il n'y en a pas.`}
          value={controlBody}
          error={errors.controlBody}
          onChange={(event) => setControlBody(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <DateField
            label={t`Valide depuis le`}
            required
            context={{ today }}
            value={from}
            error={errors.validFrom}
            onChange={(text) => setFrom(text)}
          />
          <DateField
            label={t`Jusqu'au`}
            context={{ today }}
            description={t`Vide : sans fin.`}
            value={to}
            error={errors.validTo}
            onChange={(text) => setTo(text)}
          />
        </Group>
        <Checkbox.Group
          label={t`Familles de produits couvertes`}
          description={t`Aucune cochée : toutes.`}
          value={[...families]}
          onChange={setFamilies}
        >
          <Stack gap="xs" mt="xs">
            {FAMILIES.map((family) => (
              <Checkbox key={family} value={family} label={FAMILY_SHORT_LABELS[family][locale]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <ProofUpload file={file} onChange={setFile} error={errors.fileId} />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer la preuve</Trans>
        </Button>
      </Stack>
    </form>
  );
}
