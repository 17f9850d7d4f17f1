import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { DeliveryForm } from "./delivery-form.tsx";
import { FormDrawer } from "./form-drawer.tsx";
import classes from "./legumerie.module.css";
import { useOutputColumns } from "./output-columns.tsx";
import type { Workshop } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";

/** What is ready to cook, and what is left of it. */
export function OutputsTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const { search, change } = useWorkshopSearch();
  const columns = useOutputColumns(workshop.id);
  const query = useQuery(
    useTRPC().legumerie.outputs.queryOptions(
      { legumerieId: workshop.id, page: search.page ?? 1 },
      { placeholderData: (previous) => previous },
    ),
  );
  return (
    <>
      <div className={classes.toolbar}>
        <span>
          <Trans>
            Ce qui est prêt à cuire, jusqu'à sa DLC. Bio seulement si tout ce qui y est entré l'était, preuve
            en règle.
          </Trans>
        </span>
        {workshop.mayWrite && (
          <FormDrawer
            label={t`Livrer une cantine`}
            form={(id, close) => <DeliveryForm id={id} legumerieId={workshop.id} onSaved={close} />}
          />
        )}
      </div>
      <QueryView query={query} lines={6}>
        {({ rows, total, page, pageSize }) => (
          <DataTable
            stacked
            caption={t`Produits finis`}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            refreshing={query.isPlaceholderData}
            download={tableFile("legumerie-produits", { legumerieId: workshop.id })}
            page={{ index: page - 1, size: pageSize, total }}
            onPage={(index) => change({ page: index === 0 ? undefined : index + 1 })}
            empty={
              <EmptyState title={t`Aucun produit fini`}>
                <Trans>Terminez une transformation : ce qu'elle produit apparaîtra ici.</Trans>
              </EmptyState>
            }
          />
        )}
      </QueryView>
    </>
  );
}
