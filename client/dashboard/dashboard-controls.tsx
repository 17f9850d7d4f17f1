import "@mantine/core/styles/FloatingIndicator.css";
import "@mantine/core/styles/SegmentedControl.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import type { Basis } from "../../shared/indicators/indicators.ts";
import { BASES } from "../../shared/indicators/indicators.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { Icon } from "../ui/icons.tsx";
import classes from "./dashboard.module.css";

export interface DashboardControlsProps {
  year: number;
  years: readonly number[];
  basis: Basis;
  onChange: (change: { year?: number; basis?: Basis }) => void;
  /** What the address leaves out while the page shows it. */
  complete: Record<string, string>;
}

/** Which year, by value or by weight; and the page's link and print. */
export function DashboardControls(props: DashboardControlsProps): React.ReactNode {
  const { year, years, basis, onChange, complete } = props;
  const { t } = useLingui();
  const words: Record<Basis, string> = { value: t`En valeur`, weight: t`En poids` };
  return (
    <>
      <NativeSelect
        className={classes.year ?? ""}
        aria-label={t`Année`}
        value={String(year)}
        data={[...new Set([...years, year])].toSorted((a, b) => b - a).map(String)}
        onChange={(event) => onChange({ year: Number(event.currentTarget.value) })}
      />
      <SegmentedControl
        aria-label={t`Base de calcul`}
        value={basis}
        data={BASES.map((one) => ({ value: one, label: words[one] }))}
        onChange={(value) => {
          const chosen = BASES.find((one) => one === value);
          if (chosen !== undefined) onChange({ basis: chosen });
        }}
      />
      <CopyLink complete={complete} />
      <Button
        className={classes.print ?? ""}
        variant="default"
        leftSection={<Icon name="print" />}
        onClick={() => window.print()}
      >
        <Trans>Imprimer</Trans>
      </Button>
    </>
  );
}
