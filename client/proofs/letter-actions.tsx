import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { newId } from "../../shared/ids.ts";
import { LETTER_SUBJECT } from "../../shared/proof-letter.ts";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { showDoneToast, showUndoToast } from "../ui/toasts.tsx";
import type { ShownProof } from "./use-proofs.ts";

interface LetterActionsProps {
  text: string;
  asked: readonly ShownProof[];
}

/** Ways to send the letter, then the note that it was sent. */
export function LetterActions({ text, asked }: LetterActionsProps): React.ReactNode {
  const { t } = useLingui();
  const nothing = asked.length === 0;
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    showDoneToast(t`Lettre copiée`);
  }
  return (
    <Stack gap="xs" data-no-print>
      <Button
        component="a"
        variant="default"
        leftSection={<Icon name="link" />}
        href={`mailto:?${mailQuery(text)}`}
        data-disabled={nothing || undefined}
      >
        <Trans>Ouvrir dans ma messagerie</Trans>
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="table" />}
        disabled={nothing}
        onClick={() => void copy()}
      >
        <Trans>Copier la lettre</Trans>
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="print" />}
        disabled={nothing}
        onClick={() => window.print()}
      >
        <Trans>Imprimer</Trans>
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="download" />}
        disabled={nothing}
        onClick={() => download(text)}
      >
        <Trans>Télécharger (texte)</Trans>
      </Button>
      <NoteSent text={text} asked={asked} />
    </Stack>
  );
}

function NoteSent({ text, asked }: LetterActionsProps): React.ReactNode {
  const { t } = useLingui();
  const { canteen, holds } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const withdraw = useMutation(
    trpc.proofs.withdraw.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  const ask = useMutation(
    trpc.proofs.ask.mutationOptions({
      onSuccess: async (_result, { canteenId, request }) => {
        await queryClient.invalidateQueries();
        showUndoToast({
          message: t`Demande notée à la date d'aujourd'hui`,
          onUndo: () => withdraw.mutate({ canteenId, requestId: request.id }),
        });
      },
    }),
  );
  const supplierId = asked[0]?.holderId;
  if (canteen === null || !holds("catalogue.write")) return null;
  return (
    <>
      <Text size="sm" mt="xs">
        <Trans>
          Une fois la lettre partie, notez-la : la liste dira ce qui est demandé et ce qui est reçu.
        </Trans>
      </Text>
      <Button
        leftSection={<Icon name="check" />}
        loading={ask.isPending}
        disabled={supplierId === undefined || text.trim() === ""}
        onClick={() => {
          if (supplierId === undefined) return;
          ask.mutate({
            canteenId: canteen.id,
            request: {
              id: newId(),
              supplierId,
              proofs: asked.map(({ scheme, certificate }) => ({
                scheme,
                certificateId: certificate?.id ?? null,
              })),
              letter: text,
            },
          });
        }}
      >
        <Trans>Noter « demandé aujourd'hui »</Trans>
      </Button>
    </>
  );
}

/** E-mail programs want CRLF, and take a plus sign for itself: not URLSearchParams. */
function mailQuery(text: string): string {
  const body = text.replaceAll("\n", "\r\n");
  return `subject=${encodeURIComponent(LETTER_SUBJECT)}&body=${encodeURIComponent(body)}`;
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "demande-de-justificatifs.txt";
  link.click();
  URL.revokeObjectURL(url);
}
