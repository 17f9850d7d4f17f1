import { useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { yearOf } from "../../shared/calendar.ts";
import { readToday } from "../today.ts";
import classes from "./legumerie.module.css";
import { useWorkshopSearch } from "./workshop.ts";

const YEARS_BACK = 4;

/** The civil year of the address, the current one unless said. */
export function YearSelect(): React.ReactNode {
  const { t } = useLingui();
  const [today] = useState(readToday);
  const { search, change } = useWorkshopSearch();
  const thisYear = yearOf(today);
  const year = search.annee ?? thisYear;
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => String(thisYear - back));
  return (
    <NativeSelect
      className={classes.year ?? ""}
      label={t`Année`}
      value={String(year)}
      data={years.includes(String(year)) ? years : [String(year), ...years]}
      onChange={(event) => {
        const chosen = Number(event.currentTarget.value);
        change({ annee: chosen === thisYear ? undefined : chosen });
      }}
      data-no-print
    />
  );
}
