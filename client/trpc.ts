import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import type { TRPCClient, TRPCLink } from "@trpc/client";
import {
  createTRPCClient,
  httpBatchStreamLink,
  httpLink,
  isNonJsonSerializable,
  splitLink,
} from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "../server/router.ts";
import { errorCode } from "./ui/error-messages.ts";

export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** Each of these hashes a password: the server counts and refuses them one by one, never in a batch. */
const NEVER_BATCHED: readonly string[] = [
  "session.signIn",
  "session.createFirstAdministrator",
  "session.changePassword",
  "invitations.open",
  "invitations.accept",
  "passkeys.start",
  "passkeys.add",
  "passkeys.startSignIn",
  "passkeys.signIn",
  "twoStep.start",
  "twoStep.confirm",
  "twoStep.remakeRecoveryCodes",
  "twoStep.remove",
];

/** Stands before the way to the server. */
export type ReadLink = TRPCLink<AppRouter>;

export function makeTrpcClient(readLink: ReadLink): TRPCClient<AppRouter> {
  const transport = {
    url: "/trpc",
    headers: { "x-bonnepart": "1" },
    fetch: (input: RequestInfo | URL | string, init?: RequestInit): Promise<Response> =>
      fetch(input, { ...init, credentials: "same-origin" }),
  };
  return createTRPCClient<AppRouter>({
    links: [
      readLink,
      splitLink({
        condition: (op) => NEVER_BATCHED.includes(op.path) || isNonJsonSerializable(op.input),
        true: httpLink(transport),
        false: httpBatchStreamLink({ ...transport, maxItems: 10 }),
      }),
    ],
  });
}

export type WriteClient = TRPCClient<AppRouter>;

/** Sends each write alone, as the person its context names: the server refuses it to anybody else's session. */
export function makeWriteClient(): WriteClient {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: "/trpc",
        headers: ({ op }) => ({ "x-bonnepart": "1", "x-bonnepart-user": String(op.context.userId) }),
        fetch: (input, init) => fetch(input, { ...init, credentials: "same-origin" }),
      }),
    ],
  });
}

export interface QueryErrorHandlers {
  onSignedOut: () => void;
  /** A mutation failed and its caller did not set `meta: { quiet: true }`. */
  onMutationError: (error: unknown) => void;
}

/** Never pauses: a paused mutation would look saved while the server is unreachable. */
export function makeQueryClient(handlers: QueryErrorHandlers): QueryClient {
  function noticeSignOut(error: unknown): void {
    if (errorCode(error) === "UNAUTHENTICATED") handlers.onSignedOut();
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignOut }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        noticeSignOut(error);
        if (mutation.meta?.quiet !== true) handlers.onMutationError(error);
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && errorCode(error) === "NETWORK",
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
