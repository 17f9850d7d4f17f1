import { Trans, useLingui } from "@lingui/react/macro";
import type { Direction } from "../../shared/indicators/change.ts";
import { changeDirection } from "../../shared/indicators/change.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PercentText } from "../ui/values.tsx";
import classes from "./dashboard.module.css";
import type { Dashboard } from "./dashboard-data.ts";
import { rangeWords } from "./words.ts";

const ICONS: Record<Direction, IconName> = { up: "arrowUp", down: "arrowDown", same: "minus" };

/** One sentence: which way the confirmed rate moved against the same months a year before. */
export function ChangeText({
  indicator,
  figures: { comparison, range },
}: {
  indicator: Indicator;
  figures: Pick<Dashboard, "comparison" | "range">;
}): React.ReactNode {
  if (comparison === null) return null;
  const now = comparison.sharesNow[indicator].strict;
  const before = comparison.sharesBefore[indicator].strict;
  const direction = changeDirection(before, now);
  if (direction === null) return null;
  const { fromMonth, toMonth } = comparison.now;
  const whole = fromMonth === range.fromMonth && toMonth === range.toMonth;
  return (
    <p>
      <strong className={classes.trend}>
        <Icon name={ICONS[direction]} size={16} />
        <DirectionWord direction={direction} />
      </strong>{" "}
      {whole ? (
        <Trans>
          (<PercentText ratio={before} /> un an plus tôt)
        </Trans>
      ) : (
        <Months range={comparison.now} now={now} before={before} />
      )}
    </p>
  );
}

function DirectionWord({ direction }: { direction: Direction }): React.ReactNode {
  const { t } = useLingui();
  return { up: t`En hausse`, down: t`En baisse`, same: t`Stable` }[direction];
}

type ComparedRatio = React.ComponentProps<typeof PercentText>["ratio"];

/** A year under way: the same months of both years, which are not the whole figure. */
function Months(props: {
  range: Dashboard["range"];
  now: ComparedRatio;
  before: ComparedRatio;
}): React.ReactNode {
  const { from, to } = rangeWords(props.range, useLocale());
  const figures = (
    <Trans>
      <PercentText ratio={props.now} />, contre <PercentText ratio={props.before} /> un an plus tôt
    </Trans>
  );
  return from === to ? (
    <Trans>
      en {to} : {figures}
    </Trans>
  ) : (
    <Trans>
      de {from} à {to} : {figures}
    </Trans>
  );
}
