import { Trans, useLingui } from "@lingui/react/macro";
import { memo } from "react";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDay, formatWeekdays } from "../../shared/format/dates.ts";
import { formatEuros } from "../../shared/format/money.ts";
import type { OrderingTerms } from "../../shared/ordering-terms.ts";
import {
  isDeliveryDay,
  missingToFreeDelivery,
  missingToMinimum,
  nextDelivery,
} from "../../shared/ordering-terms.ts";
import { readHour } from "../today.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./ordering-bar.module.css";

export interface TermsNotesProps {
  terms: OrderingTerms;
  /** Of the lines so far, HT, cents. */
  amountHtCents: number;
  deliveredOn: IsoDate | null;
  today: IsoDate;
}

/** How the supplier takes orders, and what this one still lacks. Never an error: people know their suppliers. */
export const TermsNotes = memo(function TermsNotes(props: TermsNotesProps): React.ReactNode {
  const { terms, amountHtCents, deliveredOn, today } = props;
  if (deliveredOn !== null) return <DeliveryDayNote terms={terms} deliveredOn={deliveredOn} />;
  return (
    <>
      <MinimumNote terms={terms} amountHtCents={amountHtCents} />
      <FreeDeliveryNote terms={terms} amountHtCents={amountHtCents} />
      <NextDeliveryNote terms={terms} today={today} />
    </>
  );
});

function MinimumNote({
  terms,
  amountHtCents,
}: Pick<TermsNotesProps, "terms" | "amountHtCents">): React.ReactNode {
  const locale = useLocale();
  const missing = missingToMinimum(terms, amountHtCents);
  if (missing === null || terms.minimumHtCents === null) return null;
  const minimum = formatEuros(terms.minimumHtCents, locale);
  const rest = formatEuros(missing, locale);
  return missing > 0 ? (
    <Note warns={amountHtCents > 0}>
      <Trans>
        Minimum {minimum} HT : il manque {rest}
      </Trans>
    </Note>
  ) : (
    <span className={classes.met}>
      <Icon name="check" size={16} /> <Trans>Minimum {minimum} HT atteint</Trans>
    </span>
  );
}

function FreeDeliveryNote({
  terms,
  amountHtCents,
}: Pick<TermsNotesProps, "terms" | "amountHtCents">): React.ReactNode {
  const locale = useLocale();
  const missing = missingToFreeDelivery(terms, amountHtCents);
  if (missing === null || terms.freeDeliveryHtCents === null || missingToMinimum(terms, amountHtCents) !== 0)
    return null;
  const rest = formatEuros(missing, locale);
  const free = formatEuros(terms.freeDeliveryHtCents, locale);
  return missing > 0 ? (
    <span>
      <Trans>
        Port gratuit dès {free} HT : encore {rest}
      </Trans>
    </span>
  ) : (
    <span className={classes.met}>
      <Icon name="check" size={16} /> <Trans>Port gratuit</Trans>
    </span>
  );
}

function NextDeliveryNote({ terms, today }: Pick<TermsNotesProps, "terms" | "today">): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const next = nextDelivery(terms, { date: today, hour: readHour() });
  if (next === null) return null;
  const days = formatWeekdays(terms.deliveryDays, locale);
  const day = formatDay(next.date, locale);
  const { orderBeforeHour } = terms;
  const by =
    next.orderBy === null ? null : next.orderBy === today ? t`aujourd'hui` : formatDay(next.orderBy, locale);
  return (
    <span>
      <Icon name="calendar" size={16} />{" "}
      {by === null
        ? t`Livre ${days} : prochaine livraison ${day}`
        : orderBeforeHour === null
          ? t`Livre ${days} : prochaine livraison ${day}, à commander au plus tard ${by}`
          : t`Livre ${days} : prochaine livraison ${day}, à commander ${by} avant ${orderBeforeHour} h`}
    </span>
  );
}

function DeliveryDayNote({
  terms,
  deliveredOn,
}: Pick<TermsNotesProps, "terms"> & { deliveredOn: IsoDate }): React.ReactNode {
  const locale = useLocale();
  if (isDeliveryDay(terms, deliveredOn) !== false) return null;
  const days = formatWeekdays(terms.deliveryDays, locale);
  const day = formatDay(deliveredOn, locale);
  return (
    <Note warns>
      <Trans>
        Ce fournisseur livre {days} : vérifiez la date de livraison, {day}
      </Trans>
    </Note>
  );
}

function Note({ warns, children }: { warns: boolean; children: React.ReactNode }): React.ReactNode {
  return (
    <span className={warns ? classes.warning : undefined}>
      <Icon name="info" size={16} /> {children}
    </span>
  );
}
