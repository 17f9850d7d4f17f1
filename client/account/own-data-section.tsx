import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { Section } from "../ui/section.tsx";

/** What is held about the person: taken away as a file, or forgotten. */
export function OwnDataSection(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = useQuery(trpc.account.erasureAskedAt.queryOptions());
  const take = useMutation({
    mutationFn: async () => {
      const data = await client.account.ownData.query();
      saveText("mes-donnees-bonnepart.json", JSON.stringify(data, null, 2));
    },
  });
  return (
    <Section
      id="own-data"
      title={t`Mes données`}
      lead={
        <Trans>
          Tout ce que Bonnepart garde sur vous, en un fichier JSON. Supprimer votre compte efface votre nom et
          votre adresse partout ; les achats que vous avez saisis restent à la cantine.
        </Trans>
      }
    >
      <Group>
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          <Trans>Télécharger mes données</Trans>
        </Button>
        <QueryView query={query} lines={1}>
          {(askedAt) => <Erasure askedAt={askedAt} />}
        </QueryView>
      </Group>
    </Section>
  );
}

/** The person asks, an administrator does it. */
function Erasure({ askedAt }: { askedAt: string | null }): React.ReactNode {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const locale = useLocale();
  const ask = useMutation(
    trpc.account.askErasure.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.account.erasureAskedAt.queryFilter()),
    }),
  );
  if (askedAt === null)
    return (
      <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate({ asked: true })}>
        <Trans>Demander la suppression</Trans>
      </Button>
    );
  const since = formatFrenchMoment(askedAt, locale);
  return (
    <Group role="status">
      <Text>
        <Trans>Suppression demandée le {since}. L'administrateur de votre organisation la voit.</Trans>
      </Text>
      <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate({ asked: false })}>
        <Trans>Retirer la demande</Trans>
      </Button>
    </Group>
  );
}

function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
