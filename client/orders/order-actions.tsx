import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { memo } from "react";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import type { OrderKind } from "../../shared/orders.ts";
import { Icon } from "../ui/icons.tsx";
import { ShortcutsButton } from "./shortcuts.tsx";

export interface OrderActionsProps {
  kind: OrderKind;
  status: OrderStatus;
  /** What a draft becomes: delivered already if it has a delivery date. */
  next: OrderStatus;
  /** Kitchen: somebody else orders. */
  draftOnly: boolean;
  readOnly: boolean;
  saving: boolean;
  onSave: (status: OrderStatus) => void;
  /** Null: there is nothing to receive. */
  onReceive: (() => void) | null;
  children?: React.ReactNode;
}

/** One filled button: what comes next for this person and this order. */
export const OrderActions = memo(function OrderActions(props: OrderActionsProps): React.ReactNode {
  const { kind, status, next, draftOnly, readOnly, saving, onSave, onReceive, children } = props;
  if (readOnly) return children;
  return (
    <>
      <ShortcutsButton />
      {children}
      {status === "DRAFT" && (
        <Button
          variant={draftOnly ? "filled" : "default"}
          aria-disabled={saving}
          onClick={() => onSave("DRAFT")}
        >
          <Trans>Enregistrer le brouillon</Trans>
        </Button>
      )}
      {!draftOnly && (
        <Button
          variant={onReceive !== null && status === "ORDERED" ? "default" : "filled"}
          aria-disabled={saving}
          onClick={() => onSave(status === "DRAFT" ? next : status)}
        >
          {status === "DRAFT" ? <ValidateWords kind={kind} next={next} /> : <Trans>Enregistrer</Trans>}
        </Button>
      )}
      {onReceive !== null && (
        <Button
          variant={status === "ORDERED" ? "filled" : "default"}
          leftSection={<Icon name="check" />}
          onClick={onReceive}
        >
          {status === "ORDERED" ? <Trans>Réceptionner</Trans> : <Trans>Revoir la réception</Trans>}
        </Button>
      )}
    </>
  );
});

function ValidateWords({ kind, next }: Pick<OrderActionsProps, "kind" | "next">): React.ReactNode {
  if (kind === "CREDIT_NOTE") return <Trans>Valider l'avoir</Trans>;
  if (next === "RECEIVED") return <Trans>Valider la livraison</Trans>;
  if (next === "INVOICED") return <Trans>Valider la facture</Trans>;
  return <Trans>Valider la commande</Trans>;
}
