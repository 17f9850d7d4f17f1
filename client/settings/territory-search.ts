import type { TerritoryKind } from "../../shared/territories.ts";
import { TERRITORY_KIND_LABELS } from "../../shared/territories.ts";
import { useTRPCClient } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import type { SearchOption } from "../ui/search-select.tsx";

/** Finds territories of some kinds by their name; those of the first kind come first. */
export function useTerritorySearch(
  kinds: readonly TerritoryKind[],
): (typed: string) => Promise<SearchOption[]> {
  const client = useTRPCClient();
  const locale = useLocale();
  return async (typed) => {
    const text = typed.slice(0, 100);
    const found = await Promise.all(kinds.map((kind) => client.territories.search.query({ text, kind })));
    return found.flat().map(({ code, kind, name }) => ({
      value: code,
      label: name,
      detail: TERRITORY_KIND_LABELS[kind][locale],
    }));
  };
}
