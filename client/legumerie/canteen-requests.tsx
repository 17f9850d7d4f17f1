import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { waitingGrams } from "../../shared/legumerie/requests.ts";
import { CUT_LABELS } from "../../shared/legumerie.ts";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText, TranslatedName } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import { showDoneToast } from "../ui/toasts.tsx";
import { DateText, WeightText } from "../ui/values.tsx";
import classes from "./legumerie.module.css";
import { RequestBadge } from "./request-badge.tsx";
import type { CanteenLegumeries } from "./workshop.ts";
import { nameIn } from "./workshop.ts";

type Request = CanteenLegumeries["requests"][number];

/** What the canteen asked, latest day first. */
export function CanteenRequests({
  canteenId,
  requests,
}: {
  canteenId: string;
  requests: readonly Request[];
}): React.ReactNode {
  const { t } = useLingui();
  const columns = useColumns(canteenId);
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="asked">
      <Title order={2} id="asked" mb="sm">
        <Trans>Mes commandes à la légumerie</Trans>
      </Title>
      <DataTable
        caption={t`Commandes faites, la plus lointaine d'abord`}
        captionHidden
        stacked
        foldAfter={8}
        columns={columns}
        rows={requests}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

function useColumns(canteenId: string): Column<Request>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const { holds } = useSession();
  const columns: Column<Request>[] = [
    {
      key: "product",
      header: t`Produit`,
      cell: (row) => (
        <>
          <TranslatedName name={row.productName} nameEn={row.productNameEn} />, {CUT_LABELS[row.cut][locale]}
          {row.organic && (
            <>
              {", "}
              <Trans>bio seulement</Trans>
            </>
          )}
          <br />
          <span className={classes.detail}>
            <DataText>{row.legumerieName}</DataText>
          </span>
        </>
      ),
    },
    {
      key: "wanted",
      header: t`Pour le`,
      cell: (row) => (
        <>
          <DateText date={row.wantedOn} />
          {row.weekly && (
            <>
              <br />
              <span className={classes.detail}>
                <Trans>puis chaque semaine</Trans>
              </span>
            </>
          )}
        </>
      ),
    },
    { key: "grams", header: t`Demandé`, numeric: true, cell: ({ grams }) => <WeightText grams={grams} /> },
    {
      key: "waiting",
      header: t`Reste à recevoir`,
      numeric: true,
      cell: (row) =>
        row.weekly || row.status !== "WAITING" ? "–" : <WeightText grams={waitingGrams(row)} />,
    },
    {
      key: "status",
      header: t`État`,
      cell: (row) => <RequestBadge status={row.status} answer={row.answer} />,
    },
  ];
  if (!holds("orders.draft")) return columns;
  return [
    ...columns,
    { key: "cancel", header: t`Annuler`, cell: (row) => <Cancel canteenId={canteenId} request={row} /> },
  ];
}

function Cancel({ canteenId, request }: { canteenId: string; request: Request }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const queryClient = useQueryClient();
  const cancel = useMutation(
    useTRPC().legumerieRequests.cancel.mutationOptions({
      onSuccess: async () => {
        showDoneToast(t`Commande annulée`);
        await queryClient.invalidateQueries();
      },
    }),
  );
  const open = request.status === "WAITING" || (request.weekly && request.status === "SERVED");
  if (!open) return "–";
  const name = nameIn({ name: request.productName, nameEn: request.productNameEn }, locale);
  return (
    <Button
      size="md"
      variant="default"
      loading={cancel.isPending}
      aria-label={t`Annuler : ${name}`}
      onClick={() => cancel.mutate({ canteenId, id: request.id })}
    >
      <Trans>Annuler</Trans>
    </Button>
  );
}
