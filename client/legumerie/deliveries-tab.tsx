import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { useDeliveryColumns } from "./delivery-columns.tsx";
import { DeliveryForm } from "./delivery-form.tsx";
import { FormDrawer } from "./form-drawer.tsx";
import classes from "./legumerie.module.css";
import { RefuseDrawer } from "./refuse-drawer.tsx";
import type { LedgerDelivery, Workshop } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";

/** What went to which canteen, latest first. */
export function DeliveriesTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const { search, change } = useWorkshopSearch();
  const [refused, setRefused] = useState<LedgerDelivery | null>(null);
  const columns = useDeliveryColumns(workshop.id, workshop.mayWrite ? setRefused : null);
  const query = useQuery(
    useTRPC().legumerie.deliveries.queryOptions(
      { legumerieId: workshop.id, page: search.page ?? 1 },
      { placeholderData: (previous) => previous },
    ),
  );
  return (
    <>
      <div className={classes.toolbar}>
        <span>
          <Trans>Une livraison devient aussitôt une ligne d'achat de la cantine, avec son verdict.</Trans>
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
            caption={t`Livraisons aux cantines`}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            refreshing={query.isPlaceholderData}
            download={tableFile("legumerie-livraisons", { legumerieId: workshop.id })}
            page={{ index: page - 1, size: pageSize, total }}
            onPage={(index) => change({ page: index === 0 ? undefined : index + 1 })}
            empty={
              <EmptyState title={t`Aucune livraison`}>
                <Trans>Livrez un produit fini à une cantine : la commande se crée toute seule.</Trans>
              </EmptyState>
            }
          />
        )}
      </QueryView>
      <RefuseDrawer legumerieId={workshop.id} delivery={refused} onClose={() => setRefused(null)} />
    </>
  );
}
