import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { dropFiles, forgetDropped } from "../dropped-files.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { useSession } from "../session-context.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { DropZone } from "./drop-zone.tsx";
import type { FinishedImport } from "./import-actions.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportResult } from "./import-result.tsx";
import { PastImports } from "./past-imports.tsx";

const route = getRouteApi("/layout/importer");

/** A purchase file in four steps on one page: drop, look, import, undo. */
export function ImportPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen } = useSession();
  const { fichier } = route.useSearch();
  const navigate = route.useNavigate();
  const [finished, setFinished] = useState<FinishedImport | null>(null);
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
            onFiles={(files) => {
              setFinished(null);
              dropFiles(files);
            }}
            compact={fichier !== undefined || finished !== null}
          />
          {finished !== null && <ImportResult key={finished.report.importId} finished={finished} />}
          {fichier !== undefined && (
            <ImportPreview
              key={`${canteen.id}/${fichier}`}
              canteen={canteen}
              fileId={fichier}
              onFinished={(done) => {
                setFinished(done);
                forgetDropped({ fileId: fichier });
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
