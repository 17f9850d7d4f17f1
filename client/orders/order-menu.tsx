import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { Id } from "../../shared/ids.ts";
import { OrderPieces } from "../order-pieces.tsx";
import { useSession } from "../session-context.tsx";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import type { OrderToDelete } from "./use-delete-order.ts";
import { useDeleteOrder } from "./use-delete-order.ts";

/** Besides saving: the documents behind it, again, or away. */
export function OrderMenu({
  canteenId,
  order,
  readOnly,
}: {
  canteenId: Id;
  order: OrderToDelete;
  readOnly: boolean;
}): React.ReactNode {
  const { holds } = useSession();
  const navigate = useNavigate();
  const remove = useDeleteOrder(canteenId);
  return (
    <>
      <OrderPieces canteenId={canteenId} orderId={order.id} />
      {!readOnly && (
        <Button
          variant="subtle"
          leftSection={<Icon name="trash" />}
          onClick={() => remove(order, () => void navigate({ to: "/commandes" }))}
        >
          <Trans>Supprimer</Trans>
        </Button>
      )}
      {holds("orders.draft") && (
        <LinkButton variant="default" to="/saisie" search={{ copie: order.id }}>
          <Trans>Comme la dernière fois</Trans>
        </LinkButton>
      )}
    </>
  );
}
