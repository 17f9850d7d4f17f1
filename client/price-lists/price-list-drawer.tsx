import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { DataText } from "../ui/data-text.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import { DateText } from "../ui/values.tsx";
import { RevisionTable } from "./revision-table.tsx";

interface PriceListDrawerProps {
  canteenId: string;
  priceListId: string;
  onClose: () => void;
}

/** One list: its articles, and what each cost before. */
export function PriceListDrawer({ canteenId, priceListId, onClose }: PriceListDrawerProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { holds } = useSession();
  const queries = useQueryClient();
  const query = useQuery(trpc.priceLists.get.queryOptions({ canteenId, priceListId }));
  const remove = useMutation(
    trpc.priceLists.remove.mutationOptions({
      onSuccess: async () => {
        onClose();
        await queries.invalidateQueries();
        showDoneToast(t`Mercuriale supprimée`);
      },
    }),
  );
  return (
    <SideDrawer title={query.data?.list.name ?? t`Mercuriale`} size="xl" opened onClose={onClose}>
      <QueryView query={query} lines={8}>
        {({ list, supplierName, lines, beforeName }) => (
          <>
            <Text mb="sm">
              <strong>
                <DataText>{supplierName}</DataText>
              </strong>
              {", "}
              {list.validTo === null ? (
                <Trans>
                  à partir du <DateText date={list.validFrom} />
                </Trans>
              ) : (
                <Trans>
                  du <DateText date={list.validFrom} /> au <DateText date={list.validTo} />
                </Trans>
              )}
            </Text>
            <RevisionTable
              lines={lines}
              beforeName={beforeName}
              download={tableFile("mercuriale", { canteenId, priceListId })}
            />
            {holds("prices.write") && (
              <Button
                mt="md"
                variant="default"
                leftSection={<Icon name="trash" />}
                loading={remove.isPending}
                onClick={() => remove.mutate({ canteenId, priceListId })}
              >
                <Trans>Supprimer cette mercuriale</Trans>
              </Button>
            )}
          </>
        )}
      </QueryView>
    </SideDrawer>
  );
}
