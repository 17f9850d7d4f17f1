import { useLingui } from "@lingui/react";
import { Alert } from "@mantine/core";
import type { OrderIssue } from "../../shared/orders.ts";
import { orderIssueText } from "../order-issues.ts";
import { Icon } from "../ui/icons.tsx";
import { DATE_FIELDS } from "./order-header.ts";

/** The unit's own cell says it, and is where F8 leads. */
const SHOWN_IN_CELL: OrderIssue["code"] = "QUANTITY_WITHOUT_UNIT";

/** What is wrong with the order as a whole; dates say it under their field. */
export function OrderNotices({ issues }: { issues: readonly OrderIssue[] }): React.ReactNode {
  const { i18n } = useLingui();
  const told = issues.filter(({ field }) => !DATE_FIELDS.some((date) => date === field));
  const codes = new Set(told.filter(({ code }) => code !== SHOWN_IN_CELL).map(({ code }) => code));
  if (codes.size === 0) return null;
  return (
    <Alert role="alert" color="red" mb="sm" icon={<Icon name="alert" />}>
      {[...codes].map((code) => (
        <div key={code}>{orderIssueText(code, i18n)}</div>
      ))}
    </Alert>
  );
}
