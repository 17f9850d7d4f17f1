import { Trans, useLingui } from "@lingui/react/macro";
import { Group } from "@mantine/core";
import { useSession } from "../session-context.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { LinkButton } from "../ui/links.tsx";

/** A period without purchase; when no year has any, the two ways to enter the first ones. */
export function NoPurchase(props: {
  year: number;
  years: readonly number[];
  /** Only some purchases are looked for. */
  filtered: boolean;
}): React.ReactNode {
  const { year, years, filtered } = props;
  const { t } = useLingui();
  const { holds } = useSession();
  if (filtered) {
    return (
      <EmptyState title={t`Aucun achat ne correspond`}>
        <Trans>Élargissez la période ou retirez un filtre : aucun achat ne veut pas dire 0 %.</Trans>
      </EmptyState>
    );
  }
  if (years.some((one) => one !== year)) {
    return (
      <EmptyState title={t`Aucun achat sur la période`}>
        <Trans>Choisissez une autre année : aucun achat ne veut pas dire 0 %.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t`Aucun achat pour l'instant`}
      action={
        <Group justify="center">
          {holds("orders.draft") && (
            <LinkButton to="/saisie">
              <Trans>Saisir une commande</Trans>
            </LinkButton>
          )}
          {holds("imports.write") && (
            <LinkButton to="/importer" variant="default">
              <Trans>Importer un fichier d'achats</Trans>
            </LinkButton>
          )}
        </Group>
      }
    >
      <Trans>Les taux apparaîtront avec les premières commandes.</Trans>
    </EmptyState>
  );
}
