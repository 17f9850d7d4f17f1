import { Trans } from "@lingui/react/macro";
import type { AuditEntry } from "../../shared/audit.ts";
import { valuesOf } from "../../shared/audit-changes.ts";
import { TextLink } from "../ui/links.tsx";
import classes from "./history.module.css";

/** The way to what was changed, while it exists; and to its own history. */
export function ThingLink({
  entry,
  canteenId,
}: {
  entry: AuditEntry;
  canteenId: string | null;
}): React.ReactNode {
  const supplierId = supplierOf(entry);
  return (
    <p className={classes.links} data-no-print>
      {canteenId !== null && entry.noun === "orders" && entry.action !== "deleted" && (
        <TextLink to="/commandes/$canteenId/$orderId" params={{ canteenId, orderId: entry.nounId }}>
          <Trans>Voir la commande</Trans>
        </TextLink>
      )}
      {canteenId !== null && entry.noun === "invoices" && entry.action !== "deleted" && (
        <TextLink to="/factures/$canteenId/$invoiceId" params={{ canteenId, invoiceId: entry.nounId }}>
          <Trans>Voir la pièce</Trans>
        </TextLink>
      )}
      {supplierId !== null && (
        <TextLink to="/fournisseurs/$supplierId" params={{ supplierId }}>
          <Trans>Voir le fournisseur</Trans>
        </TextLink>
      )}
      <TextLink
        to="/historique"
        search={{
          ...(canteenId === null ? { journal: "organisation" as const } : { cantine: canteenId }),
          objet: entry.nounId,
        }}
      >
        <Trans>Son historique</Trans>
      </TextLink>
    </p>
  );
}

/** The supplier a change is about; of an order too. Null: none. */
function supplierOf({ noun, nounId, before, after }: AuditEntry): string | null {
  if (noun === "suppliers") return nounId;
  const id = valuesOf(after).supplierId ?? valuesOf(before).supplierId;
  return typeof id === "string" ? id : null;
}
