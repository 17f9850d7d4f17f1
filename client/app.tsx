import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { router } from "./routes.tsx";
import { makeQueryClient, makeTrpcClient, TRPCProvider } from "./trpc.ts";
import { cssVariables, theme } from "./ui/theme.ts";
import { showErrorToast } from "./ui/toasts.tsx";

const trpcClient = makeTrpcClient();
const queryClient = makeQueryClient({
  onSignedOut: () => void queryClient.invalidateQueries({ queryKey: [["session", "current"]] }),
  onMutationError: showErrorToast,
});

/** Nonce of this answer's Content-Security-Policy, for the theme's style elements. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

export function App(): React.ReactNode {
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          forceColorScheme="light"
          getStyleNonce={styleNonce}
        >
          <QueryClientProvider client={queryClient}>
            <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
              <RouterProvider router={router} />
              <Notifications position="bottom-right" />
            </TRPCProvider>
          </QueryClientProvider>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>
  );
}
