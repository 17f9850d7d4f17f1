import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import type { PatCommune } from "../../shared/pats.ts";
import type { TerritoryKind } from "../../shared/territories.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { SearchSelect } from "../ui/search-select.tsx";
import { showErrorToast } from "../ui/toasts.tsx";
import { useTerritorySearch } from "./territory-search.ts";

const WHOLE: readonly TerritoryKind[] = ["EPCI", "DEPARTEMENT"];

interface PatCommuneFieldsProps {
  error: string | undefined;
  onAdd: (communes: readonly PatCommune[]) => void;
}

/** Adds one commune, or those of an EPCI or a département at once; each field is empty again afterwards. */
export function PatCommuneFields({ error, onAdd }: PatCommuneFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const searchTerritories = useTerritorySearch(WHOLE);
  async function add(load: () => Promise<readonly PatCommune[]>): Promise<void> {
    try {
      onAdd((await load()).map(({ code, name, departement }) => ({ code, name, departement })));
    } catch (failure) {
      showErrorToast(failure);
    }
  }
  return (
    <>
      <SearchSelect
        label={t`Ajouter une commune`}
        value={null}
        error={error}
        load={async (typed) => {
          const found = await client.territories.searchCommunes.query({ text: typed.slice(0, 100) });
          return found.map(({ code, name, departement, postcodes }) => ({
            value: code,
            label: `${name} (${departement})`,
            detail: postcodes.slice(0, 3).join(", "),
          }));
        }}
        onChange={(option) => {
          if (option === null) return;
          const codes = [option.value];
          void add(() => queryClient.fetchQuery(trpc.territories.communes.queryOptions({ codes })));
        }}
      />
      <SearchSelect
        label={t`Ajouter toute une intercommunalité, ou un département`}
        value={null}
        load={searchTerritories}
        onChange={(option) => {
          if (option === null) return;
          const code = option.value;
          void add(() => queryClient.fetchQuery(trpc.territories.communesOf.queryOptions({ code })));
        }}
      />
    </>
  );
}
