import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Moved } from "../../shared/moves.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import { MovedReport } from "../moved-report.tsx";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { ArticlesSection } from "./articles-section.tsx";
import { ContractsSection } from "./contracts-section.tsx";
import { IdentitySection } from "./identity-section.tsx";
import { ProofsSection } from "./proofs-section.tsx";
import { PurchasesSection } from "./purchases-section.tsx";
import { SpendSection } from "./spend-section.tsx";
import { StatusesSection } from "./statuses-section.tsx";
import { SupplierForm } from "./supplier-form.tsx";
import { TermsSection } from "./terms-section.tsx";

const route = getRouteApi("/layout/fournisseurs/$supplierId");

export function SupplierPage(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { supplierId } = route.useParams();
  const { holds, canteen } = useSession();
  const query = useQuery(trpc.suppliers.get.queryOptions({ id: supplierId }));
  const [editing, setEditing] = useState(false);
  const [moved, setMoved] = useState<Moved | null>(null);
  const writes = holds("catalogue.write");
  return (
    <QueryView query={query} lines={10} failedTitle={t`Fournisseurs`}>
      {({ supplier, communeNames, certificates, statuses, offers, spend }) => (
        <>
          <PageHeader
            title={supplier.name}
            typed
            lead={<KindLine supplier={supplier} />}
            actions={
              writes && (
                <Button
                  variant="default"
                  leftSection={<Icon name="pencil" />}
                  onClick={() => setEditing(true)}
                >
                  <Trans>Modifier</Trans>
                </Button>
              )
            }
          />
          {moved !== null && <MovedReport moved={moved} onClose={() => setMoved(null)} />}
          <IdentitySection supplier={supplier} communeNames={communeNames} />
          {canteen !== null && <TermsSection supplier={supplier} canteenId={canteen.id} writes={writes} />}
          <ProofsSection
            supplierId={supplier.id}
            certificates={certificates}
            offers={offers}
            writes={writes}
            onMoved={setMoved}
          />
          <StatusesSection supplierId={supplier.id} statuses={statuses} writes={writes} onMoved={setMoved} />
          <ArticlesSection supplier={supplier} offers={offers} communeNames={communeNames} writes={writes} />
          {canteen !== null && (
            <ContractsSection
              supplierId={supplier.id}
              canteenId={canteen.id}
              offers={offers}
              writes={writes}
              onMoved={setMoved}
            />
          )}
          {spend !== null && <PurchasesSection supplierId={supplier.id} />}
          {spend !== null && <SpendSection spend={spend} supplierId={supplier.id} />}
          <SideDrawer title={t`Modifier le fournisseur`} opened={editing} onClose={() => setEditing(false)}>
            <SupplierForm
              supplier={supplier}
              onSaved={(saved) => {
                setEditing(false);
                setMoved(saved.moved);
              }}
            />
          </SideDrawer>
        </>
      )}
    </QueryView>
  );
}

function KindLine({ supplier }: { supplier: Supplier }): React.ReactNode {
  const locale = useLocale();
  return (
    <>
      {SUPPLIER_KIND_LABELS[supplier.kind][locale]}
      {!supplier.active && (
        <>
          {" · "}
          <Trans>ne sert plus</Trans>
        </>
      )}
    </>
  );
}
