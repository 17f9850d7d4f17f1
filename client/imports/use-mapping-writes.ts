import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import { useTRPC } from "../trpc.ts";

const route = getRouteApi("/layout/importer");

/** Keeps, or forgets, how files of the same columns are read; what is shown of the file follows. */
export function useMappingWrites(key: { canteenId: string; fileId: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = route.useNavigate();
  async function refresh(): Promise<void> {
    // The file is known from now on: its preview comes by itself.
    await navigate({
      replace: true,
      search: ({ colonnes: _colonnes, feuille: _feuille, titres: _titres, ...kept }) => kept,
    });
    await client.invalidateQueries({ queryKey: trpc.importMappings.inspect.queryKey() });
    await client.invalidateQueries({ queryKey: trpc.imports.preview.queryKey() });
  }
  const saving = useMutation(trpc.importMappings.save.mutationOptions({ onSuccess: refresh }));
  const forgetting = useMutation(trpc.importMappings.forget.mutationOptions({ onSuccess: refresh }));
  return {
    saving: saving.isPending,
    save: (mapping: TableMapping, name: string | null) => saving.mutate({ ...key, mapping, name }),
    forget: () => forgetting.mutate(key),
  };
}
