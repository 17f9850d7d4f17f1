import { Trans, useLingui } from "@lingui/react/macro";
import { PurchaseLinks } from "../purchase-links.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** A period without purchase; when no year has any, the two ways to enter the first ones. */
export function NoPurchase(props: {
  year: number;
  years: readonly number[];
  /** Only some purchases are looked for. */
  filtered: boolean;
}): React.ReactNode {
  const { year, years, filtered } = props;
  const { t } = useLingui();
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
    <EmptyState title={t`Aucun achat pour l'instant`} action={<PurchaseLinks />}>
      <Trans>Les taux apparaîtront avec les premières commandes.</Trans>
    </EmptyState>
  );
}
