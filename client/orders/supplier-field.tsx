import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { memo } from "react";
import type { Id } from "../../shared/ids.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import { useShownFrom } from "../offline/offline-context.tsx";
import { useSession } from "../session-context.tsx";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { errorCode } from "../ui/error-messages.ts";
import { LinkButton } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import type { SearchOption } from "../ui/search-select.tsx";
import { filterOptions, SearchSelect } from "../ui/search-select.tsx";
import { useKeptCatalogues } from "./use-kept-catalogues.ts";

export interface SupplierFieldProps {
  canteenId: Id;
  supplier: { id: Id; name: string } | null;
  onChange: (supplier: { id: Id; name: string } | null) => void;
  error?: React.ReactNode;
  disabled?: boolean;
}

type FoundSupplier = RouterOutputs["suppliers"]["search"][number];

const RECENT_ORDERS = 50;
const PATIENCE_MS = 6_000;
const AWAY_PATIENCE_MS = 1_500;

/** Whom the order is for: the suppliers of the latest orders first, then everyone. */
export const SupplierField = memo(function SupplierField(props: SupplierFieldProps): React.ReactNode {
  const { canteenId, supplier, onChange, error, disabled = false } = props;
  const { t } = useLingui();
  const locale = useLocale();
  const client = useTRPCClient();
  const recents = useRecentSuppliers(canteenId);
  const away = useShownFrom() !== null;
  useKeptCatalogues(
    canteenId,
    recents.map(({ value }) => value),
  );

  async function load(typed: string): Promise<SearchOption[]> {
    const first = filterOptions(recents, typed);
    const found = await search(typed.slice(0, 100));
    const known = new Set(first.map(({ value }) => value));
    return [...first, ...found.filter(({ value }) => !known.has(value))];
  }

  /** Without the server, those that this device knows. */
  async function search(text: string): Promise<readonly SearchOption[]> {
    const signal = AbortSignal.timeout(away ? AWAY_PATIENCE_MS : PATIENCE_MS);
    try {
      return (await client.suppliers.search.query({ search: text }, { signal })).map(toOption);
    } catch (error) {
      if (errorCode(error) !== "NETWORK") throw error;
      const known = await client.suppliers.search.query({ search: "" }).catch(() => []);
      return filterOptions(known.map(toOption), text);
    }
  }

  function toOption({ id, name, kind, communeName }: FoundSupplier): SearchOption {
    const detail = [SUPPLIER_KIND_LABELS[kind][locale], communeName].filter(Boolean).join(", ");
    return { value: id, label: name, detail, typed: true };
  }

  return (
    <div>
      <SearchSelect
        label={t`Fournisseur`}
        description={away ? t`Hors ligne : ceux déjà utilisés ici.` : undefined}
        value={supplier === null ? null : { value: supplier.id, label: supplier.name, typed: true }}
        load={load}
        required
        disabled={disabled}
        error={error}
        onChange={(option) => onChange(option === null ? null : { id: option.value, name: option.label })}
      />
      <FirstSupplierLink />
    </div>
  );
});

/** Where there is no supplier at all, nothing could be chosen: the way to the first one. */
function FirstSupplierLink(): React.ReactNode {
  const { holds } = useSession();
  const { data } = useQuery(useTRPC().suppliers.search.queryOptions({ search: "" }));
  if (data === undefined || data.length > 0 || !holds("catalogue.write")) return null;
  return (
    <LinkButton to="/fournisseurs" variant="subtle" size="compact-sm">
      <Trans>Créez d'abord un fournisseur</Trans>
    </LinkButton>
  );
}

function useRecentSuppliers(canteenId: Id): readonly SearchOption[] {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.orders.list.queryOptions({
      canteenId,
      supplierId: null,
      status: null,
      from: null,
      to: null,
      search: "",
      page: 0,
      pageSize: RECENT_ORDERS,
    }),
  );
  const seen = new Map<Id, string>();
  for (const { supplierId, supplierName } of data?.orders ?? []) seen.set(supplierId, supplierName);
  return [...seen].map(([value, label]) => ({ value, label, detail: t`Récent` }));
}
