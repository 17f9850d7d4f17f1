import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { indexedDbReads } from "./offline/kept-reads.ts";
import { keptReadsLink } from "./offline/kept-reads-link.ts";
import { OfflineProvider } from "./offline/offline-context.tsx";
import { noticeMissingFiles, pagesBuild } from "./offline/pages-build.ts";
import { createReach } from "./offline/reach.ts";
import { registerServiceWorker } from "./offline/service-worker-registration.ts";
import { router } from "./routes.tsx";
import { styleNonce } from "./style-nonce.ts";
import { makeQueryClient, makeTrpcClient, TRPCProvider } from "./trpc.ts";
import { cssVariables, theme } from "./ui/theme.ts";
import { ToasterSlot } from "./ui/toaster-slot.tsx";

const queryClient = makeQueryClient({
  onSignedOut: readSession,
  onMutationError: (error) => void showError(error),
});
const reach = createReach(() => void queryClient.invalidateQueries());
const reads = indexedDbReads(pagesBuild());
const trpcClient = makeTrpcClient(keptReadsLink(reads, reach));
const offline = { reads, reach, newVersion: registerServiceWorker() };

noticeMissingFiles();

function readSession(): void {
  void queryClient.invalidateQueries({ queryKey: [["session", "current"]] });
}

async function showError(error: unknown): Promise<void> {
  const { showErrorToast } = await import("./ui/toasts.tsx");
  showErrorToast(error);
}

export function App(): React.ReactNode {
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          forceColorScheme="light"
          deduplicateCssVariables={false}
          getStyleNonce={styleNonce}
        >
          <QueryClientProvider client={queryClient}>
            <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
              <OfflineProvider value={offline}>
                <RouterProvider router={router} />
                <ToasterSlot />
              </OfflineProvider>
            </TRPCProvider>
          </QueryClientProvider>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>
  );
}
