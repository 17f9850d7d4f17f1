import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./offline.module.css";
import { useNewVersion, useOffline, useShownFrom } from "./offline-context.tsx";

/** What is shown is not the server's of now; or the pages have a newer version. */
export function OfflineNotes(): React.ReactNode {
  const shownFrom = useShownFrom();
  const waiting = useNewVersion();
  const { newVersion } = useOffline();
  return (
    <div role="status" data-no-print>
      {shownFrom !== null && <OfflineNote shownFrom={shownFrom} />}
      {waiting && shownFrom === null && (
        <p className={classes.note}>
          <Icon name="download" />
          <span>
            <Trans>Une nouvelle version est prête. Votre saisie en cours est gardée.</Trans>
          </span>
          <Button size="compact-md" variant="default" onClick={newVersion.take}>
            <Trans>Recharger</Trans>
          </Button>
        </p>
      )}
    </div>
  );
}

const ASK_AGAIN_MS = 15_000;

function OfflineNote({ shownFrom }: { shownFrom: number }): React.ReactNode {
  const locale = useLocale();
  const moment = formatFrenchMoment(new Date(shownFrom).toISOString(), locale);
  useAskAgain();
  return (
    <p className={classes.note}>
      <Icon name="alert" />
      <span>
        <Trans>
          <strong>Hors ligne.</strong> Fournisseurs, articles et prix du {moment}. Ce que vous saisissez est
          gardé sur cet appareil et partira dès que le serveur répondra.
        </Trans>
      </span>
    </p>
  );
}

/** The return of the server is noticed by itself. */
function useAskAgain(): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    const ask = (): void => void queryClient.refetchQueries({ queryKey: trpc.session.current.queryKey() });
    const timer = setInterval(ask, ASK_AGAIN_MS);
    window.addEventListener("online", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", ask);
    };
  }, [trpc, queryClient]);
}
