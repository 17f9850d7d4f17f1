import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import type { Passkey } from "../../shared/passkeys.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { Section } from "../ui/section.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import { ProvenForm } from "./proven-form.tsx";

/** Devices that sign the person in by a finger, a face or a code, without any password. */
export function PasskeysSection(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.passkeys.list.queryOptions());
  const [adding, setAdding] = useState(false);
  const columns = useColumns();
  const able = "PublicKeyCredential" in window;
  return (
    <Section
      id="passkeys"
      title={t`Clés d'accès`}
      lead={
        <Trans>
          Le doigt, le visage ou le code de votre appareil ouvre votre compte, sans mot de passe. Rien ne peut
          être volé par un faux site.
        </Trans>
      }
      action={
        able && (
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
            <Trans>Ajouter une clé d'accès</Trans>
          </Button>
        )
      }
    >
      <QueryView query={query} lines={2}>
        {(passkeys) =>
          passkeys.length > 0 && (
            <DataTable
              stacked
              caption={t`Clés d'accès de votre compte`}
              captionHidden
              columns={columns}
              rows={passkeys}
              rowKey={({ id }) => id}
            />
          )
        }
      </QueryView>
      <SideDrawer title={t`Ajouter une clé d'accès`} opened={adding} onClose={() => setAdding(false)}>
        {adding && <AddPasskey onAdded={() => setAdding(false)} />}
      </SideDrawer>
    </Section>
  );
}

function AddPasskey({ onAdded }: { onAdded: () => void }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const add = useMutation({
    meta: { quiet: true },
    mutationFn: async (currentPassword: string) => {
      const optionsJSON = await client.passkeys.start.mutate({ currentPassword });
      const { startRegistration } = await import("@simplewebauthn/browser");
      const { id, rawId, type, clientExtensionResults, response } = await startRegistration({ optionsJSON });
      const { clientDataJSON, attestationObject, transports } = response;
      const made = { clientDataJSON, attestationObject, transports };
      await client.passkeys.add.mutate({
        name,
        response: { id, rawId, type, clientExtensionResults, response: made },
      });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries(trpc.passkeys.list.queryFilter());
      showDoneToast(t`Clé d'accès ajoutée.`);
      onAdded();
    },
  });
  // What the browser throws has a name of its own; what the server refuses is told by the form.
  const stopped = add.error instanceof Error && ["NotAllowedError", "AbortError"].includes(add.error.name);
  const held = add.error instanceof Error && add.error.name === "InvalidStateError";
  return (
    <ProvenForm
      submitLabel={t`Continuer`}
      onSubmit={(currentPassword) => add.mutate(currentPassword)}
      busy={add.isPending}
      error={stopped || held ? null : add.error}
    >
      {stopped && (
        <Alert role="alert" color="red">
          <Trans>L'appareil n'a rien enregistré. Recommencez quand vous voulez.</Trans>
        </Alert>
      )}
      {held && (
        <Alert role="alert" color="red">
          <Trans>Cet appareil a déjà une clé d'accès pour votre compte.</Trans>
        </Alert>
      )}
      <TextInput
        label={t`Nom de l'appareil`}
        description={t`Pour le reconnaître dans la liste, par exemple « Tablette de la cuisine ».`}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </ProvenForm>
  );
}

function useColumns(): Column<Passkey>[] {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const locale = useLocale();
  const remove = useMutation(
    trpc.passkeys.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.passkeys.list.queryFilter());
        showDoneToast(t`Clé d'accès retirée.`);
      },
    }),
  );
  return [
    { key: "name", header: t`Appareil`, rowHeader: true, cell: ({ name }) => name },
    { key: "created", header: t`Ajoutée`, cell: ({ createdAt }) => formatFrenchMoment(createdAt, locale) },
    {
      key: "used",
      header: t`Dernier usage`,
      cell: ({ usedAt }) => (usedAt === null ? t`jamais` : formatFrenchMoment(usedAt, locale)),
    },
    {
      key: "actions",
      header: t`Actions`,
      screenOnly: true,
      cell: ({ id, name }) => (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t`Retirer la clé d'accès « ${name} »`}
          onClick={() => remove.mutate({ id })}
        >
          <Trans>Retirer</Trans>
        </Button>
      ),
    },
  ];
}
