import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Id } from "../../shared/ids.ts";
import type { ImportRun } from "../../shared/import-runs.ts";
import { useTRPC } from "../trpc.ts";
import { withoutTold } from "./told-runs.ts";

/** Where a proxy holds events back, the state is asked for as well. */
const ASK_AGAIN_MS = 5_000;

/** Imports of the canteen under way, or whose end is still to be told: the server's state, so that a reload finds them. */
export function useImportRuns(canteenId: Id | null): readonly ImportRun[] {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.importRuns.list.queryOptions(
      { canteenId: canteenId ?? "" },
      {
        enabled: canteenId !== null,
        select: withoutTold,
        refetchInterval: ({ state }) =>
          state.data?.some((run) => run.state === "RUNNING") === true ? ASK_AGAIN_MS : false,
      },
    ),
  );
  return data ?? NONE;
}

const NONE: readonly ImportRun[] = [];

/** Puts what is known of a run in its place; when it has just ended, everything that shows figures is asked again. */
export function useNoteRun(): (run: ImportRun) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useCallback(
    (run) => {
      const key = trpc.importRuns.list.queryKey({ canteenId: run.canteenId });
      client.setQueryData(key, (runs: ImportRun[] = []) =>
        runs.some(({ id }) => id === run.id)
          ? runs.map((known) => (known.id === run.id ? run : known))
          : [run, ...runs],
      );
      if (run.state !== "RUNNING") void client.invalidateQueries();
    },
    [client, trpc],
  );
}
