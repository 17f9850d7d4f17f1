import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { OrderStatus } from "../../shared/orders.ts";
import { ShortcutsButton } from "./shortcuts.tsx";

export interface OrderActionsProps {
  status: OrderStatus;
  /** Kitchen: somebody else orders. */
  draftOnly: boolean;
  readOnly: boolean;
  saving: boolean;
  onSave: (status: OrderStatus) => void;
  children?: React.ReactNode;
}

/** One filled button: what comes next for this person and this order. */
export function OrderActions(props: OrderActionsProps): React.ReactNode {
  const { status, draftOnly, readOnly, saving, onSave, children } = props;
  if (readOnly) return children;
  return (
    <>
      <ShortcutsButton />
      {children}
      {status === "DRAFT" && (
        <Button variant={draftOnly ? "filled" : "default"} disabled={saving} onClick={() => onSave("DRAFT")}>
          <Trans>Enregistrer le brouillon</Trans>
        </Button>
      )}
      {!draftOnly && (
        <Button disabled={saving} onClick={() => onSave(status === "DRAFT" ? "ORDERED" : status)}>
          {status === "DRAFT" ? <Trans>Valider la commande</Trans> : <Trans>Enregistrer</Trans>}
        </Button>
      )}
    </>
  );
}
