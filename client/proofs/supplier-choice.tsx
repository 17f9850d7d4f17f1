import { useLingui } from "@lingui/react/macro";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import { useTRPCClient } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";

interface SupplierChoiceProps {
  supplier: SearchOption | null;
  onChange: (supplier: SearchOption | null) => void;
}

/** Whose proof it is. */
export function SupplierChoice({ supplier, onChange }: SupplierChoiceProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const client = useTRPCClient();
  async function load(typed: string): Promise<SearchOption[]> {
    const found = await client.suppliers.search.query({ search: typed.slice(0, 100) });
    return found.map(({ id, name, kind, communeName }) => ({
      value: id,
      label: name,
      detail: [SUPPLIER_KIND_LABELS[kind][locale], communeName].filter(Boolean).join(", "),
    }));
  }
  return <SearchSelect label={t`Fournisseur`} required value={supplier} load={load} onChange={onChange} />;
}
