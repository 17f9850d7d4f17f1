import { Trans, useLingui } from "@lingui/react/macro";
import { formatUnitPrice } from "../../shared/format/money.ts";
import { ORDER_STATUS_LABELS } from "../../shared/order-statuses.ts";
import { ORDER_KIND_LABELS } from "../../shared/orders.ts";
import { CategoryBadge } from "../ui/category-badge.tsx";
import { DataText } from "../ui/data-text.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { DateText, MoneyText, WeightText } from "../ui/values.tsx";
import { useEntryScope } from "./entry-scope.ts";
import type { Header, HeaderDates } from "./order-header.ts";
import classes from "./order-sheet.module.css";
import { RefusalText } from "./refusal-text.tsx";
import type { Row } from "./row.ts";
import { filledRows } from "./sheet.ts";
import { useSheet } from "./use-store.ts";
import { useTotals } from "./use-totals.ts";

export interface OrderSheetProps {
  header: Header;
  dates: HeaderDates;
}

/** The order on paper: no field, every line with what it counts for. */
export function OrderSheet({ header, dates }: OrderSheetProps): React.ReactNode {
  const sheet = useSheet(useEntryScope().store);
  const totals = useTotals();
  return (
    <>
      <SheetHead header={header} dates={dates} />
      <table className={classes.lines}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Article</Trans>
            </th>
            <th scope="col">
              <Trans>Quantité</Trans>
            </th>
            <th scope="col">
              <Trans>Reçu</Trans>
            </th>
            <th scope="col">
              <Trans>Prix HT</Trans>
            </th>
            <th scope="col">
              <Trans>Montant HT</Trans>
            </th>
            <th scope="col">
              <Trans>Origine</Trans>
            </th>
            <th scope="col">
              <Trans>Décompte</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {filledRows(sheet).map((row) => (
            <SheetLine key={row.id} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              <Trans>Total HT</Trans>, <WeightText grams={totals.weightGrams} />
            </th>
            <td />
            <td>
              <MoneyText cents={totals.amountHtCents} />
            </td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function SheetHead({ header, dates }: OrderSheetProps): React.ReactNode {
  const { t } = useLingui();
  const { context } = useEntryScope();
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t`Fournisseur`, header.supplier?.name ?? "–"],
    [t`Nature`, ORDER_KIND_LABELS[header.kind][context.locale]],
    [t`État`, ORDER_STATUS_LABELS[header.status][context.locale]],
    [t`Commandé le`, <DateText key="ordered" date={dates.orderedOn} />],
    ...(dates.expectedOn === null
      ? []
      : [[t`Livraison attendue le`, <DateText key="expected" date={dates.expectedOn} />] as const]),
    [t`Livré le`, <DateText key="delivered" date={dates.deliveredOn} />],
    [t`Facturé le`, <DateText key="invoiced" date={dates.invoicedOn} />],
    [t`Référence`, header.reference || "–"],
  ];
  return (
    <dl className={classes.head}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SheetLine({ row }: { row: Row }): React.ReactNode {
  const { t } = useLingui();
  const { read, verdictOf, context } = useEntryScope();
  const { line, amounts } = read(row);
  const verdict = verdictOf(row)?.verdict;
  const { texts } = row;
  return (
    <tr>
      <th scope="row">
        <DataText>{texts.article}</DataText>
      </th>
      <td>
        {texts.quantity} {texts.unit}
      </td>
      <td>
        {texts.received}
        {line.refusal !== null && (
          <div className={classes.refused}>
            <RefusalText refusal={line.refusal} />
          </div>
        )}
      </td>
      <td>{line.unitPriceHtE4 === null ? "–" : formatUnitPrice(line.unitPriceHtE4, context.locale)}</td>
      <td>
        <MoneyText cents={amounts.amountHtCents} />
      </td>
      <td>{texts.origin}</td>
      <td>
        {verdict !== undefined && (
          <span className={classes.marks}>
            <CategoryBadge category={verdict.strictCategory} />
            {verdict.local.status !== "no" && <StatusBadge fact={t`Local`} status={verdict.local.status} />}
            {verdict.short.status !== "no" && (
              <StatusBadge fact={t`Circuit court`} status={verdict.short.status} />
            )}
          </span>
        )}
      </td>
    </tr>
  );
}
