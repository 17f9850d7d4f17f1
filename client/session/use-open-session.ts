import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useTRPC } from "../trpc.ts";

/** After the server opened a session: reads it, then goes to the page that was asked for, else home. */
export function useOpenSession(): (back?: string) => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (back) => {
    // What was asked before the session opened says that nobody is signed in: its answer is not waited for.
    await queryClient.cancelQueries({ queryKey: trpc.session.current.queryKey() });
    await queryClient.fetchQuery({ ...trpc.session.current.queryOptions(), staleTime: 0 });
    router.history.push(back !== undefined && isOwnPath(back) ? back : "/");
  };
}

/** A path of this site: an address that leads elsewhere is not followed. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path);
}
