import { useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { yearOf } from "../../shared/calendar.ts";
import { readToday } from "../today.ts";
import classes from "./shares-links.module.css";

const YEARS_OFFERED = 5;

export interface YearChoiceProps {
  year: number;
  onChange: (year: number) => void;
}

/** Of which year diners are told. */
export function YearChoice({ year, onChange }: YearChoiceProps): React.ReactNode {
  const { t } = useLingui();
  const latest = yearOf(readToday());
  const years = Array.from({ length: YEARS_OFFERED }, (_, index) => latest - index);
  return (
    <NativeSelect
      className={classes.year ?? ""}
      aria-label={t`Année`}
      value={String(year)}
      data={[...new Set([...years, year])].toSorted((a, b) => b - a).map(String)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
