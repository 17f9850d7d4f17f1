import { useLingui } from "@lingui/react";
import { Alert } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { OrderIssue } from "../../shared/orders.ts";
import { orderIssueText } from "../order-issues.ts";
import { Icon } from "../ui/icons.tsx";
import type { HeaderDates } from "./order-header.ts";
import { DATE_FIELDS } from "./order-header.ts";

const FrozenNotice = lazy(() => import("./frozen-notice.tsx"));

/** The unit's own cell says it, and is where F8 leads. */
const SHOWN_IN_CELL: OrderIssue["code"] = "QUANTITY_WITHOUT_UNIT";

export interface OrderNoticesProps {
  issues: readonly OrderIssue[];
  canteenId: Id;
  dates: HeaderDates;
  today: IsoDate;
}

/** What is to know of the order as a whole: its year may be declared once it is over. */
export function OrderNotices({ issues, canteenId, dates, today }: OrderNoticesProps): React.ReactNode {
  const date = dates.deliveredOn ?? dates.invoicedOn ?? dates.orderedOn;
  return (
    <>
      {date !== null && date.slice(0, 4) < today.slice(0, 4) && (
        <Suspense>
          <FrozenNotice canteenId={canteenId} date={date} />
        </Suspense>
      )}
      <WrongNotices issues={issues} />
    </>
  );
}

/** What is wrong; dates say it under their field. */
function WrongNotices({ issues }: Pick<OrderNoticesProps, "issues">): React.ReactNode {
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
