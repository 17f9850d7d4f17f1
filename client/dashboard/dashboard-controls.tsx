import "@mantine/core/styles/FloatingIndicator.css";
import "@mantine/core/styles/SegmentedControl.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import type { Basis } from "../../shared/indicators/indicators.ts";
import { BASES } from "../../shared/indicators/indicators.ts";
import { readToday } from "../today.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { Icon } from "../ui/icons.tsx";
import classes from "./dashboard.module.css";
import { choosePeriod, periodKey } from "./period.ts";
import type { DashboardSearch, SearchChange } from "./search.ts";

export interface DashboardControlsProps {
  search: DashboardSearch;
  years: readonly number[];
  onChange: (change: SearchChange) => void;
  /** What the address leaves out while the page shows it. */
  complete: Record<string, string>;
}

/** Which period, by value or by weight; and the page's link and print. */
export function DashboardControls(props: DashboardControlsProps): React.ReactNode {
  const { search, onChange, complete } = props;
  const { t } = useLingui();
  const words: Record<Basis, string> = { value: t`En valeur`, weight: t`En poids` };
  return (
    <>
      <PeriodSelect {...props} />
      <SegmentedControl
        aria-label={t`Base de calcul`}
        value={search.basis ?? "value"}
        data={BASES.map((one) => ({ value: one, label: words[one] }))}
        onChange={(value) => {
          const chosen = BASES.find((one) => one === value);
          if (chosen !== undefined) onChange({ basis: chosen });
        }}
      />
      <CopyLink complete={complete} />
      <PrintButton />
    </>
  );
}

/** A calendar year, a school year, or any months (chosen among the filters). */
function PeriodSelect({ search, years, onChange }: DashboardControlsProps): React.ReactNode {
  const { t } = useLingui();
  const today = readToday();
  const chosen = periodKey(search, today);
  const named = /^(year|school)-(\d+)$/.exec(chosen);
  const own = named === null ? [] : [Number(named[2])];
  const offered = (kind: string): number[] =>
    [...new Set([...years, ...(named?.[1] === kind ? own : [])])].toSorted((a, b) => b - a);
  return (
    <NativeSelect
      className={classes.period ?? ""}
      aria-label={t`Période`}
      value={chosen}
      data={[
        {
          group: t`Année civile`,
          items: offered("year").map((year) => ({ value: `year-${year}`, label: String(year) })),
        },
        {
          group: t`Année scolaire`,
          items: offered("school").map((year) => ({ value: `school-${year}`, label: schoolYearName(year) })),
        },
        { value: "months", label: t`Autre période…` },
      ]}
      onChange={(event) => onChange(choosePeriod(event.currentTarget.value, today))}
    />
  );
}

/** « 2025-2026 ». */
export function schoolYearName(firstYear: number): string {
  return `${firstYear}-${firstYear + 1}`;
}

export function PrintButton(): React.ReactNode {
  return (
    <Button
      className={classes.print ?? ""}
      variant="default"
      leftSection={<Icon name="print" />}
      onClick={() => window.print()}
    >
      <Trans>Imprimer</Trans>
    </Button>
  );
}
