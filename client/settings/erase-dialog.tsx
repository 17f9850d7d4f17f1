import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, List, Text } from "@mantine/core";
import "@mantine/core/styles/List.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../trpc.ts";
import { DialogModal } from "../ui/dialogs.tsx";
import { errorReason } from "../ui/error-messages.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import { isCleared, NamingTexts, useNamingTexts } from "./naming-texts.tsx";
import type { ShownUser } from "./users-section.tsx";

/** Asked first: what it takes away never comes back. */
export function EraseDialog({ user, onClose }: { user: ShownUser; onClose: () => void }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { name } = user;
  const erase = useMutation(
    trpc.users.erase.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.users.list.queryFilter());
        showDoneToast(t`Personne supprimée.`);
        onClose();
      },
    }),
  );
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const texts = (useNamingTexts(user.id).data ?? [])
    .filter((text) => isCleared(text, turned))
    .map(({ place, canteenId, id }) => ({ place, canteenId, id }));
  const last = erase.isError && errorReason(erase.error) === "last-administrator";
  return (
    <DialogModal title={t`Supprimer ${name} ?`} opened onClose={onClose}>
      <List mb="md" spacing="xs">
        <List.Item>
          <Trans>Son nom devient « personne supprimée » partout, son adresse disparaît.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Ses sessions, ses clés et ses vues disparaissent ; elle ne se connecte plus.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Ses saisies restent : aucun chiffre ne change, et l'historique reste vérifiable.</Trans>
        </List.Item>
      </List>
      <NamingTexts
        user={user}
        turned={turned}
        onTurn={(key) =>
          setTurned((before) =>
            before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key]),
          )
        }
      />
      <Text fw={600} mb="md">
        <Trans>Rien de cela ne s'annule.</Trans>
      </Text>
      {last && (
        <Text c="red" role="alert" mb="md">
          <Trans>C'est le dernier administrateur : nommez-en un autre d'abord.</Trans>
        </Text>
      )}
      {erase.isError && !last && <ErrorState error={erase.error} />}
      <Group>
        <Button variant="default" onClick={onClose}>
          <Trans>Garder ce compte</Trans>
        </Button>
        <Button
          color="red"
          loading={erase.isPending}
          onClick={() => erase.mutate({ userId: user.id, texts })}
        >
          <Trans>Supprimer pour toujours</Trans>
        </Button>
      </Group>
    </DialogModal>
  );
}
