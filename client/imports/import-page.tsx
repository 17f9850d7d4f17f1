import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { dropFiles, forgetDropped } from "../dropped-files.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { NoRight } from "../no-right.tsx";
import { useSession } from "../session-context.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { DraftsToCorrect } from "./drafts-to-correct.tsx";
import { DropZone } from "./drop-zone.tsx";
import { ImportFile } from "./import-file.tsx";
import { ImportRuns } from "./import-runs.tsx";
import { PastImports } from "./past-imports.tsx";

const route = getRouteApi("/layout/importer");

/** A purchase file on one page: drop, look, import, correct what was refused, undo. */
export function ImportPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen, holds } = useSession();
  const { fichier } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader
        title={t`Importer des achats`}
        lead={
          canteen === null || !holds("imports.write") ? null : (
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
      ) : !holds("imports.write") ? (
        <NoRight />
      ) : (
        <>
          <DropZone onFiles={dropFiles} compact={fichier !== undefined} />
          <ImportRuns key={canteen.id} canteen={canteen} withEnded={fichier === undefined} />
          {fichier !== undefined && (
            <ImportFile
              key={`${canteen.id}/${fichier}`}
              canteen={canteen}
              fileId={fichier}
              onStarted={() => {
                forgetDropped({ fileId: fichier });
                void navigate({ search: {} });
              }}
            />
          )}
          <DraftsToCorrect canteenId={canteen.id} />
          <PastImports canteenId={canteen.id} />
        </>
      )}
    </>
  );
}
