import { Trans } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTRPCClient } from "../trpc.ts";
import { errorReason } from "../ui/error-messages.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Icon } from "../ui/icons.tsx";

/** Signs in with a passkey of this device; nothing is typed. */
export function PasskeyButton({ onOpened }: { onOpened: () => Promise<void> }): React.ReactNode {
  const client = useTRPCClient();
  const enter = useMutation({
    meta: { quiet: true },
    mutationFn: async () => {
      const optionsJSON = await client.passkeys.startSignIn.mutate({});
      const { startAuthentication } = await import("@simplewebauthn/browser");
      const { id, rawId, type, clientExtensionResults, response } = await startAuthentication({
        optionsJSON,
      });
      const { clientDataJSON, authenticatorData, signature, userHandle } = response;
      const signed = { clientDataJSON, authenticatorData, signature, userHandle };
      await client.passkeys.signIn.mutate({
        response: { id, rawId, type, clientExtensionResults, response: signed },
      });
    },
    onSuccess: onOpened,
  });
  const stopped = enter.error instanceof Error && enter.error.name === "NotAllowedError";
  const refused = enter.isError && errorReason(enter.error) === "passkey";
  return (
    <>
      {refused && (
        <Alert role="alert" color="red" mt="md">
          <Trans>Cette clé d'accès n'ouvre aucun compte ici. Connectez-vous par le mot de passe.</Trans>
        </Alert>
      )}
      {enter.isError && !stopped && !refused && <ErrorState error={enter.error} />}
      <Button
        mt="md"
        variant="default"
        fullWidth
        leftSection={<Icon name="user" />}
        loading={enter.isPending || enter.isSuccess}
        onClick={() => enter.mutate()}
      >
        <Trans>Se connecter avec une clé d'accès</Trans>
      </Button>
    </>
  );
}
