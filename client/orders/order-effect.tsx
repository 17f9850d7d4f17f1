import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { memo } from "react";
import { yearOf } from "../../shared/calendar.ts";
import type { Id } from "../../shared/ids.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import type { Share } from "../../shared/indicators/shares.ts";
import { useTRPC } from "../trpc.ts";
import { PercentText } from "../ui/values.tsx";
import classes from "./order-footer.module.css";
import type { OrderTotals } from "./totals.ts";
import { shareWithOrder } from "./totals.ts";

const SHOWN = ["LOCAL", "SHORT", "ORGANIC", "EGALIM"] as const satisfies readonly Indicator[];

export interface OrderEffectProps {
  totals: OrderTotals;
  canteenId: Id;
  /** The order is not in the year's figures yet: new, or still a draft. Else only its own rates are shown. */
  isNew: boolean;
  date: string;
  mayReadFigures: boolean;
}

/** « Effet de cette commande »: its own rates, and the year's before and after it. */
export const OrderEffect = memo(function OrderEffect(props: OrderEffectProps): React.ReactNode {
  const { totals, canteenId, isNew, date, mayReadFigures } = props;
  const { t } = useLingui();
  const trpc = useTRPC();
  const year = yearOf(date);
  const figures = useQuery({
    ...trpc.indicators.canteen.queryOptions({ canteenId, period: { year } }),
    enabled: isNew && mayReadFigures,
  });
  const names: Record<(typeof SHOWN)[number], string> = {
    LOCAL: t`Local`,
    SHORT: t`Circuit court`,
    ORGANIC: t`Bio`,
    EGALIM: t`EGalim`,
  };
  const before = isNew ? figures.data?.shares : undefined;
  return (
    <section className={classes.effect} aria-label={t`Effet de cette commande`}>
      <h2 className={classes.effectTitle}>
        <Trans>Effet de cette commande</Trans>
      </h2>
      <dl className={classes.rates}>
        {SHOWN.map((indicator) => (
          <div key={indicator} className={classes.rate} data-indicator={indicator}>
            <dt>{names[indicator]}</dt>
            <dd>
              <OwnRate share={totals.shares[indicator]} />
              {before !== undefined && (
                <small>
                  <Move year={year} before={before[indicator]} order={totals.shares[indicator]} />
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
});

function OwnRate({ share }: { share: Share }): React.ReactNode {
  const { strict, declared } = share;
  return (
    <strong>
      <PercentText ratio={strict} />
      {strict.numerator !== declared.numerator && (
        <>
          {" – "}
          <PercentText ratio={declared} />
        </>
      )}
    </strong>
  );
}

function Move({ year, before, order }: { year: number; before: Share; order: Share }): React.ReactNode {
  const after = shareWithOrder(before, order);
  return (
    <>
      {year}{" "}
      <Trans>
        <PercentText ratio={before.strict} /> → <PercentText ratio={after.strict} />
      </Trans>
    </>
  );
}
