import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { Ratio } from "../../shared/cells.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import { Gauge } from "./gauge.tsx";
import { useLocale } from "./locale.ts";
import classes from "./rate-card.module.css";
import type { Indicator } from "./theme.ts";
import { PercentText } from "./values.tsx";

export interface RateTarget {
  basisPoints: number;
  /** Where it comes from: « Objectif légal », « Objectif du PAT ». */
  label: string;
  /** The year is over: not reached is then for good. */
  over?: boolean;
}

export interface RateCardProps {
  title: string;
  indicator: Indicator;
  /** Confirmed facts only; null, or over nothing: nothing bought. */
  strict: Ratio | null;
  /** Also what is only claimed; never under `strict`. */
  declared: Ratio | null;
  target?: RateTarget | null;
  /** The rate a year before, as a point of the gauge. */
  previous?: Ratio | null;
  /** Amounts, gap to the target in euros, trend. */
  children?: React.ReactNode;
  /** The link to the lines behind the figure. */
  link?: React.ReactNode;
}

/** A headline rate: what is proven, up to what is claimed, and where the target stands. */
export function RateCard(props: RateCardProps): React.ReactNode {
  const { title, indicator, strict, declared, target = null, previous = null, children, link } = props;
  return (
    <article className={classes.card} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.figure}>
        <PercentText ratio={strict} />
      </p>
      <Text size="sm" className={classes.range}>
        <RangeText strict={strict} declared={declared} />
      </Text>
      <Gauge
        indicator={indicator}
        strict={strict}
        declared={declared}
        targetBp={target?.basisPoints ?? null}
        previous={previous}
      />
      {target !== null && (
        <Text size="sm" className={classes.target}>
          <TargetText strict={strict} target={target} />
        </Text>
      )}
      {children !== undefined && <div className={classes.details}>{children}</div>}
      {link !== undefined && (
        <div className={classes.link} data-no-print>
          {link}
        </div>
      )}
    </article>
  );
}

function RangeText({ strict, declared }: Pick<RateCardProps, "strict" | "declared">): React.ReactNode {
  if (strict === null || strict.denominator === 0) return <Trans>aucun achat sur la période</Trans>;
  if (declared === null || !isAbove(declared, strict)) return <Trans>aucun achat seulement déclaré</Trans>;
  return (
    <Trans>
      jusqu'à <PercentText ratio={declared} /> avec ce qui est déclaré
    </Trans>
  );
}

function TargetText({ strict, target }: { strict: Ratio | null; target: RateTarget }): React.ReactNode {
  const aim = formatBasisPoints(target.basisPoints, useLocale());
  const { label } = target;
  if (strict === null || strict.denominator === 0) {
    return (
      <Trans>
        {label} : {aim}
      </Trans>
    );
  }
  if (!isAbove({ numerator: target.basisPoints, denominator: 10_000 }, strict)) {
    return (
      <Trans>
        {label} : {aim}, <strong>atteint</strong>
      </Trans>
    );
  }
  return target.over === true ? (
    <Trans>
      {label} : {aim}, <strong>non atteint</strong>
    </Trans>
  ) : (
    <Trans>
      {label} : {aim}, <strong>pas encore atteint</strong>
    </Trans>
  );
}

/** Exact comparison of two ratios over something positive. */
function isAbove(one: Ratio, other: Ratio): boolean {
  return (
    BigInt(one.numerator) * BigInt(other.denominator) > BigInt(other.numerator) * BigInt(one.denominator)
  );
}
