import { Trans, useLingui } from "@lingui/react/macro";
import { Container } from "@mantine/core";
import { EmptyState } from "./ui/empty-state.tsx";
import { TextLink } from "./ui/links.tsx";
import { PageHeader } from "./ui/page-header.tsx";

export function NotFoundPage(): React.ReactNode {
  const { t } = useLingui();
  return (
    <Container component="main" py="xl">
      <PageHeader title={t`Page introuvable`} />
      <EmptyState
        title={t`Il n'y a rien à cette adresse`}
        action={
          <TextLink to="/">
            <Trans>Revenir à l'accueil</Trans>
          </TextLink>
        }
      >
        <Trans>L'adresse est peut-être incomplète, ou la page a changé de place.</Trans>
      </EmptyState>
    </Container>
  );
}
