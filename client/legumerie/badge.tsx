import classes from "./legumerie.module.css";

/** A short state, in words; the tone only repeats them. */
export function Badge({
  tone,
  children,
}: {
  tone: "good" | "warn" | "bad" | "plain";
  children: React.ReactNode;
}): React.ReactNode {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
