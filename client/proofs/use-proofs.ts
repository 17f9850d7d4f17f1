import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSession } from "../session-context.tsx";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import type { ProofsSearch } from "./search.ts";

export type ProofsPageData = RouterOutputs["proofs"]["list"];
export type ShownProof = ProofsPageData["proofs"][number];

export interface ProofsScope {
  perimetre: "cantine" | "tout";
  /** Null: every canteen that the account may read. */
  canteenId: string | null;
  /** Whether there is a choice. */
  isChoice: boolean;
}

/** Whose purchases: the chosen canteen's for those who enter orders, else all. */
export function useProofsScope({ perimetre }: Pick<ProofsSearch, "perimetre">): ProofsScope {
  const { canteen, canteens, holds } = useSession();
  const first = canteen === null || !holds("orders.draft") ? "tout" : "cantine";
  const chosen = canteen === null ? "tout" : (perimetre ?? first);
  return {
    perimetre: chosen,
    canteenId: chosen === "tout" ? null : (canteen?.id ?? null),
    isChoice: canteens.length > 1,
  };
}

export function useProofs({ canteenId }: ProofsScope) {
  const trpc = useTRPC();
  return useQuery({ ...trpc.proofs.list.queryOptions({ canteenId }), placeholderData: keepPreviousData });
}
