import { Trans, useLingui } from "@lingui/react/macro";
import { Button, FileButton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Id } from "../../shared/ids.ts";
import { dropFiles, useDroppedFiles } from "../dropped-files.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import classes from "./invoices.module.css";
import { InvoicesFilters } from "./invoices-filters.tsx";
import { OpenDropped } from "./open-dropped.tsx";
import type { InvoicesSearch } from "./search.ts";
import { useInvoiceColumns } from "./use-invoice-columns.tsx";

const route = getRouteApi("/layout/factures");
const PAGE_SIZE = 50;

/** Every document of a canteen, the latest that came first; a file dropped opens its own page. */
export function InvoicesPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen, canteens, holds } = useSession();
  const search = route.useSearch();
  const chosen = canteens.find(({ id }) => id === search.cantine) ?? canteen;
  return (
    <>
      <PageHeader
        title={t`Factures`}
        lead={chosen?.name}
        actions={holds("imports.write") && chosen !== null && <ChooseInvoice />}
      />
      {chosen === null ? (
        <NoCanteen>
          <Trans>Une facture est celle d'une cantine : demandez l'accès à la vôtre à l'administrateur.</Trans>
        </NoCanteen>
      ) : search.fichier !== undefined ? (
        <OpenDropped key={`${chosen.id}/${search.fichier}`} canteenId={chosen.id} fileId={search.fichier} />
      ) : (
        <>
          <InvoicesFilters key={chosen.id} canteenId={chosen.id} />
          <InvoiceList canteenId={chosen.id} search={search} />
        </>
      )}
    </>
  );
}

function ChooseInvoice(): React.ReactNode {
  const { t } = useLingui();
  const sending = useDroppedFiles().some(({ state }) => state === "sending");
  return (
    <FileButton
      multiple
      accept="application/pdf,text/xml,application/xml,image/*,.xml,.pdf"
      inputProps={{ "aria-label": t`Facture à lire` }}
      onChange={(files) => {
        if (files.length > 0) dropFiles(files);
      }}
    >
      {(props) => (
        <Button
          {...props}
          loading={sending}
          leftSection={<Icon name="upload" />}
          className={classes.touch ?? ""}
        >
          <Trans>Déposer une facture</Trans>
        </Button>
      )}
    </FileButton>
  );
}

function InvoiceList({ canteenId, search }: { canteenId: Id; search: InvoicesSearch }): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  const trpc = useTRPC();
  const navigate = route.useNavigate();
  const page = (search.page ?? 1) - 1;
  const asked = {
    canteenId,
    state: search.etat ?? null,
    supplierId: search.fournisseur ?? null,
    from: search.du ?? null,
    to: search.au ?? null,
    differing: search.ecart === true,
    search: search.q ?? "",
    pageSize: PAGE_SIZE,
  };
  const query = useQuery({
    ...trpc.invoices.list.queryOptions({ ...asked, page }),
    placeholderData: keepPreviousData,
  });
  const columns = useInvoiceColumns(canteenId);
  const isFiltered = Object.keys(search).some((key) => key !== "cantine");
  return (
    <QueryView query={query} lines={8}>
      {({ invoices, total }) => (
        <div className={classes.list}>
          <DataTable
            caption={t`Factures et pièces, la dernière arrivée d'abord`}
            captionHidden
            stacked
            columns={columns}
            rows={invoices}
            rowKey={(invoice) => invoice.id}
            page={{ index: page, size: PAGE_SIZE, total }}
            onPage={(index) => void navigate({ search: { ...search, page: index + 1 } })}
            refreshing={query.isPlaceholderData}
            download={tableFile("factures", asked)}
            empty={
              isFiltered ? (
                <EmptyState title={t`Aucune facture`}>
                  <Trans>Rien ne correspond à ces filtres : élargissez-les.</Trans>
                </EmptyState>
              ) : (
                <EmptyState title={t`Aucune facture pour l'instant`}>
                  {holds("imports.write") ? (
                    <Trans>
                      Déposez une facture électronique (Factur-X, UBL, CII) n'importe où sur la page : ses
                      lignes s'écrivent seules. Une photo ou un PDF simple se joint à la saisie.
                    </Trans>
                  ) : (
                    <Trans>Aucune n'est arrivée pour cette cantine.</Trans>
                  )}
                </EmptyState>
              )
            }
          />
        </div>
      )}
    </QueryView>
  );
}
