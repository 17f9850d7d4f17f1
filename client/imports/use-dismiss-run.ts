import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ImportRun } from "../../shared/import-runs.ts";
import { useTRPC } from "../trpc.ts";
import { noteTold } from "./told-runs.ts";

/** The end of a run has been told: it is not told again, here nor elsewhere. */
export function useDismissRun(): (run: ImportRun) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutate } = useMutation(trpc.importRuns.dismiss.mutationOptions({ meta: { quiet: true } }));
  return useCallback(
    ({ canteenId, id }) => {
      noteTold(id);
      client.setQueryData(trpc.importRuns.list.queryKey({ canteenId }), (runs: ImportRun[] = []) =>
        runs.filter((run) => run.id !== id),
      );
      mutate({ canteenId, importId: id });
    },
    [client, trpc, mutate],
  );
}
