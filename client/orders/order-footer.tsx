import { Plural, Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { Icon } from "../ui/icons.tsx";
import { MoneyText, WeightText } from "../ui/values.tsx";
import classes from "./order-footer.module.css";
import type { OrderTotals } from "./totals.ts";

export interface OrderFooterProps {
  totals: OrderTotals;
  /** Errors of the strip, added to those of the lines. */
  headerErrors: number;
  onNextError: () => void;
  children: React.ReactNode;
}

/** Lines, total, errors as a link to the next one; then the effect of the order. */
export function OrderFooter({
  totals,
  headerErrors,
  onNextError,
  children,
}: OrderFooterProps): React.ReactNode {
  const errors = totals.errors + headerErrors;
  return (
    <div className={classes.footer}>
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
      {children}
    </div>
  );
}
