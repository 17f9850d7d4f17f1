import { useLingui } from "@lingui/react";
import { Trans, useLingui as useMacro } from "@lingui/react/macro";
import type { Ratio } from "../../shared/cells.ts";
import { formatPoints } from "../../shared/format/points.ts";
import { percentTenths } from "../../shared/format/ratios.ts";
import type { ShownPartName } from "../../shared/indicators/change-parts.ts";
import type { ShownRateChange } from "../../shared/rate-changes.ts";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import type { Indicator as Colour } from "../ui/theme.ts";
import { PercentText } from "../ui/values.tsx";
import classes from "./change.module.css";
import { PART_NAMES } from "./change-words.ts";

export interface ChangeWaterfallProps {
  change: ShownRateChange;
  /** The parts worth a step, in their order. */
  parts: ShownRateChange["parts"];
  shown: ShownPartName;
  colour: Colour;
}

const MARGIN_SHARE = 0.15;
const TENTHS_IN_WHOLE = 1000;

/** From the rate before to the rate now, one step a part: each starts where the last one ended. */
export function ChangeWaterfall({ change, parts, shown, colour }: ChangeWaterfallProps): React.ReactNode {
  const { t } = useMacro();
  const { i18n } = useLingui();
  const locale = useLocale();
  const before = percentTenths(change.before) ?? 0;
  const steps = stepsFrom(before, parts);
  const scale = scaleOf(steps.flatMap(({ from, to }) => [from, to]));
  return (
    <div data-colour={colour} className={classes.waterfall}>
      <ol className={classes.steps} aria-label={t`De l'ancien taux au nouveau`}>
        <End name={t`Avant`} ratio={change.before} scale={scale} />
        {steps.map(({ part, tenths, from, to }) => (
          <li key={part} data-shown={part === shown || undefined}>
            <span className={classes.step}>
              <TextLink
                inherit
                className={classes.link ?? ""}
                from="/territoire/pourquoi"
                to="."
                search={(now) => ({ ...now, part })}
                hash="lignes"
                aria-current={part === shown ? "true" : undefined}
              >
                {i18n._(PART_NAMES[part])}
              </TextLink>
            </span>
            <Bar from={scale(from)} to={scale(to)} className={tenths < 0 ? classes.fall : classes.rise} />
            <span className={classes.value}>{formatPoints(tenths, locale)}</span>
          </li>
        ))}
        <End name={t`Maintenant`} ratio={change.now} scale={scale} />
      </ol>
      <ul className={classes.key} aria-hidden="true">
        <li>
          <KeyBox className={classes.rise} /> <Trans>fait monter le taux</Trans>
        </li>
        <li>
          <KeyBox className={classes.fall} /> <Trans>le fait baisser</Trans>
        </li>
      </ul>
    </div>
  );
}

interface Step {
  part: ShownPartName;
  /** Tenths of a percent. */
  tenths: number;
  from: number;
  to: number;
}

/** Each step from where the one before ended; tenths of a percent. */
export function stepsFrom(before: number, parts: readonly { part: ShownPartName; tenths: number }[]): Step[] {
  let level = before;
  return parts.map(({ part, tenths }) => {
    const from = level;
    level += tenths;
    return { part, tenths, from, to: level };
  });
}

type Scale = (tenths: number) => number;

/** Percent of the width: a part of the scale, so that tenths of a point are seen; zero when it is near. */
function scaleOf(levels: readonly number[]): Scale {
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const margin = Math.max(10, (high - low) * MARGIN_SHARE);
  const start = low - margin * 2 <= 0 ? Math.min(0, low) : low - margin * 2;
  const end = Math.min(TENTHS_IN_WHOLE, high + margin);
  return (tenths) => ((tenths - start) / (end - start || 1)) * 100;
}

function End({ name, ratio, scale }: { name: string; ratio: Ratio; scale: Scale }): React.ReactNode {
  return (
    <li data-end>
      <span className={classes.step}>{name}</span>
      <Bar from={0} to={scale(percentTenths(ratio) ?? 0)} className={classes.whole} />
      <span className={classes.value}>
        <PercentText ratio={ratio} />
      </span>
    </li>
  );
}

/** Decorative: the words and the figure are beside it. */
function Bar(props: { from: number; to: number; className: string | undefined }): React.ReactNode {
  const { from, to, className } = props;
  const left = Math.min(from, to);
  return (
    <svg className={classes.bar} width="100%" height="28" aria-hidden="true" focusable="false">
      <line className={classes.guide} x1={`${from}%`} x2={`${from}%`} y1="0" y2="28" />
      <rect className={className} x={`${left}%`} y="6" width={`${Math.abs(to - from)}%`} height="16" rx="2" />
      <line className={classes.guide} x1={`${to}%`} x2={`${to}%`} y1="0" y2="28" />
    </svg>
  );
}

function KeyBox({ className }: { className: string | undefined }): React.ReactNode {
  return (
    <svg width="22" height="14" aria-hidden="true" focusable="false">
      <rect className={className} x="1" y="1" width="20" height="12" rx="2" />
    </svg>
  );
}
