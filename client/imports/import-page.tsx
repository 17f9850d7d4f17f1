import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { NoCanteen } from "../no-canteen.tsx";
import { useSession } from "../session-context.tsx";
import { Icon } from "../ui/icons.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { DropZone } from "./drop-zone.tsx";
import type { FinishedImport } from "./import-actions.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportResult } from "./import-result.tsx";
import { PastImports } from "./past-imports.tsx";
import type { SendRefusal } from "./send-file.ts";
import { SendRefused, sendFile } from "./send-file.ts";
import { usePageDrop } from "./use-page-drop.ts";

const route = getRouteApi("/layout/importer");

/** A purchase file in four steps on one page: drop, look, import, undo. */
export function ImportPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen } = useSession();
  const { fichier } = route.useSearch();
  const navigate = route.useNavigate();
  const [finished, setFinished] = useState<FinishedImport | null>(null);
  const send = useMutation({
    mutationFn: sendFile,
    meta: { quiet: true },
    onSuccess: ({ fileId }) => void navigate({ search: { fichier: fileId } }),
  });
  function receive(file: File): void {
    setFinished(null);
    send.mutate(file);
  }
  const held = usePageDrop(receive);
  return (
    <>
      <PageHeader
        title={t`Importer des achats`}
        lead={
          canteen === null ? null : (
            <Trans>
              Pour {canteen.name}, SIRET {canteen.siret}. Rien n'est enregistré avant votre accord, et tout
              import s'annule d'un geste.
            </Trans>
          )
        }
      />
      {canteen === null ? (
        <NoCanteen>
          <Trans>Un achat est celui d'une cantine : demandez l'accès à la vôtre à l'administrateur.</Trans>
        </NoCanteen>
      ) : (
        <>
          <DropZone
            onFile={receive}
            held={held}
            sending={send.isPending}
            compact={fichier !== undefined || finished !== null}
          />
          {send.isError && <SendError error={send.error} />}
          {finished !== null && <ImportResult key={finished.report.importId} finished={finished} />}
          {fichier !== undefined && (
            <ImportPreview
              key={`${canteen.id}/${fichier}`}
              canteen={canteen}
              fileId={fichier}
              onFinished={(done) => {
                setFinished(done);
                void navigate({ search: {} });
              }}
            />
          )}
          <PastImports canteenId={canteen.id} />
        </>
      )}
    </>
  );
}

function SendError({ error }: { error: unknown }): React.ReactNode {
  const { t } = useLingui();
  const reason: SendRefusal = error instanceof SendRefused ? error.reason : "network";
  const sentences: Record<SendRefusal, string> = {
    "too-large": t`Le fichier dépasse 10 Mo. Coupez-le en plusieurs fichiers.`,
    empty: t`Le fichier est vide. Choisissez celui qui contient vos achats.`,
    network: t`Le fichier n'a pas pu être envoyé. Vérifiez la connexion, puis déposez-le à nouveau.`,
  };
  return (
    <Alert role="alert" color="red" mt="md" icon={<Icon name="alert" />}>
      {sentences[reason]}
    </Alert>
  );
}
