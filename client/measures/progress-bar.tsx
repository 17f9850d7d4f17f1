import classes from "./measures.module.css";

const WHOLE = 10_000;

/** How much of the way is done, from the start to the target; decorative: the figures stand beside. */
export function ProgressBar({ doneBp }: { doneBp: number | null }): React.ReactNode {
  const percent = Math.min(WHOLE, Math.max(0, doneBp ?? 0)) / 100;
  return (
    <svg className={classes.bar} width="100%" height="10" aria-hidden="true" focusable="false">
      <rect className={classes.track} width="100%" height="10" rx="3" />
      <rect className={classes.done} width={`${percent}%`} height="10" rx="3" />
    </svg>
  );
}
