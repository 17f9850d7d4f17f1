import { Trans } from "@lingui/react/macro";
import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import type { Certificate } from "../../shared/certificates.ts";
import { certificateInputSchema } from "../../shared/certificates.ts";
import type { Id } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import { CertificateFields, draftOf, typedCertificate } from "../certificate-fields.tsx";
import type { KeptProof } from "../proof-upload.tsx";
import { ProofUpload } from "../proof-upload.tsx";
import { readToday } from "../today.ts";
import { useTRPCClient } from "../trpc.ts";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";

interface CertificateFormProps {
  id: string;
  supplierId: string;
  /** Null: a new one. */
  certificate: (Certificate & { file: KeptProof | null }) | null;
  /** The supplier's articles. */
  offers: readonly { id: Id; name: string }[];
  onSaved: (moved: Moved | null) => void;
}

export function CertificateForm(props: CertificateFormProps): React.ReactNode {
  const { id, supplierId, certificate, offers, onSaved } = props;
  const [today] = useState(readToday);
  const [draft, setDraft] = useState(() => draftOf(certificate));
  const [file, setFile] = useState<KeptProof | null>(certificate?.file ?? null);
  const client = useTRPCClient();
  const { errors, busy, submit } = useRecordSave({
    schema: certificateInputSchema,
    save: (input) => client.certificates.save.mutate({ id, supplierId, input }),
    onSaved: (result) => onSaved(result.moved),
  });
  const form = useFocusFirstError(errors);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(typedCertificate(draft, { fileId: file?.id ?? null, today }));
      }}
    >
      <Stack>
        <CertificateFields
          draft={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          errors={errors}
          today={today}
          offers={offers}
        />
        <ProofUpload file={file} onChange={setFile} error={errors.fileId} />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer la preuve</Trans>
        </Button>
      </Stack>
    </form>
  );
}
