import type { OrderStatus } from "../../shared/order-statuses.ts";
import { ORDER_STATUS_LABELS } from "../../shared/order-statuses.ts";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./orders-page.module.css";

const ICONS: Record<OrderStatus, IconName> = {
  DRAFT: "pencil",
  ORDERED: "upload",
  RECEIVED: "check",
  INVOICED: "table",
};

/** How far the order is: icon and word. */
export function OrderStatusBadge({ status }: { status: OrderStatus }): React.ReactNode {
  const locale = useLocale();
  return (
    <span className={classes.badge} data-status={status}>
      <Icon name={ICONS[status]} size={14} />
      {ORDER_STATUS_LABELS[status][locale]}
    </span>
  );
}
