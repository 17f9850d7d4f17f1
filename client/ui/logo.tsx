import classes from "./logo.module.css";

/** A plate with one share cut out and moved: « la bonne part ». Decorative: the name stands beside it. */
export function Logo({ size = 32 }: { size?: number }): React.ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className={classes.logo}>
      <path className={classes.plate} d="M15 17V3.04A13 13 0 1 0 28.96 17Z" />
      <path className={classes.inner} d="M15 17V8.07A8 8 0 1 0 23.93 17Z" />
      <path className={classes.share} d="M18 14V1.03A13 13 0 0 1 30.97 14Z" />
    </svg>
  );
}
