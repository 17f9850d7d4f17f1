import { formatBasisPoints, formatPercent } from "../../shared/format/ratios.ts";
import type { Distribution } from "../../shared/indicators/distribution.ts";
import type { Locale } from "../../shared/locales.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./peers.module.css";

/** One line of the drawing. */
export interface Spread {
  key: string;
  label: string;
  group: Distribution | null;
  /** Where the reader stands: a filled diamond. */
  ownBp: number | null;
  /** Single values: small rings. */
  valuesBp?: readonly number[];
}

/** One decimal, also « 31,0 % ». */
export function formatRate(bp: number, locale: Locale): string {
  return formatPercent({ numerator: bp, denominator: 10_000 }, locale);
}

const STEP_BP = 1_000;
const MIDDLE = 16;

/** Rates on one scale from 0: a box holds the middle half, its bar is the median. The table beside says the same. */
export function SpreadDrawing({ spreads }: { spreads: readonly Spread[] }): React.ReactNode {
  const locale = useLocale();
  const all = spreads.flatMap(({ group, ownBp, valuesBp = [] }) => [
    group?.upperQuartileBp ?? 0,
    ownBp ?? 0,
    ...valuesBp,
  ]);
  const top = Math.max(STEP_BP, Math.ceil(Math.max(...all, 0) / STEP_BP) * STEP_BP);
  const at = (bp: number): string => `${((bp / top) * 100).toFixed(2)}%`;
  return (
    <div className={classes.spreads} aria-hidden="true">
      {spreads.map(({ key, label, group, ownBp, valuesBp = [] }) => (
        <div key={key} className={classes.spread}>
          <span>{label}</span>
          <svg width="100%" height={2 * MIDDLE} overflow="visible" focusable="false" aria-hidden="true">
            <line className={classes.axis} x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
            {valuesBp.map((bp, index) => (
              // Several may be equal: their place is all that tells them apart.
              <circle key={`${index}-${bp}`} className={classes.value} cx={at(bp)} cy={MIDDLE} r="4" />
            ))}
            {group !== null && (
              <>
                <rect
                  className={classes.box}
                  x={at(group.lowerQuartileBp)}
                  width={at(group.upperQuartileBp - group.lowerQuartileBp)}
                  y={MIDDLE - 10}
                  height="20"
                  rx="3"
                />
                <line
                  className={classes.median}
                  x1={at(group.medianBp)}
                  x2={at(group.medianBp)}
                  y1={MIDDLE - 12}
                  y2={MIDDLE + 12}
                />
              </>
            )}
            {ownBp !== null && (
              <svg x={at(ownBp)} y={MIDDLE} overflow="visible" focusable="false" aria-hidden="true">
                <path className={classes.own} d="M0-9L8 0L0 9L-8 0Z" />
              </svg>
            )}
          </svg>
        </div>
      ))}
      <div className={classes.scale}>
        {[0, top / 2, top].map((bp) => (
          <span key={bp}>{formatBasisPoints(bp, locale)}</span>
        ))}
      </div>
    </div>
  );
}
