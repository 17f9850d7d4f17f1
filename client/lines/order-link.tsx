import { Trans } from "@lingui/react/macro";
import { useSession } from "../session-context.tsx";
import { LinkButton } from "../ui/links.tsx";

/** The order the line belongs to, for those who may change it. */
export function OrderLink({ canteenId, orderId }: { canteenId: string; orderId: string }): React.ReactNode {
  const { holds } = useSession();
  if (!holds("orders.draft")) return null;
  return (
    <LinkButton
      variant="default"
      size="sm"
      preload={false}
      to="/commandes/$canteenId/$orderId"
      params={{ canteenId, orderId }}
    >
      <Trans>Ouvrir la commande</Trans>
    </LinkButton>
  );
}
