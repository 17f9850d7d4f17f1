import { LEGUMERIE_FAMILY } from "../../shared/legumerie/traits.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import { useTRPCClient } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import type { SearchOption } from "../ui/search-select.tsx";
import { nameIn } from "./workshop.ts";

const TYPED_MAX = 100;

/** What the forms look for in the catalogue. */
export function useSearches(): {
  loadProducers: (typed: string) => Promise<SearchOption[]>;
  loadVegetables: (typed: string) => Promise<SearchOption[]>;
} {
  const client = useTRPCClient();
  const locale = useLocale();
  return {
    loadProducers: async (typed) => {
      const search = typed.slice(0, TYPED_MAX);
      const found = await client.suppliers.search.query({ search, kinds: ["PRODUCER", "PRODUCER_GROUP"] });
      return found.map(({ id, name, kind, communeName }) => ({
        value: id,
        label: name,
        detail: [SUPPLIER_KIND_LABELS[kind][locale], communeName].filter(Boolean).join(", "),
      }));
    },
    loadVegetables: async (typed) => {
      const found = await client.products.search.query({ search: typed.slice(0, TYPED_MAX) });
      return found
        .filter(({ family }) => family === LEGUMERIE_FAMILY)
        .map((product) => ({ value: product.id, label: nameIn(product, locale) }));
    },
  };
}
