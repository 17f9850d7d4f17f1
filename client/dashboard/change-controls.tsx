import { useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { monthOf } from "../../shared/calendar.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS, INDICATORS } from "../../shared/indicators/indicators.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { addMonths, yearBefore } from "../../shared/periods.ts";
import { readToday } from "../today.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./change.module.css";
import { justBefore } from "./period.ts";
import type { ChangeSearch } from "./search.ts";

export interface ChangeControlsProps {
  search: ChangeSearch;
  periods: { before: MonthRange; now: MonthRange };
  indicator: Indicator;
  onChange: (change: { [Key in keyof ChangeSearch]?: ChangeSearch[Key] | undefined }) => void;
}

const MONTHS_OFFERED = 48;

/** Which rate, which months, and what they are compared with. */
export function ChangeControls({ periods, indicator, onChange }: ChangeControlsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { before, now } = periods;
  const setNow = (range: MonthRange): void => {
    const other = yearBefore(range);
    onChange({
      year: undefined,
      from: range.fromMonth,
      to: range.toMonth,
      beforeFrom: other.fromMonth,
      beforeTo: other.toMonth,
    });
  };
  const relation = compared(periods);
  return (
    <div className={classes.controls} data-no-print>
      <NativeSelect
        label={t`Indicateur`}
        value={indicator}
        data={INDICATORS.map((one) => ({ value: one, label: INDICATOR_LABELS[one][locale] }))}
        onChange={(event) =>
          onChange({ indicator: INDICATORS.find((one) => one === event.currentTarget.value) })
        }
      />
      <MonthSelect
        label={t`De`}
        value={now.fromMonth}
        onChange={(fromMonth) => setNow({ fromMonth, toMonth: later(fromMonth, now.toMonth) })}
      />
      <MonthSelect
        label={t`À`}
        value={now.toMonth}
        onChange={(toMonth) => setNow({ fromMonth: earlier(now.fromMonth, toMonth), toMonth })}
      />
      <NativeSelect
        label={t`Comparé à`}
        value={relation}
        data={[
          { value: "year", label: t`Un an plus tôt` },
          { value: "just", label: t`Autant de mois, juste avant` },
          ...(relation === "other"
            ? [
                {
                  value: "other",
                  label: `${formatMonth(before.fromMonth, locale)} – ${formatMonth(before.toMonth, locale)}`,
                },
              ]
            : []),
        ]}
        onChange={(event) => {
          const range = event.currentTarget.value === "just" ? justBefore(now) : yearBefore(now);
          onChange({
            from: now.fromMonth,
            to: now.toMonth,
            beforeFrom: range.fromMonth,
            beforeTo: range.toMonth,
          });
        }}
      />
    </div>
  );
}

interface MonthSelectProps {
  label: string;
  value: IsoMonth;
  onChange: (month: IsoMonth) => void;
}

function MonthSelect({ label, value, onChange }: MonthSelectProps): React.ReactNode {
  const locale = useLocale();
  const recent = Array.from({ length: MONTHS_OFFERED }, (_, back) => addMonths(monthOf(readToday()), -back));
  const months = [...new Set([value, ...recent])].sort().reverse();
  return (
    <NativeSelect
      label={label}
      value={value}
      data={months.map((month) => ({ value: month, label: formatMonth(month, locale) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What the period before is to the period now. */
function compared({ before, now }: ChangeControlsProps["periods"]): "year" | "just" | "other" {
  if (isSame(before, yearBefore(now))) return "year";
  return isSame(before, justBefore(now)) ? "just" : "other";
}

function isSame(one: MonthRange, other: MonthRange): boolean {
  return one.fromMonth === other.fromMonth && one.toMonth === other.toMonth;
}

function later(one: IsoMonth, other: IsoMonth): IsoMonth {
  return one > other ? one : other;
}

function earlier(one: IsoMonth, other: IsoMonth): IsoMonth {
  return one < other ? one : other;
}
