import { Plural, Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { memo } from "react";
import type { Id } from "../../shared/ids.ts";
import { Icon } from "../ui/icons.tsx";
import { MoneyText, WeightText } from "../ui/values.tsx";
import { useEntryScope } from "./entry-scope.ts";
import { OrderEffect } from "./order-effect.tsx";
import classes from "./order-footer.module.css";
import type { OrderTotals } from "./totals.ts";
import { useTotals } from "./use-totals.ts";

export interface OrderFooterProps {
  canteenId: Id;
  /** Errors of the strip, added to those of the lines. */
  headerErrors: number;
  onNextError: () => void;
  /** The order is not in the year's figures yet. */
  isNew: boolean;
  mayReadFigures: boolean;
}

/** Lines, total, errors as a link to the next one; then the effect of the order. */
export const OrderFooter = memo(function OrderFooter(props: OrderFooterProps): React.ReactNode {
  const { canteenId, headerErrors, onNextError, isNew, mayReadFigures } = props;
  const scope = useEntryScope();
  const totals = useTotals();
  return (
    <div className={classes.footer}>
      <OrderSums totals={totals} headerErrors={headerErrors} onNextError={onNextError} />
      <OrderEffect
        totals={totals}
        canteenId={canteenId}
        isNew={isNew}
        date={scope.context.date}
        mayReadFigures={mayReadFigures}
      />
    </div>
  );
});

interface OrderSumsProps extends Pick<OrderFooterProps, "headerErrors" | "onNextError"> {
  totals: OrderTotals;
}

const OrderSums = memo(function OrderSums({
  totals,
  headerErrors,
  onNextError,
}: OrderSumsProps): React.ReactNode {
  const errors = totals.errors + headerErrors;
  return (
    <>
      <dl className={classes.sums}>
        <div>
          <dt>
            <Trans>Total HT</Trans>
          </dt>
          <dd className={classes.total}>
            <MoneyText cents={totals.amountHtCents} />
          </dd>
        </div>
        <div>
          <dt>
            <Plural value={totals.lines} one="# ligne" other="# lignes" />
          </dt>
          <dd>
            <WeightText grams={totals.weightGrams} />
          </dd>
        </div>
      </dl>
      <div className={classes.problems} aria-live="polite">
        {errors > 0 ? (
          <UnstyledButton className={classes.errors} onClick={onNextError}>
            <Icon name="alert" size={16} /> <Plural value={errors} one="# erreur" other="# erreurs" />{" "}
            <kbd>F8</kbd>
          </UnstyledButton>
        ) : (
          totals.lines > 0 && (
            <span className={classes.clean}>
              <Icon name="check" size={16} /> <Trans>Aucune erreur</Trans>
            </span>
          )
        )}
        {totals.warnings > 0 && (
          <span className={classes.warnings}>
            <Icon name="info" size={16} />{" "}
            <Plural value={totals.warnings} one="# point à vérifier" other="# points à vérifier" />
          </span>
        )}
      </div>
    </>
  );
});
