import { Trans, useLingui } from "@lingui/react/macro";
import { Box, NativeSelect, Text, TextInput } from "@mantine/core";
import { memo, useCallback } from "react";
import { yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDateLong } from "../../shared/format/dates.ts";
import type { Id } from "../../shared/ids.ts";
import { ORDER_STATUS_LABELS, ORDER_STATUSES } from "../../shared/order-statuses.ts";
import type { OrderIssue } from "../../shared/orders.ts";
import { ORDER_KIND_LABELS, ORDER_KINDS } from "../../shared/orders.ts";
import { orderIssueText } from "../order-issues.ts";
import { DateField } from "../ui/date-field.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { dateText } from "./build-order.ts";
import type { DateFieldName, Header, HeaderChange, HeaderDates } from "./order-header.ts";
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
  /** Somebody has tried to save: what is missing is said. */
  asked: boolean;
  /** Kitchen: drafts only. */
  draftOnly: boolean;
  readOnly: boolean;
  onChange: (change: HeaderChange) => void;
  /** Enter in a field: on to the lines. */
  onDone: () => void;
}

/** Who, when, which paper: the strip above the lines. A letter in one field draws that field alone. */
export const OrderStrip = memo(function OrderStrip(props: OrderStripProps): React.ReactNode {
  const { canteenId, header, dates, today, issues, supplierMissing, asked } = props;
  const { draftOnly, readOnly, onChange, onDone } = props;
  const { t, i18n } = useLingui();
  const changeSupplier = useCallback((supplier: Header["supplier"]) => onChange({ supplier }), [onChange]);
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
          onChange={changeSupplier}
        />
      </div>
      {DATE_FIELDS.map((field) => (
        <StripDate
          key={field}
          field={field}
          text={header[field]}
          date={dates[field]}
          today={today}
          readOnly={readOnly}
          judged={asked}
          error={dateError(field)}
          onChange={onChange}
        />
      ))}
      <Reference text={header.reference} readOnly={readOnly} onChange={onChange} />
      <KindSelect kind={header.kind} readOnly={readOnly} onChange={onChange} />
      <StatusSelect
        status={header.status}
        today={today}
        draftOnly={draftOnly}
        readOnly={readOnly}
        onChange={onChange}
      />
    </Box>
  );
});

type FieldProps = Pick<OrderStripProps, "readOnly" | "onChange">;

interface StripDateProps extends FieldProps {
  field: DateFieldName;
  text: string;
  date: IsoDate | null;
  today: string;
  judged: boolean;
  error: string | null;
}

const StripDate = memo(function StripDate(props: StripDateProps): React.ReactNode {
  const { field, text, date, today, judged, error, readOnly, onChange } = props;
  const { t } = useLingui();
  const labels: Record<DateFieldName, string> = {
    orderedOn: t`Commandé le`,
    deliveredOn: t`Livré le`,
    invoicedOn: t`Facturé le`,
  };
  return (
    <div className={classes.date}>
      <DateField
        label={labels[field]}
        value={text}
        context={{ today }}
        required={field === "orderedOn"}
        disabled={readOnly}
        judged={judged}
        error={error}
        onChange={(typed) => onChange({ [field]: typed })}
        onKeyDown={(event) => {
          if (!event.ctrlKey || event.key !== ";") return;
          event.preventDefault();
          onChange({ [field]: dateText(today) });
        }}
        onBlur={() => {
          if (!readOnly) onChange((before) => headerAfterDate(before, field, { today }));
        }}
      />
      <OtherYear date={date} today={today} />
    </div>
  );
});

const Reference = memo(function Reference({
  text,
  readOnly,
  onChange,
}: FieldProps & { text: string }): React.ReactNode {
  const { t } = useLingui();
  return (
    <TextInput
      className={classes.reference}
      label={t`Référence`}
      maxLength={100}
      readOnly={readOnly}
      value={text}
      onChange={({ currentTarget }) => onChange({ reference: currentTarget.value })}
    />
  );
});

const KindSelect = memo(function KindSelect({
  kind,
  readOnly,
  onChange,
}: FieldProps & Pick<Header, "kind">): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <NativeSelect
      label={t`Nature`}
      disabled={readOnly}
      value={kind}
      data={ORDER_KINDS.map((value) => ({ value, label: ORDER_KIND_LABELS[value][locale] }))}
      onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as Header["kind"] })}
    />
  );
});

interface StatusSelectProps extends FieldProps, Pick<OrderStripProps, "draftOnly" | "today"> {
  status: Header["status"];
}

const StatusSelect = memo(function StatusSelect(props: StatusSelectProps): React.ReactNode {
  const { status, today, draftOnly, readOnly, onChange } = props;
  const { t } = useLingui();
  const locale = useLocale();
  const statuses = draftOnly && !readOnly ? ORDER_STATUSES.filter((one) => one === "DRAFT") : ORDER_STATUSES;
  return (
    <NativeSelect
      label={t`État`}
      disabled={readOnly || draftOnly}
      value={status}
      data={statuses.map((value) => ({ value, label: ORDER_STATUS_LABELS[value][locale] }))}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value as Header["status"];
        onChange((before) => headerAfterStatus(before, next, { today }));
      }}
    />
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
