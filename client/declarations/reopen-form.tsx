import "@mantine/core/styles/Input.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../trpc.ts";
import sections from "../ui/sections.module.css";
import type { DeclarationPageData } from "./declaration-data.ts";

export interface ReopenFormProps {
  page: DeclarationPageData;
  onDone: () => void;
}

/** Why the year is opened again: it stays in the record of changes. */
export function ReopenForm({ page, onDone }: ReopenFormProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const { year } = page;
  const reopen = useMutation(
    trpc.declarations.reopen.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries();
        onDone();
      },
    }),
  );
  function submit(event: React.FormEvent): void {
    event.preventDefault();
    const isEmpty = reason.trim() === "";
    setMissing(isEmpty);
    if (!isEmpty) reopen.mutate({ canteenId: page.canteen.id, year, reason });
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <p className={sections.words}>
          <Trans>
            Les lignes prendront le jugement d'aujourd'hui et pourront changer. Ce qui avait été déclaré reste
            au registre. Pensez à corriger aussi sur la plateforme de l'État, puis à déclarer de nouveau.
          </Trans>
        </p>
        <Textarea
          label={t`Raison`}
          description={t`Par exemple : facture de décembre retrouvée`}
          required
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          error={missing && t`Dites pourquoi l'année est rouverte.`}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" loading={reopen.isPending}>
            <Trans>Rouvrir {year}</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
