import { Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "./session-context.tsx";
import { EmptyState } from "./ui/empty-state.tsx";
import { Icon } from "./ui/icons.tsx";
import { LinkButton } from "./ui/links.tsx";

/** In place of a page about a canteen: the administrator creates one, anyone else reads whom to ask. */
export function NoCanteen({ children }: { children: React.ReactNode }): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  if (!holds("organisation.write")) return <EmptyState title={t`Aucune cantine`}>{children}</EmptyState>;
  return (
    <EmptyState
      title={t`Aucune cantine pour l'instant`}
      action={
        <LinkButton to="/reglages" hash="canteens" leftSection={<Icon name="plus" />}>
          <Trans>Créer une cantine</Trans>
        </LinkButton>
      }
    >
      <Trans>Commencez par elle : ses commandes, ses prix et ses taux viennent ensuite.</Trans>
    </EmptyState>
  );
}
