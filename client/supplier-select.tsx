import { SUPPLIER_KIND_LABELS } from "../shared/supplier-kinds.ts";
import { useTRPCClient } from "./trpc.ts";
import { useLocale } from "./ui/locale.ts";
import type { SearchOption, SearchSelectProps } from "./ui/search-select.tsx";
import { SearchSelect } from "./ui/search-select.tsx";

/** A supplier in use by its name or SIRET. */
export function SupplierSelect(props: Omit<SearchSelectProps, "load" | "options">): React.ReactNode {
  const client = useTRPCClient();
  const locale = useLocale();
  async function load(typed: string): Promise<SearchOption[]> {
    const found = await client.suppliers.search.query({ search: typed.slice(0, 100), kinds: null });
    return found.map(({ id, name, kind, communeName }) => ({
      value: id,
      label: name,
      typed: true,
      detail: [SUPPLIER_KIND_LABELS[kind][locale], ...(communeName === null ? [] : [communeName])].join(
        " · ",
      ),
    }));
  }
  return <SearchSelect {...props} load={load} />;
}
