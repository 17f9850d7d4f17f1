import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { ComparisonView } from "./comparison-view.tsx";
import { ProductChooser } from "./product-chooser.tsx";
import { firstDirection } from "./sort-keys.ts";

const route = getRouteApi("/layout/comparer");

/** The kitchen's screen: one product, every supplier, one unit. */
export function ComparerPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen, canteens, selectCanteen } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const linked = search.cantine;
  useEffect(() => {
    if (linked === undefined) return;
    if (canteens.some(({ id }) => id === linked)) selectCanteen(linked);
    void navigate({ search: ({ cantine: _cantine, ...rest }) => rest, replace: true });
  }, [linked, canteens, selectCanteen, navigate]);

  if (canteen === null) {
    return (
      <>
        <PageHeader title={t`Comparer`} />
        <NoCanteen>
          <Trans>
            Les prix et les distances se comparent depuis une cantine. Demandez l'accès à la vôtre.
          </Trans>
        </NoCanteen>
      </>
    );
  }
  const { name } = canteen;
  const choose = (produit: string | null): void =>
    void navigate({
      search: ({ produit: _produit, forme: _forme, portion: _portion, ...rest }) =>
        produit === null ? rest : { ...rest, produit },
    });
  return (
    <>
      <PageHeader
        title={t`Comparer`}
        lead={<Trans>Un produit et ses équivalents, tous leurs fournisseurs, hors taxes, pour {name}.</Trans>}
        actions={search.produit !== undefined && <CopyLink complete={{ cantine: canteen.id }} />}
      />
      <SectionTabs section="comparer" />
      <ProductChooser canteenId={canteen.id} productId={search.produit ?? null} onChoose={choose} />
      {search.produit !== undefined && (
        <Compared
          canteenId={canteen.id}
          productId={search.produit}
          formId={search.forme ?? null}
          onForm={(forme) =>
            void navigate({
              search: ({ forme: _forme, ...rest }) => (forme === null ? rest : { ...rest, forme }),
              replace: true,
            })
          }
          portionGrams={search.portion ?? null}
          onPortion={(portion) => void navigate({ search: (now) => ({ ...now, portion }), replace: true })}
          sort={
            search.tri === undefined
              ? null
              : { key: search.tri, direction: search.sens ?? firstDirection(search.tri) }
          }
          onSort={({ key, direction }) =>
            void navigate({ search: (now) => ({ ...now, tri: key, sens: direction }), replace: true })
          }
        />
      )}
    </>
  );
}

type ComparedProps = Omit<React.ComponentProps<typeof ComparisonView>, "comparison" | "asked"> & {
  canteenId: string;
  productId: string;
};

function Compared({ canteenId, productId, ...order }: ComparedProps): React.ReactNode {
  const trpc = useTRPC();
  const query = useQuery(trpc.comparison.suppliers.queryOptions({ canteenId, productId }));
  return (
    <QueryView query={query} lines={8}>
      {(comparison) => <ComparisonView comparison={comparison} asked={{ canteenId, productId }} {...order} />}
    </QueryView>
  );
}
