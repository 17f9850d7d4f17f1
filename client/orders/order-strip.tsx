import { Trans, useLingui } from "@lingui/react/macro";
import { Box, NativeSelect, Text, TextInput } from "@mantine/core";
import { memo } from "react";
import { yearOf } from "../../shared/calendar.ts";
import { formatDateLong } from "../../shared/format/dates.ts";
import type { Id } from "../../shared/ids.ts";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import { ORDER_STATUS_LABELS, ORDER_STATUSES } from "../../shared/order-statuses.ts";
import type { OrderIssue, OrderKind } from "../../shared/orders.ts";
import { ORDER_KIND_LABELS, ORDER_KINDS } from "../../shared/orders.ts";
import { orderIssueText } from "../order-issues.ts";
import { DateField } from "../ui/date-field.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { dateText } from "./build-order.ts";
import type { DateFieldName, Header, HeaderDates } from "./order-header.ts";
import { DATE_FIELDS } from "./order-header.ts";
import { headerAfterDate, headerAfterStatus } from "./order-steps.ts";
import classes from "./order-strip.module.css";
import { SupplierField } from "./supplier-field.tsx";

export interface OrderStripProps {
  canteenId: Id;
  header: Header;
  dates: HeaderDates;
  today: string;
  issues: readonly OrderIssue[];
  supplierMissing: boolean;
  /** Kitchen: drafts only. */
  draftOnly: boolean;
  readOnly: boolean;
  onChange: (change: Partial<Header>) => void;
  /** Enter in a field: on to the lines. */
  onDone: () => void;
}

/** Who, when, which paper: the strip above the lines. */
export const OrderStrip = memo(function OrderStrip(props: OrderStripProps): React.ReactNode {
  const { canteenId, header, dates, today, issues, supplierMissing, draftOnly, readOnly } = props;
  const { onChange, onDone } = props;
  const { t, i18n } = useLingui();
  const locale = useLocale();
  const labels: Record<DateFieldName, string> = {
    orderedOn: t`Commandé le`,
    deliveredOn: t`Livré le`,
    invoicedOn: t`Facturé le`,
  };
  const statuses =
    draftOnly && !readOnly ? ORDER_STATUSES.filter((status) => status === "DRAFT") : ORDER_STATUSES;
  function dateError(field: DateFieldName): string | null {
    const issue = issues.find((candidate) => candidate.field === field);
    return issue === undefined ? null : orderIssueText(issue.code, i18n);
  }
  return (
    <Box
      className={classes.strip}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.defaultPrevented || event.ctrlKey || header.supplier === null)
          return;
        event.preventDefault();
        onDone();
      }}
    >
      <div className={classes.supplier} data-supplier>
        <SupplierField
          canteenId={canteenId}
          supplier={header.supplier}
          disabled={readOnly}
          error={supplierMissing ? t`Choisissez le fournisseur.` : null}
          onChange={(supplier) => onChange({ supplier })}
        />
      </div>
      {DATE_FIELDS.map((field) => (
        <div key={field} className={classes.date}>
          <DateField
            label={labels[field]}
            value={header[field]}
            context={{ today }}
            required={field === "orderedOn"}
            disabled={readOnly}
            error={dateError(field)}
            onChange={(text) => onChange({ [field]: text })}
            onKeyDown={(event) => {
              if (!event.ctrlKey || event.key !== ";") return;
              event.preventDefault();
              onChange({ [field]: dateText(today) });
            }}
            onBlur={() => {
              if (!readOnly) onChange(headerAfterDate(header, field, { today }));
            }}
          />
          <OtherYear date={dates[field]} today={today} />
        </div>
      ))}
      <TextInput
        className={classes.reference}
        label={t`Référence`}
        maxLength={100}
        readOnly={readOnly}
        value={header.reference}
        onChange={(event) => onChange({ reference: event.currentTarget.value })}
      />
      <NativeSelect
        label={t`Nature`}
        disabled={readOnly}
        value={header.kind}
        data={ORDER_KINDS.map((kind) => ({ value: kind, label: ORDER_KIND_LABELS[kind][locale] }))}
        onChange={(event) => onChange({ kind: event.currentTarget.value as OrderKind })}
      />
      <NativeSelect
        label={t`État`}
        disabled={readOnly || draftOnly}
        value={header.status}
        data={statuses.map((status) => ({ value: status, label: ORDER_STATUS_LABELS[status][locale] }))}
        onChange={(event) =>
          onChange(headerAfterStatus(header, event.currentTarget.value as OrderStatus, { today }))
        }
      />
    </Box>
  );
});

function OtherYear({ date, today }: { date: string | null; today: string }): React.ReactNode {
  const locale = useLocale();
  if (date === null || yearOf(date) === yearOf(today)) return null;
  const year = yearOf(today);
  return (
    <Text size="sm" c="var(--bp-declared)" title={formatDateLong(date, locale)}>
      <Icon name="info" size={14} /> <Trans>Pas en {year} : vérifiez l'année.</Trans>
    </Text>
  );
}
