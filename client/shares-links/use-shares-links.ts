import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SharesLinkInput } from "../../shared/shares-links.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";

/** Whose pages: one canteen's, or the organisation's as a whole (null). */
export type SharesOwner = string | null;

export type SharesLink = RouterOutputs["sharesLinks"]["listOfCanteen"][number];

/** The public pages of an owner, and what may be done with them. */
export function useSharesLinks(canteenId: SharesOwner) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const ofCanteen = useQuery({
    ...trpc.sharesLinks.listOfCanteen.queryOptions({ canteenId: canteenId ?? "" }),
    enabled: canteenId !== null,
  });
  const ofOrganisation = useQuery({
    ...trpc.sharesLinks.listOfOrganisation.queryOptions(),
    enabled: canteenId === null,
  });
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.sharesLinks.pathKey() });
  const create = useMutation({
    mutationFn: (link: { id: string; input: SharesLinkInput }) =>
      canteenId === null
        ? client.sharesLinks.createOfOrganisation.mutate(link)
        : client.sharesLinks.createOfCanteen.mutate({ canteenId, ...link }),
    onSuccess: refresh,
  });
  const revoke = useMutation({
    mutationFn: (id: string) =>
      canteenId === null
        ? client.sharesLinks.revokeOfOrganisation.mutate({ id })
        : client.sharesLinks.revokeOfCanteen.mutate({ canteenId, id }),
    onSuccess: refresh,
  });
  return { list: canteenId === null ? ofOrganisation : ofCanteen, create, revoke };
}
