import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button, FileButton, Group, Input, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ProofRefusal } from "../shared/proof-files.ts";
import { isProofRefusal, MAX_PROOF_BYTES, PROOF_MEDIA_TYPES, PROOF_REFUSALS } from "../shared/proof-files.ts";
import { ERROR_MESSAGES } from "./ui/error-messages.ts";
import { Icon } from "./ui/icons.tsx";
import { useLocale } from "./ui/locale.ts";

export interface KeptProof {
  id: string;
  name: string;
}

interface ProofUploadProps {
  file: KeptProof | null;
  onChange: (file: KeptProof | null) => void;
  error?: string | undefined;
}

/** Sends the document at once; the proof keeps it when it is saved. */
export function ProofUpload({ file, onChange, error }: ProofUploadProps): React.ReactNode {
  const { t, i18n } = useLingui();
  const locale = useLocale();
  const upload = useMutation({ mutationFn: send, meta: { quiet: true }, onSuccess: onChange });
  const refusal = upload.error instanceof UploadRefused ? upload.error.reason : null;
  const sentence = upload.isError
    ? refusal === null
      ? i18n._(ERROR_MESSAGES.NETWORK)
      : PROOF_REFUSALS[refusal][locale]
    : error;
  return (
    <Input.Wrapper
      labelElement="div"
      label={<Trans>Document (facultatif)</Trans>}
      description={t`PDF, PNG ou JPEG, 10 Mo au plus.`}
      error={sentence}
    >
      <Group mt="xs">
        <FileButton
          accept={PROOF_MEDIA_TYPES.join(",")}
          inputProps={{ "aria-label": t`Document` }}
          onChange={(chosen) => {
            if (chosen !== null) upload.mutate(chosen);
          }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<Icon name="upload" />}
              loading={upload.isPending}
            >
              {file === null ? <Trans>Choisir le fichier</Trans> : <Trans>Remplacer le fichier</Trans>}
            </Button>
          )}
        </FileButton>
        {file !== null && (
          <>
            <Text size="sm" aria-live="polite">
              {file.name}
            </Text>
            <Anchor component="button" type="button" size="sm" onClick={() => onChange(null)}>
              <Trans>Retirer</Trans>
            </Anchor>
          </>
        )}
      </Group>
    </Input.Wrapper>
  );
}

class UploadRefused extends Error {
  readonly reason: ProofRefusal;

  constructor(reason: ProofRefusal) {
    super(reason);
    this.reason = reason;
  }
}

async function send(file: File): Promise<KeptProof> {
  if (file.size > MAX_PROOF_BYTES) throw new UploadRefused("file-too-large");
  const body = new FormData();
  body.append("file", file);
  const answer = await fetch("/files/proofs", { method: "POST", headers: { "x-bonnepart": "1" }, body });
  const read: unknown = await answer.json();
  if (isKept(read)) return { id: read.id, name: read.name };
  throw new UploadRefused(reasonOf(read));
}

function isKept(read: unknown): read is KeptProof {
  if (typeof read !== "object" || read === null || !("id" in read) || !("name" in read)) return false;
  return typeof read.id === "string" && typeof read.name === "string";
}

/** What cannot be told from the answer is said as a transfer that was cut. */
function reasonOf(read: unknown): ProofRefusal {
  if (typeof read !== "object" || read === null || !("details" in read)) return "file-cut";
  const { details } = read;
  if (typeof details !== "object" || details === null || !("reason" in details)) return "file-cut";
  return isProofRefusal(details.reason) ? details.reason : "file-cut";
}
