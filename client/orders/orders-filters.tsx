import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import type { Id } from "../../shared/ids.ts";
import { ORDER_STATUS_LABELS, ORDER_STATUSES } from "../../shared/order-statuses.ts";
import { ListFilters } from "../list-filters.tsx";
import { useLocale } from "../ui/locale.ts";
import { validateOrdersSearch } from "./orders-search.ts";

const route = getRouteApi("/layout/commandes");

/** The filters of the list of orders. */
export function OrdersFilters({ canteenId }: { canteenId: Id }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ListFilters
      placeholder={t`Article, fournisseur, référence`}
      canteenId={canteenId}
      search={search}
      states={ORDER_STATUSES.map((value) => ({ value, label: ORDER_STATUS_LABELS[value][locale] }))}
      onChange={(change) =>
        void navigate({
          search: validateOrdersSearch({ ...search, page: undefined, ...change }),
          replace: true,
        })
      }
      onClear={() => navigate({ search: {}, replace: true })}
    />
  );
}
