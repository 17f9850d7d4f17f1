import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { OpenSession } from "../../shared/account.ts";
import type { Device } from "../../shared/devices.ts";
import { BROWSER_NAMES, SYSTEM_NAMES } from "../../shared/devices.ts";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { Section } from "../ui/section.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import classes from "./account.module.css";

/** Where the person is signed in; each place may be closed from here. */
export function SessionsSection(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.account.sessions.queryOptions());
  const refresh = useRefresh();
  const closeOthers = useMutation(
    trpc.account.closeOtherSessions.mutationOptions({
      onSuccess: async () => {
        await refresh();
        showDoneToast(t`Les autres sessions sont fermées.`);
      },
    }),
  );
  const columns = useColumns();
  return (
    <Section
      id="sessions"
      title={t`Sessions ouvertes`}
      lead={
        <Trans>
          Une session se ferme seule après 12 heures sans usage, et 7 jours au plus après la connexion. Si
          vous ne reconnaissez pas un appareil, fermez sa session, puis changez votre mot de passe.
        </Trans>
      }
    >
      <QueryView query={query}>
        {(sessions) => (
          <>
            <DataTable
              stacked
              caption={t`Sessions ouvertes de votre compte`}
              captionHidden
              columns={columns}
              rows={sessions}
              rowKey={({ id }) => id}
              refreshing={query.isRefetching}
            />
            {sessions.length > 1 && (
              <Button
                mt="md"
                variant="default"
                loading={closeOthers.isPending}
                onClick={() => closeOthers.mutate()}
              >
                <Trans>Fermer toutes les autres sessions</Trans>
              </Button>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}

function useRefresh(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.account.sessions.queryFilter());
}

function useColumns(): Column<OpenSession>[] {
  const { t } = useLingui();
  const trpc = useTRPC();
  const locale = useLocale();
  const refresh = useRefresh();
  const nameOf = useDeviceName();
  const close = useMutation(
    trpc.account.closeSession.mutationOptions({
      onSuccess: async () => {
        await refresh();
        showDoneToast(t`Session fermée.`);
      },
    }),
  );
  return [
    {
      key: "device",
      header: t`Appareil`,
      rowHeader: true,
      cell: ({ device, current }) => (
        <>
          {nameOf(device)}
          {current && (
            <div className={classes.here}>
              <Trans>Cette session</Trans>
            </div>
          )}
        </>
      ),
    },
    { key: "opened", header: t`Connexion`, cell: ({ openedAt }) => formatFrenchMoment(openedAt, locale) },
    { key: "seen", header: t`Dernier usage`, cell: ({ seenAt }) => formatFrenchMoment(seenAt, locale) },
    {
      key: "actions",
      header: t`Actions`,
      screenOnly: true,
      cell: ({ id, device, current, openedAt }) => {
        const name = nameOf(device);
        const opened = formatFrenchMoment(openedAt, locale);
        return current ? (
          t`Se ferme par « Se déconnecter »`
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t`Fermer la session ${name}, ouverte le ${opened}`}
            onClick={() => close.mutate({ sessionId: id })}
          >
            <Trans>Fermer</Trans>
          </Button>
        );
      },
    },
  ];
}

/** « Firefox sur Windows ». */
function useDeviceName(): (device: Device) => string {
  const { t } = useLingui();
  return ({ browser, system }) => {
    const browserName = browser === null ? t`Navigateur inconnu` : BROWSER_NAMES[browser];
    if (system === null) return browserName;
    const systemName = SYSTEM_NAMES[system];
    return t`${browserName} sur ${systemName}`;
  };
}
