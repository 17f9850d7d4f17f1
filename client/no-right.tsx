import { Trans, useLingui } from "@lingui/react/macro";
import { EmptyState } from "./ui/empty-state.tsx";
import { LinkButton } from "./ui/links.tsx";

/** In place of a page that writes, for an account that may only read: nothing is begun that would be refused. */
export function NoRight(): React.ReactNode {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`Votre compte ne peut pas écrire ici`}
      action={
        <LinkButton to="/">
          <Trans>Revenir à l'accueil</Trans>
        </LinkButton>
      }
    >
      <Trans>Demandez ce droit à l'administrateur de votre organisation.</Trans>
    </EmptyState>
  );
}
