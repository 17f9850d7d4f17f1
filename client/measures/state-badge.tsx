import { Trans } from "@lingui/react/macro";
import type { MeasureState } from "../../shared/measures.ts";
import { MEASURE_STATE_LABELS } from "../../shared/measures.ts";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./measures.module.css";

const ICONS: Readonly<Record<MeasureState, IconName>> = {
  planned: "calendar",
  "under-way": "chevronRight",
  done: "check",
  "given-up": "cross",
};

/** Icon and word; a day that is past is said beside. */
export function StateBadge({ state, late }: { state: MeasureState; late: boolean }): React.ReactNode {
  const locale = useLocale();
  return (
    <span className={classes.states}>
      <span className={classes.state} data-state={state}>
        <Icon name={ICONS[state]} size={14} />
        {MEASURE_STATE_LABELS[state][locale]}
      </span>
      {late && (
        <span className={classes.state} data-state="late">
          <Icon name="alert" size={14} />
          <Trans>échéance passée</Trans>
        </span>
      )}
    </span>
  );
}
