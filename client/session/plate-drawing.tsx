import classes from "./welcome.module.css";

/** A plate whose shares are the product's indicators, one of them moved towards the reader. Decorative. */
export function PlateDrawing(): React.ReactNode {
  return (
    <svg viewBox="0 0 320 320" aria-hidden="true" focusable="false" className={classes.plate}>
      <circle className={classes.rim} cx="160" cy="160" r="150" />
      <circle className={classes.well} cx="160" cy="160" r="118" />
      <path className={classes.leaf} d="M160 160V58A102 102 0 0 0 71.7 109Z" />
      <path className={classes.wheat} d="M160 160L71.7 109A102 102 0 0 0 71.7 211Z" />
      <path className={classes.beet} d="M160 160L71.7 211A102 102 0 0 0 248.3 211Z" />
      <path className={classes.milk} d="M160 160L248.3 211A102 102 0 0 0 248.3 109Z" />
      <path className={classes.share} d="M176 132V30A102 102 0 0 1 264.3 81Z" />
    </svg>
  );
}
