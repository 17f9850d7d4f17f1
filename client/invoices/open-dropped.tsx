import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import { invoiceRefusalSentence } from "../../shared/invoice-sentences.ts";
import { forgetDropped } from "../dropped-files.ts";
import { useTRPC } from "../trpc.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import { LoadingSkeleton } from "../ui/loading-skeleton.tsx";
import { useLocale } from "../ui/locale.ts";

const route = getRouteApi("/layout/factures");

/** A file just dropped is taken in, then its page opens; or it says why not, or where it is already. */
export function OpenDropped({ canteenId, fileId }: { canteenId: Id; fileId: string }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const [invoiceId] = useState(newId);
  const open = useMutation(trpc.invoices.open.mutationOptions({ meta: { quiet: true } }));
  const { mutate, data, error } = open;
  useEffect(() => {
    mutate({ canteenId, fileId, invoiceId });
  }, [mutate, canteenId, fileId, invoiceId]);
  useEffect(() => {
    if (data === undefined) return;
    forgetDropped({ fileId });
    void queryClient.invalidateQueries({ queryKey: trpc.invoices.pathKey() });
    if (data.opened)
      void navigate({
        to: "/factures/$canteenId/$invoiceId",
        params: { canteenId, invoiceId: data.invoiceId },
        replace: true,
      });
  }, [data, canteenId, fileId, navigate, queryClient, trpc]);

  if (error !== null)
    return <ErrorState error={error} onRetry={() => mutate({ canteenId, fileId, invoiceId })} />;
  if (data === undefined || data.opened) return <LoadingSkeleton lines={8} />;
  return (
    <Alert
      role="alert"
      color={data.refusal === null ? "beet" : "red"}
      variant="default"
      icon={<Icon name={data.refusal === null ? "info" : "alert"} />}
      title={
        data.refusal === null ? t`Cette facture est déjà là` : t`Ce fichier ne se lit pas comme une facture`
      }
    >
      <Text>
        {data.refusal === null ? (
          <Trans>
            Même fichier, ou même vendeur, même numéro et même année : la prendre deux fois compterait deux
            fois les mêmes achats.
          </Trans>
        ) : (
          invoiceRefusalSentence(data.refusal, locale)
        )}
      </Text>
      <Group mt="sm">
        {data.sameId !== null && (
          <LinkButton to="/factures/$canteenId/$invoiceId" params={{ canteenId, invoiceId: data.sameId }}>
            <Trans>Ouvrir la première</Trans>
          </LinkButton>
        )}
        <LinkButton to="/factures" variant="default">
          <Trans>Voir toutes les factures</Trans>
        </LinkButton>
      </Group>
    </Alert>
  );
}
