import { useLingui } from "@lingui/react/macro";
import { useElementSize } from "@mantine/hooks";
import { daysBetween } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { formatMonthShort } from "../../shared/format/dates.ts";
import { formatWholeHours } from "../../shared/format/measures.ts";
import { useLocale } from "../ui/locale.ts";
import { usePrintWidth } from "../ui/use-print-width.ts";
import classes from "./clauses.module.css";
import type { ShownClause } from "./contract-data.ts";
import type { ClauseMonth } from "./months.ts";
import { lastDayOf, monthsOf } from "./months.ts";

const HEIGHT = 300;
const PLACE = { left: 78, right: 16, top: 28, bottom: 34 } as const;
const TICKS = 4;
const LEAST_MONTH_PX = 84;
/** Of the widest name of a month: « sept. 2026 ». */
const MONTH_PX = 70;

interface HoursChartProps {
  months: readonly ClauseMonth[];
  clause: ShownClause;
  plannedE2: number | null;
}

/** Hours added up (full line) and expected (dashes) over the clause's days; the table says the same. */
export function HoursChart({ months, clause, plannedE2 }: HoursChartProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { ref, width: measured } = useElementSize();
  const printed = usePrintWidth();
  const width = printed ?? measured;
  const all = monthsOf(
    clause,
    months.map(({ month }) => month),
  );
  const first: IsoDate = `${all[0]}-01`;
  const days = Math.max(1, daysBetween(first, lastDayOf(all.at(-1) ?? "")));
  const top = Math.max(plannedE2 ?? 0, months.at(-1)?.doneE2 ?? 0, 100);
  const step = roundStep(top / TICKS);
  const high = step * Math.ceil(top / step);
  const right = Math.max(width - PLACE.right, PLACE.left + 1);
  const x = (day: IsoDate): number =>
    PLACE.left + (Math.max(0, daysBetween(first, day)) / days) * (right - PLACE.left);
  const y = (e2: number): number => PLACE.top + (1 - e2 / high) * (HEIGHT - PLACE.top - PLACE.bottom);
  const points = months.map(
    ({ month, doneE2 }) => `${x(lastDayOf(month)).toFixed(1)} ${y(doneE2).toFixed(1)}`,
  );
  const done = `M${x(clause.startsOn)} ${y(0)}L${points.join("L")}`;
  const end = months.at(-1);
  const every = Math.max(1, Math.ceil((all.length * LEAST_MONTH_PX) / (right - PLACE.left)));
  return (
    <div ref={ref} className={classes.curve}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false">
          {Array.from({ length: Math.round(high / step) + 1 }, (_, index) => index * step).map((e2) => (
            <g key={e2}>
              <path className={classes.grid} d={`M${PLACE.left} ${y(e2)}H${right}`} />
              <text className={classes.tick} x={PLACE.left - 8} y={y(e2) + 4} textAnchor="end">
                {formatWholeHours(e2, locale)}
              </text>
            </g>
          ))}
          {all.map((month, index) => {
            const at = x(`${month}-01`);
            // A name that would leave the drawing is not written.
            if (index % every !== 0 || at + MONTH_PX > width) return null;
            return (
              <text key={month} className={classes.tick} x={at} y={HEIGHT - 8}>
                {formatMonthShort(month, locale)}
              </text>
            );
          })}
          {plannedE2 !== null && (
            <>
              <path
                className={classes.expected}
                d={`M${x(clause.startsOn)} ${y(0)}L${x(clause.endsOn)} ${y(plannedE2)}`}
              />
              <text className={classes.label} x={right} y={y(plannedE2) - 10} textAnchor="end">
                {t`prévu`}
              </text>
            </>
          )}
          {end !== undefined && (
            <>
              <path className={classes.area} d={`${done}V${y(0)}Z`} />
              <path className={classes.done} d={done} />
              <text
                className={classes.label}
                x={Math.max(x(lastDayOf(end.month)), PLACE.left + 60)}
                y={y(end.doneE2) + 20}
                textAnchor="end"
              >
                {t`fait`}
              </text>
            </>
          )}
        </svg>
      )}
    </div>
  );
}

/** The next of 1, 2, 5 x a power of ten, in hours. */
function roundStep(e2: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(e2, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= e2) ?? 10 * power;
}
