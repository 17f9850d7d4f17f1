import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { shownName } from "../../shared/account.ts";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { showDoneToast } from "../ui/toasts.tsx";

/** Files imported before, each undone in one press; nothing when there is none. */
export function PastImports(): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useQuery(trpc.clauses.hourImports.queryOptions());
  const undo = useMutation(
    trpc.clauses.undoHourImport.mutationOptions({
      onSuccess: async ({ kept }) => {
        await queryClient.invalidateQueries();
        showDoneToast(
          kept === 0
            ? t`Import annulé`
            : t`Import annulé, sauf ${kept} mois modifiés depuis, laissés tels quels`,
        );
      },
    }),
  );
  if (query.data === undefined || query.data.length === 0) return null;
  return (
    <section aria-labelledby="past-imports">
      <Title order={3} id="past-imports" mb="xs">
        <Trans>Fichiers importés</Trans>
      </Title>
      <DataTable
        caption={t`Fichiers d'heures importés, le dernier d'abord`}
        captionHidden
        stacked
        foldAfter={6}
        rows={query.data}
        rowKey={({ id }) => id}
        columns={[
          { key: "file", header: t`Fichier`, rowHeader: true, cell: ({ fileName }) => fileName },
          { key: "at", header: t`Le`, cell: ({ createdAt }) => formatFrenchMoment(createdAt, locale) },
          { key: "by", header: t`Par`, cell: ({ createdByName }) => shownName(createdByName, locale) ?? "" },
          {
            key: "changed",
            header: t`Mois`,
            numeric: true,
            cell: ({ changed }) => <Plural value={changed} one="# mois" other="# mois" />,
          },
          {
            key: "undo",
            header: t`Annuler`,
            cell: ({ id, fileName, undoneAt }) =>
              undoneAt === null ? (
                <Button
                  variant="default"
                  size="compact-sm"
                  leftSection={<Icon name="undo" size={16} />}
                  aria-label={t`Annuler l'import de ${fileName}`}
                  loading={undo.isPending}
                  onClick={() => undo.mutate({ id })}
                >
                  <Trans>Annuler</Trans>
                </Button>
              ) : (
                <Trans>annulé</Trans>
              ),
          },
        ]}
      />
    </section>
  );
}
