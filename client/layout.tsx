import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { AccountMenu } from "./account-menu.tsx";
import { CanteenPicker } from "./canteen-picker.tsx";
import { useChosenCanteen } from "./chosen-canteen.ts";
import { catchEarlyDrops } from "./early-drop.ts";
import { activateLocale, withTexts } from "./i18n.ts";
import { OfflineNotes } from "./offline/offline-notes.tsx";
import { KeptWrites } from "./outbox/kept-writes.tsx";
import { useOutbox } from "./outbox/outbox-context.tsx";
import { OutboxIndicator } from "./outbox/outbox-indicator.tsx";
import { PrintedNote } from "./printed-note.tsx";
import type { Session } from "./session-context.tsx";
import { rolesOf, SessionProvider, sessionHolds } from "./session-context.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { useTRPC } from "./trpc.ts";
import { BarePage } from "./ui/bare-page.tsx";
import { ErrorState } from "./ui/error-state.tsx";
import { LoadingSkeleton } from "./ui/loading-skeleton.tsx";
import { Redirect } from "./ui/redirect.tsx";
import { Shell } from "./ui/shell.tsx";
import { useNavigation } from "./use-navigation.ts";

const FileDrop = lazy(async () => {
  catchEarlyDrops();
  return { default: (await withTexts("imports", import("./imports/file-drop.tsx"))).FileDrop };
});
const FileQueue = lazy(async () => ({
  default: (await withTexts("imports", import("./imports/file-queue.tsx"))).FileQueue,
}));

/** Parent of every signed-in page: finds the session, or sends to the page that opens one. */
export function Layout(): React.ReactNode {
  const trpc = useTRPC();
  const query = useQuery(trpc.session.current.queryOptions());
  const session = query.data;
  if (session === undefined) {
    return (
      <BarePage>
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingSkeleton />
        )}
      </BarePage>
    );
  }
  if (session.needsFirstAdministrator) return <Redirect to="/premiers-pas" />;
  const { user } = session;
  if (user === null) return <Redirect to="/connexion" remember />;
  return (
    <KeptWrites>
      <SignedIn session={{ ...session, user }} readAt={query.dataUpdatedAt} />
    </KeptWrites>
  );
}

function SignedIn({ session, readAt }: { session: Session; readAt: number }): React.ReactNode {
  const { canteen, selectCanteen } = useChosenCanteen(session);
  const nav = useNavigation(session);
  const importing = sessionHolds(session, "imports.write");
  const accountLocale = session.user.locale;
  useEffect(() => {
    void activateLocale(accountLocale);
  }, [accountLocale]);
  useSending(session.user.id, readAt);
  return (
    <SessionProvider
      value={{
        ...session,
        roles: rolesOf(session),
        holds: (right) => sessionHolds(session, right),
        canteen,
        selectCanteen,
      }}
    >
      <Shell
        productName="Bonnepart"
        nav={nav.primary}
        context={<CanteenPicker />}
        notes={<OfflineNotes />}
        footer={<SiteFooter signedIn />}
        printed={<PrintedNote />}
        account={
          <>
            {importing && (
              <Suspense>
                <FileDrop />
              </Suspense>
            )}
            <OutboxIndicator />
            <AccountMenu entries={nav.secondary} />
          </>
        }
        {...(session.demo ? { banner: <Trans>Données de démonstration : rien ici n'est réel.</Trans> } : {})}
      >
        {importing && (
          <Suspense>
            <FileQueue />
          </Suspense>
        )}
        <Outlet />
      </Shell>
    </SessionProvider>
  );
}

/** What this person wrote leaves this device while they are signed in; each new reading of the session tries again. */
function useSending(userId: string, readAt: number): void {
  const outbox = useOutbox();
  useEffect(() => {
    if (readAt > 0) outbox.sendFor(userId);
  }, [outbox, userId, readAt]);
  useEffect(() => () => outbox.sendFor(null), [outbox]);
}
