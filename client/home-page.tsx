import { Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "./session-context.tsx";
import { EmptyState } from "./ui/empty-state.tsx";
import { PageHeader } from "./ui/page-header.tsx";
import { Redirect } from "./ui/redirect.tsx";
import { useNavigation } from "./use-navigation.ts";

/** « / »: each role lands on its own screen. */
export function HomePage(): React.ReactNode {
  const { t } = useLingui();
  const { home } = useNavigation(useSession());
  if (home !== null) return <Redirect to={home} />;
  return (
    <>
      <PageHeader title={t`Bienvenue`} />
      <EmptyState title={t`Aucune page ne vous est ouverte`}>
        <Trans>
          Votre compte n'a pas encore de droit. L'administrateur de votre organisation peut vous en donner.
        </Trans>
      </EmptyState>
    </>
  );
}
