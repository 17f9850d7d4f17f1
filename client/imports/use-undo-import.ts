import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../trpc.ts";
import { showDoneToast } from "../ui/toasts.tsx";

/** Id of the title of the list of imports. */
export const PAST_IMPORTS = "past-imports";

/** Takes an import out of the figures, says so, and refreshes what shows them. */
export function useUndoImport(canteenId: string, onDone?: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { t } = useLingui();
  const undo = useMutation(
    trpc.imports.undo.mutationOptions({
      onSuccess: async ({ kept }) => {
        showDoneToast(
          kept === 0
            ? t`Import annulé : ses lignes ne comptent plus.`
            : t`Import annulé, sauf ${plural(kept, { one: "# commande modifiée depuis, gardée.", other: "# commandes modifiées depuis, gardées." })}`,
        );
        onDone?.();
        // The button pressed is gone; what it did is told there.
        document.getElementById(PAST_IMPORTS)?.focus();
        await client.invalidateQueries();
      },
    }),
  );
  return {
    undoing: undo.isPending ? undo.variables.importId : null,
    undo: (importId: string) => undo.mutate({ canteenId, importId }),
  };
}
