import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { LinkButton, TextLink } from "../ui/links.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { DateText } from "../ui/values.tsx";
import { RequestEditor } from "./request-editor.tsx";

const route = getRouteApi("/layout/fournisseurs/devis");

/** Requests for quotes: what is asked, what several suppliers answer, and which answer is chosen by lawful criteria. */
export function QuotesPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen, holds } = useSession();
  const { devis } = route.useSearch();
  const navigate = route.useNavigate();
  const title = t`Demandes de devis`;
  if (canteen === null) {
    return (
      <>
        <PageHeader title={title} />
        <NoCanteen>
          <Trans>Une demande de devis est celle d'une cantine. Demandez l'accès à la vôtre.</Trans>
        </NoCanteen>
      </>
    );
  }
  const writes = holds("prices.write");
  const open = (id: string | null): void =>
    void navigate({ search: id === null ? {} : { devis: id }, replace: true });
  return (
    <>
      <PageHeader
        title={title}
        lead={<Trans>Trois devis côte à côte, et une note d'attribution faite de critères licites.</Trans>}
        actions={writes && devis === undefined && <NewRequestLink />}
      />
      <SectionTabs section="fournisseurs" />
      {devis === undefined ? (
        <Requests canteenId={canteen.id} writes={writes} />
      ) : devis === "nouveau" ? (
        <RequestEditor canteenId={canteen.id} request={null} writes={writes} onOpen={open} />
      ) : (
        <OneRequest key={devis} canteenId={canteen.id} id={devis} writes={writes} onOpen={open} />
      )}
    </>
  );
}

function OneRequest({
  canteenId,
  id,
  ...rest
}: {
  canteenId: string;
  id: string;
  writes: boolean;
  onOpen: (id: string | null) => void;
}): React.ReactNode {
  const trpc = useTRPC();
  const query = useQuery(trpc.quotes.get.queryOptions({ canteenId, quoteRequestId: id }));
  return (
    <QueryView query={query} lines={8}>
      {(request) => <RequestEditor key={request.version} canteenId={canteenId} request={request} {...rest} />}
    </QueryView>
  );
}

function NewRequestLink(): React.ReactNode {
  return (
    <LinkButton to="/fournisseurs/devis" search={{ devis: "nouveau" }} leftSection={<Icon name="plus" />}>
      <Trans>Nouvelle demande</Trans>
    </LinkButton>
  );
}

function Requests({ canteenId, writes }: { canteenId: string; writes: boolean }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.quotes.list.queryOptions({ canteenId }));
  return (
    <QueryView query={query} lines={6}>
      {(requests) => (
        <DataTable
          caption={t`Demandes de devis, la dernière d'abord`}
          captionHidden
          stacked
          columns={[
            {
              key: "title",
              header: t`Objet`,
              rowHeader: true,
              cell: (request) => (
                <TextLink to="/fournisseurs/devis" search={{ devis: request.id }}>
                  <DataText>{request.title}</DataText>
                </TextLink>
              ),
            },
            { key: "on", header: t`Demandé le`, cell: (request) => <DateText date={request.askedOn} /> },
            {
              key: "quotes",
              header: t`Devis reçus`,
              numeric: true,
              cell: ({ content }) =>
                t`${content.quotes.filter(({ receivedOn }) => receivedOn !== null).length} sur ${content.quotes.length}`,
            },
            {
              key: "award",
              header: t`Attribué à`,
              cell: ({ content: { award, quotes } }) =>
                quotes.find(({ id }) => id === award?.quoteId)?.supplierName ?? t`pas encore`,
            },
          ]}
          rows={requests}
          rowKey={({ id }) => id}
          download={tableFile("demandes-devis", { canteenId })}
          empty={
            <EmptyState title={t`Aucune demande de devis`} action={writes && <NewRequestLink />}>
              <Trans>
                Demandez le même panier à trois fournisseurs : leurs prix se comparent ici ligne à ligne.
              </Trans>
            </EmptyState>
          }
        />
      )}
    </QueryView>
  );
}
