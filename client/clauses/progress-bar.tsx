import { Trans } from "@lingui/react/macro";
import type { ClauseState } from "../../shared/clauses/progress.ts";
import { CLAUSE_STATE_LABELS } from "../../shared/clauses/progress.ts";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PercentText } from "../ui/values.tsx";
import classes from "./clauses.module.css";
import type { ShownProgress } from "./contract-data.ts";
import { HoursText } from "./hours-text.tsx";

const TONES: Readonly<Record<ClauseState, "good" | "bad" | "plain">> = {
  LATE: "bad",
  SHORT: "bad",
  ON_TRACK: "good",
  UPCOMING: "plain",
  DONE: "good",
  UNPLANNED: "plain",
};
const ICONS: Readonly<Record<ClauseState, IconName>> = {
  LATE: "alert",
  SHORT: "cross",
  ON_TRACK: "check",
  UPCOMING: "calendar",
  DONE: "check",
  UNPLANNED: "minus",
};

/** Where a clause stands: icon, word and colour. */
export function StateBadge({ state }: { state: ClauseState }): React.ReactNode {
  const locale = useLocale();
  return (
    <span className={classes.badge} data-tone={TONES[state]}>
      <Icon name={ICONS[state]} size={14} />
      {CLAUSE_STATE_LABELS[state][locale]}
    </span>
  );
}

const WIDTH = 192;

/** Hours done on the planned ones, with a line where they should be; and the words that say the same. */
export function ProgressBar({ progress }: { progress: ShownProgress }): React.ReactNode {
  const { doneE2, plannedE2 } = progress;
  if (plannedE2 === null || plannedE2 === 0)
    return (
      <Trans>
        <HoursText e2={doneE2} whole /> faites
      </Trans>
    );
  return (
    <>
      <Bar progress={progress} />
      <Trans>
        <HoursText e2={doneE2} whole /> sur <HoursText e2={plannedE2} whole />
      </Trans>{" "}
      (<PercentText ratio={{ numerator: doneE2, denominator: plannedE2 }} />)
    </>
  );
}

/** The drawing alone; nothing when no hours are planned. */
export function Bar({
  progress,
  wide = false,
}: {
  progress: ShownProgress;
  wide?: boolean;
}): React.ReactNode {
  const { doneE2, plannedE2, expectedE2, state } = progress;
  if (plannedE2 === null || plannedE2 === 0) return null;
  const at = (e2: number): number => Math.min(1, e2 / plannedE2) * WIDTH;
  return (
    <svg
      className={classes.progress}
      data-wide={wide}
      viewBox={`0 0 ${WIDTH} 16`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={classes.track} y={4} width={WIDTH} height={8} />
      <rect className={classes.fill} data-tone={TONES[state]} y={4} width={at(doneE2)} height={8} />
      {expectedE2 !== null && expectedE2 > 0 && expectedE2 < plannedE2 && (
        <path className={classes.mark} d={`M${at(expectedE2)} 0V16`} />
      )}
    </svg>
  );
}
